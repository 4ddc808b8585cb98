internal import GeoModel
internal import Plan
internal import Publishing

/// A layer as it was in a year; the layers of a series name their properties alike.
struct YearLayer {
  var year: Int
  var layer: Layer
}

/// The columns of a layer that hold one figure of several years: `population_2019` and
/// `population_2023` are `population`, `area_2023_km2` is `area_km2`.
struct YearColumns {
  /// The name without the year.
  let property: String
  /// A layer for each year, in order; what belongs to the figure, its reason for instance, is renamed
  /// as the figure is.
  let layers: [YearLayer]

  /// The years of `property`; of the first figure with the most years where it is `nil`.
  ///
  /// - Throws: ``StudyError/usage(_:)`` where there are not two years.
  init(of layer: Layer, property asked: String?) throws(StudyError) {
    var years: [String: Set<Int>] = [:]
    var order: [String] = []
    for property in layer.features.first?.properties ?? [] {
      guard let (base, year) = Self.split(property.name),
        layer.features.contains(where: { $0.isNumber(property.name) })
      else { continue }
      if years[base] == nil { order.append(base) }
      years[base, default: []].insert(year)
    }
    // A column of one of the years names its figure as well.
    let wanted = asked.map { Self.split($0)?.base ?? $0 }
    let candidates = order.filter { years[$0, default: []].count > 1 }
    let most = candidates.map { years[$0, default: []].count }.max()
    guard let base = wanted ?? candidates.first(where: { years[$0]?.count == most }) else {
      throw .usage(
        "--years: the layer \(layer.name) has no figure of two years; name their columns alike but for"
          + " the year, as population_2019 and population_2024")
    }
    guard candidates.contains(base) else {
      let hint =
        NameSuggestion.nearest(to: base, among: candidates).map { "did you mean '\($0)'?" }
        ?? (candidates.isEmpty
          ? "name their columns alike but for the year, as population_2019 and population_2024"
          : "it has \(candidates.joined(separator: ", "))")
      throw .usage(
        "--property \(asked ?? base): the layer \(layer.name) has no columns of it for two years;"
          + " \(hint)")
    }
    property = base
    layers = years[base, default: []].sorted().map { year in
      var copy = layer
      for index in copy.features.indices {
        copy.features[index].properties = Self.renamed(copy.features[index].properties, year)
      }
      copy.studyTotals = Self.renamed(copy.studyTotals, year)
      return YearLayer(year: year, layer: copy)
    }
  }

  /// `properties` with those of `year` under their names without it, and without those of all years.
  private static func renamed(_ properties: [Property], _ year: Int) -> [Property] {
    properties.compactMap { property in
      guard let (base, own) = split(property.name) else { return property }
      return own == year ? Property(base, property.value) : nil
    }
  }

  /// The year in a name, and the name without it; `nil` where there is none or more than one.
  static func split(_ name: String) -> (base: String, year: Int)? {
    var words = name.split(separator: "_", omittingEmptySubsequences: false)
    let places = words.indices.filter { index in
      words[index].utf8.count == 4 && Int(words[index]).map { (1900...2199).contains($0) } ?? false
    }
    guard places.count == 1, let place = places.first, words.count > 1,
      let year = Int(words.remove(at: place))
    else { return nil }
    return (words.joined(separator: "_"), year)
  }
}
