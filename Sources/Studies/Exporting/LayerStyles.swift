internal import Cartography
internal import GeoAlgorithms
internal import GeoModel
internal import Publishing

/// How layers are drawn where they are opened in QGIS: in the colours and classes of the maps.
struct LayerStyles {
  let titles: LayerTitles

  /// The greatest number of classes: more cannot be told apart.
  private static let classCount = 6

  /// The numbers that layers are about whose first share is another one.
  private static let figures = [
    "hazard-exposure": "households_exposed_low", "accessibility": "people_within_60_min_pct_low",
    "resettlement-ground": "capacity_households", "resettlement-sites": "received_households",
    "resettlement-moves": "households", "travel-times": "centre_min", "pave": "order",
    "critical-sections": "villages_cut", "forest-change": "net_ha",
    "terrain": "slope_from_15_pct_low",
  ]

  /// Layers of a text that says more than any number of theirs.
  private static let kinds = [
    "findings": "severity", "resettlement-villages": "exposed", "road-sections": "surface",
    "hazard-roads": "hardened",
    "forest-restoration": "slope_class_pct",
  ]

  private var language: OutputLanguage { titles.language }

  /// The style of a layer; `nil` where it has no place.
  func style(of layer: Layer) -> LayerStyle? {
    guard let kind = GeometryKind(of: layer.features) else { return nil }
    let (title, rules) = rules(of: layer, kind: kind)
    guard !rules.isEmpty else { return nil }
    let names = layer.features.first?.properties.map(\.name) ?? []
    return LayerStyle(
      layer: layer.name, name: title,
      document: QGISStyle.document(rules, aliases: names.map { ($0, titles.property($0)) }))
  }

  private func rules(of layer: Layer, kind: GeometryKind) -> (title: String, rules: [StyleRule]) {
    let properties = layer.features.first?.properties.map(\.name) ?? []
    if layer.name == "villages" { return (titles.layer(layer.name), villages) }
    let name = titles.stem(of: layer.name)
    if name == "targets" { return (titles.layer(name), targets(layer, kind: kind)) }
    if let text = Self.kinds[name], properties.contains(text) {
      return (titles.property(text), rules(of: layer, kinds: text, kind: kind))
    }
    if let figure = figure(of: layer, named: name, among: properties) {
      return (titles.property(figure), rules(of: layer, figure: figure, kind: kind))
    }
    let symbol = kind == .area ? UnitSymbols.border : kind.symbol(Palette.blue, share: 0.5)
    let title = titles.layer(layer.name)
    return (title, [StyleRule(filter: "", label: title, symbol: symbol)])
  }

  /// The number that a layer is about: its own, else its first share, else none where it is a layer of
  /// units alone, else its first number.
  private func figure(of layer: Layer, named name: String, among properties: [String]) -> String? {
    if let main = FigureTitles.main(of: name) ?? Self.figures[name], properties.contains(main),
      layer.features.contains(where: { $0.isNumber(main) })
    {
      return main
    }
    if name == "units" { return nil }
    let common: Set = ["code", "name", "level", "parent", "vintage", "area_ha", "known_pct"]
    let numbers = properties.filter { property in
      !common.contains(property) && layer.features.contains { $0.isNumber(property) }
    }
    return numbers.first { $0.hasSuffix("_pct") || $0.hasSuffix("_pct_low") } ?? numbers.first
  }

  // MARK: Rules

  private func rules(of layer: Layer, figure: String, kind: GeometryKind) -> [StyleRule] {
    let values = layer.features.compactMap { $0[figure].flatMap(Self.written) }
    let target =
      figure == FigureTitles.main(of: titles.stem(of: layer.name))
      ? layer.features.lazy.compactMap { $0.value("target_pct") }.first : nil
    guard
      let breaks = target.flatMap({
        ClassBreaks.rounded(values, count: Self.classCount, through: $0)
      }) ?? ClassBreaks.rounded(values, count: Self.classCount)
    else { return [] }
    let theme = Theme.figure(
      figure, title: titles.property(figure), breaks: breaks,
      ramp: FigureTitles.ramp(of: figure), target: target,
      decimals: FigureMap.decimals(of: breaks, property: figure), kind: kind, language: language)
    let bounds = breaks.bounds.map { DecimalText.text($0, decimals: 12) ?? "0" }
    return zip(theme.classes.indices, theme.classes).map { index, item in
      let filter: String
      if index == 0 {
        filter = "\(quoted(figure)) IS NULL"
      } else {
        let last = index == breaks.count ? "<=" : "<"
        filter =
          "\(quoted(figure)) >= \(bounds[index - 1]) AND \(quoted(figure)) \(last) \(bounds[index])"
      }
      return StyleRule(filter: filter, label: item.label, symbol: item.symbol)
    }
  }

  func rules(of layer: Layer, kinds: String, kind: GeometryKind) -> [StyleRule] {
    let theme = Theme.kinds(
      kinds, title: titles.property(kinds), features: layer.features,
      words: FigureTitles.words(language), kind: kind, language: language)
    var rules = theme.classes.map {
      StyleRule(filter: "ELSE", label: $0.label, symbol: $0.symbol)
    }
    var isNamed = Set([0])
    for feature in layer.features {
      guard case .text(let text)? = feature[kinds], let index = theme.classify(feature),
        isNamed.insert(index).inserted
      else { continue }
      rules[index].filter = "\(quoted(kinds)) = '\(text.replacing("'", with: "''"))'"
    }
    return rules
  }

  /// Villages by whether their road is hardened, as on their map.
  private var villages: [StyleRule] {
    let filters = [
      "\"car\" = 'unknown'", "\"car\" <> 'unknown' AND \"hardened\" = 'yes'",
      "\"car\" <> 'unknown' AND \"hardened\" = 'unknown'",
      "\"car\" = 'yes' AND \"hardened\" = 'no'", "\"car\" = 'no' AND \"hardened\" = 'no'",
    ]
    return zip(filters, Theme.villages(without: .hardened, language: language).classes).map {
      StyleRule(filter: $0, label: $1.label, symbol: $1.symbol)
    }
  }

  /// A number as it is written, which is the one that QGIS puts into a class.
  private static func written(_ value: PropertyValue) -> Double? {
    guard case .real(let number, let decimals) = value else { return value.number }
    return DecimalText.text(number, decimals: decimals).flatMap(Double.init)
  }

  func quoted(_ property: String) -> String { "\"\(property)\"" }
}
