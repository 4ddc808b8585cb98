internal import Cartography
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Publishing

/// The map of one figure of a layer, in classes.
struct FigureMap {
  let ground: MapGround
  let layer: Layer
  let request: MapRequest

  /// The greatest number of classes: more cannot be told apart.
  private static let classCount = 6

  private var language: OutputLanguage { request.language }

  /// The map.
  ///
  /// - Throws: ``StudyError/usage(_:)`` for a property that the layer does not have,
  ///   ``StudyError/input(_:)`` where there is nothing to draw.
  func document() throws(StudyError) -> MapDocument {
    let kind = try geometryKind()
    let property = try shownProperty()
    let title = FigureTitles.title(of: property, language, titles: request.titles)
    let counted = language == .vietnamese ? "\(title) (số đối tượng)" : "\(title) (count)"
    var theme = try theme(
      of: property, title: request.isAtlas ? title : counted, kind: kind)
    theme.showsCounts = !request.isAtlas
    let drawn = theme.layer(of: layer.features)
    let relief = try ground.relief()
    let isArea = kind == .area
    return MapDocument(
      heading: ground.heading, title: title, subtitle: subtitle(of: property), language: language,
      extent: try ground.extent(),
      layers: isArea
        ? ground.land + [drawn] + ground.strongBorders : ground.land + ground.borders + [drawn],
      layersBelowRelief: isArea ? 2 : 1, relief: relief,
      labels: ground.labels,
      legend: [
        theme.legend(for: layer.features, keepsEmpty: true, number: language.number),
        ground.legend,
      ], notes: MapNotes(study: ground.study, language: language).lines,
      date: ground.study.plan.vintage?.description)
  }

  /// What the features are in space.
  ///
  /// - Throws: ``StudyError`` where there is nothing to draw.
  func geometryKind() throws(StudyError) -> GeometryKind {
    guard let kind = GeometryKind(of: layer.features) else {
      throw layer.features.isEmpty
        ? .input(["\(ground.study.plan.file): \(layer.name): the layer has no feature to draw"])
        : .usage("map \(request.layer): the layer has no geometry to draw")
    }
    return kind
  }

  /// The property asked for, else the one that the layer is about, else its first share, else its first
  /// number.
  func shownProperty() throws(StudyError) -> String {
    let properties = layer.features.first?.properties.map(\.name) ?? []
    if let asked = request.property {
      guard properties.contains(asked) else {
        let nearest = NameSuggestion.nearest(to: asked, among: properties)
        throw .usage(
          "--property \(asked): the layer \(layer.name) has no such property; "
            + (nearest.map { "did you mean '\($0)'?" }
              ?? "it has \(properties.joined(separator: ", "))"))
      }
      return asked
    }
    if let known = FigureTitles.main(of: request.layer), properties.contains(known) { return known }
    let common: Set = ["code", "name", "level", "parent", "vintage", "area_ha"]
    let numbers = properties.filter { name in
      !common.contains(name) && layer.features.contains { $0.isNumber(name) }
    }
    guard let first = numbers.first(where: { $0.hasSuffix("_pct") }) ?? numbers.first else {
      throw .usage(
        "map \(request.layer): no property is a number; name one with --property")
    }
    return first
  }

  /// How `property` is drawn: in classes by the values of all features.
  func theme(
    of property: String, title: String, kind: GeometryKind
  ) throws(StudyError) -> Theme {
    let values = layer.features.compactMap { $0.value(property) }
    guard !values.isEmpty else {
      let isText = layer.features.contains { if case .text? = $0[property] { true } else { false } }
      if isText {
        return .kinds(
          property, title: title, features: layer.features, words: FigureTitles.words(language),
          kind: kind, language: language)
      }
      // All unknown: one class that none has, and the hatch.
      guard let breaks = ClassBreaks(bounds: [0, 1]) else { throw .internalFailure("class bounds") }
      return .figure(
        property, title: title, breaks: breaks, ramp: .blue, decimals: 0, kind: kind,
        language: language)
    }
    let target = target(for: property)
    guard let breaks = try breaks(of: values, target: target) else {
      throw .internalFailure("no classes for \(property)")
    }
    return .figure(
      property, title: title, breaks: breaks, ramp: FigureTitles.ramp(of: property),
      target: target, decimals: Self.decimals(of: breaks, property: property), kind: kind,
      language: language)
  }

  private func breaks(of values: [Double], target: Double?) throws(StudyError) -> ClassBreaks? {
    switch request.classes {
    case .natural: return .natural(values, count: 5)
    case .quantiles: return .quantiles(values, count: 5)
    case .rounded: return .rounded(values, count: Self.classCount)
    case .target:
      guard let target else {
        throw .usage("--classes target: the layer \(layer.name) has no target for this figure")
      }
      return .rounded(values + [target], count: Self.classCount, through: target)
    case nil:
      // A target is what the reader looks for: it is a bound where there is one.
      if let target,
        let breaks = ClassBreaks.rounded(
          values, count: Self.classCount, through: target)
      {
        return breaks
      }
      return .rounded(values, count: Self.classCount)
    }
  }

  /// The target that stands in the layer beside the figure, the same for all.
  private func target(for property: String) -> Double? {
    guard property == FigureTitles.main(of: request.layer) else { return nil }
    return layer.features.lazy.compactMap { $0.value("target_pct") }.first
  }

  /// The decimals that bounds of classes need; where all values are one those of a table.
  static func decimals(of breaks: ClassBreaks, property: String) -> Int {
    if breaks.isOneValue, let value = breaks.bounds.first {
      return value == value.rounded() ? 0 : TextTable.decimals(of: property)
    }
    return (0...6).first { decimals in
      let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
      return breaks.bounds.allSatisfy { abs(($0 * scale).rounded() - $0 * scale) < 1e-6 * scale }
    } ?? 2
  }

  private func subtitle(of property: String) -> String {
    guard let total = layer.studyTotals.first(where: { $0.name == property })?.value,
      let text = FigureTitles.text(total, of: property, language)
    else { return "" }
    let vi = language == .vietnamese
    var sentences = [
      request.place == nil
        ? (vi ? "Toàn khu vực: \(text)." : "The whole study: \(text).")
        : (vi ? "Cả phần này: \(text)." : "This part: \(text).")
    ]
    if case .text(let rule)? = layer.features.first?["rule"] {
      sentences.append(vi ? "Quy tắc xác định rừng: \(rule)." : "Forest by the rule \(rule).")
    }
    return sentences.joined(separator: " ")
  }
}

extension PropertyValue {
  /// The number that it is; `nil` for anything else.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value, _): value
    default: nil
    }
  }
}

extension LayerFeature {
  func value(_ name: String) -> Double? { self[name]?.number }

  func isNumber(_ name: String) -> Bool { value(name) != nil }
}
