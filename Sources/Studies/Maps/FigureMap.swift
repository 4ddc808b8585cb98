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
      ],
      notes: [theme.note].compactMap(\.self)
        + MapNotes(
          study: ground.study, language: language,
          figure: request.layer == "join" ? property : nil
        ).lines,
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
    if request.classes == .target, target == nil {
      throw .usage("--classes target: the layer \(layer.name) has no target for this figure")
    }
    guard
      let classes = FigureClasses(of: property, values, request.classes, target: target?.percent)
    else { throw .internalFailure("no classes for \(property)") }
    return .figure(
      property, title: title, breaks: classes.breaks, ramp: FigureTitles.ramp(of: property),
      target: target?.percent, targetYear: target?.year, decimals: classes.decimals, kind: kind,
      isWhole: classes.isWhole, language: language)
  }

  /// The target that stands in the layer beside the figure, the same for all.
  private func target(for property: String) -> (percent: Double, year: Int?)? {
    guard property == FigureTitles.main(of: request.layer) else { return nil }
    return layer.features.lazy.compactMap { feature in
      feature.value("target_pct").map { ($0, feature.value("target_year").map { Int($0) }) }
    }.first
  }

  /// The target in a sentence; `nil` where there is none for `property`.
  func targetSentence(of property: String) -> String? {
    guard let target = target(for: property),
      let text = FigureTitles.text(.real(target.percent, decimals: 9), of: property, language)
    else { return nil }
    switch (target.year, language) {
    case (let year?, .vietnamese): return "Mục tiêu đến năm \(year): \(text)."
    case (nil, .vietnamese): return "Mục tiêu: \(text)."
    case (let year?, .english): return "Target for \(year): \(text)."
    case (nil, .english): return "Target: \(text)."
    }
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
    let total = layer.studyTotals.first { $0.name == property }?.value
    guard let text = total.flatMap({ FigureTitles.text($0, of: property, language) }) else {
      return targetSentence(of: property) ?? ""
    }
    let vi = language == .vietnamese
    var sentences = [
      request.place == nil
        ? (vi ? "Toàn khu vực: \(text)." : "The whole study: \(text).")
        : (vi ? "Cả phần này: \(text)." : "This part: \(text).")
    ]
    if let target = targetSentence(of: property) { sentences.append(target) }
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
