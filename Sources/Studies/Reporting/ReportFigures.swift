internal import CairoKit
internal import Cartography
internal import GeoAlgorithms
internal import GeoModel
internal import Publishing

/// The figures by which a page's map can shade the units of a level.
struct ReportFigures {
  let words: ReportWords
  let language: OutputLanguage

  /// The greatest number of classes: more cannot be told apart.
  private static let classCount = 6

  /// What is shown of a layer of units; of those of tables every number.
  private static let properties: [(layer: String, properties: [String])] = [
    ("forest-cover", ["forest_pct"]),
    ("road-access", ["hardened_pct_low", "rai_pct_low", "unhardened_km"]),
    ("join", []),
    ("hazard-exposure", ["villages_exposed_low", "households_exposed_low"]),
    ("forest-change", ["net_ha", "yearly_rate_pct"]),
    ("accessibility", ["people_within_60_min_pct_low"]),
    ("terrain", ["slope_from_15_pct_low"]), ("resettlement-ground", ["capacity_households"]),
  ]

  /// The figures of the level that `suffix` names (`-commune`; empty for the first) among `tables`,
  /// each of them parallel to the level's `count` units.
  func figures(
    suffix: String, count: Int, layers: [Layer], tables: [ReportTable]
  ) -> [JSONValue] {
    Self.properties.flatMap { name, properties -> [JSONValue] in
      // The ground of sites is told of the finest level only, under its plain name.
      let wanted = name == "resettlement-ground" ? name : name + suffix
      guard let layer = layers.first(where: { $0.name == wanted }), layer.features.count == count,
        let place = tables.firstIndex(where: { $0.name == wanted }),
        tables[place].rows.count == count
      else { return [] }
      let shown = name == "join" ? joined(tables[place]) : properties
      return shown.compactMap { figure($0, of: tables[place], at: place, layer: layer) }
    }
  }

  /// The numbers of the plan's own tables, shares first.
  private func joined(_ table: ReportTable) -> [String] {
    let left: Set = ["code", "name", "area_ha"]
    let names = table.columns.filter { column in
      column.decimals != nil && !left.contains(column.property)
        && !["_numerator", "_denominator", "_high"].contains(where: column.property.hasSuffix)
    }.map(\.property)
    return names.filter { $0.hasSuffix("_pct") } + names.filter { !$0.hasSuffix("_pct") }
  }

  private func figure(
    _ property: String, of table: ReportTable, at place: Int, layer: Layer
  ) -> JSONValue? {
    guard let column = table.column(property), let decimals = table.columns[column].decimals else {
      return nil
    }
    let values = layer.features.compactMap { $0.value(property) }
    guard !values.isEmpty else { return nil }
    let target =
      property == "forest_pct"
      ? layer.features.lazy.compactMap { $0.value("target_pct") }.first : nil
    guard
      let breaks = ClassBreaks.rounded(
        values + (target.map { [$0] } ?? []), count: Self.classCount, through: target ?? 0)
    else { return nil }
    let colours = Palette.colours(FigureTitles.ramp(of: property), count: breaks.count)
    return [
      "table": .integer(place), "column": .integer(column),
      "high": pair(of: property, in: table).map { .integer($0) } ?? .null,
      "title": .text(title(of: property)), "decimals": .integer(decimals),
      "bounds": .list(
        FigureClasses.clipped(breaks, of: property, values).bounds
          .map { .decimal($0, decimals: 9) }),
      "colours": .list(
        (0..<breaks.count).map { .text(Self.web(colours[min($0, colours.count - 1)])) }),
      "target": target.map { .decimal($0, decimals: 9) } ?? .null,
    ]
  }

  /// The column of the other end of an interval.
  private func pair(of property: String, in table: ReportTable) -> Int? {
    property.hasSuffix("_low") ? table.column(property.dropLast(4) + "_high") : nil
  }

  private func title(of property: String) -> String {
    FigureTitles.known(property, language) ?? words.column(property)
  }

  /// A colour as CSS writes it.
  static func web(_ colour: Colour) -> String {
    "#"
      + [colour.red, colour.green, colour.blue].map { part in
        let text = String(Int((part * 255).rounded()), radix: 16)
        return text.count == 1 ? "0" + text : text
      }.joined()
  }
}
