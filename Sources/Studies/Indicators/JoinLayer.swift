internal import GeoModel
internal import Indicators
internal import Plan

/// Turns joined tables into a layer of units, or of villages.
struct JoinLayer {
  let study: Study
  let tables: [JoinedTable]
  /// The statuses of units and villages.
  var statuses: [Classified] = []

  /// The layer of the units of `level` with the figures of every table of that level or a finer
  /// one, the latter added up.
  func layer(of level: Study.Level, name: String) -> Layer {
    let columns = tables.flatMap { table in
      table.columns.compactMap { column -> (JoinedColumn, [String: JoinedFigure])? in
        figures(of: column, from: table.level, to: level.name).map { (column, $0) }
      }
    }
    let features = level.units.map { unit in
      LayerFeature(
        identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
        properties: UnitLayer.properties(of: unit, vintage: study.plan.vintage)
          + columns.flatMap { column, figures in
            Self.properties(column, unit.code.flatMap { figures[$0] })
          }
          + statuses.filter { $0.level == level.name }.flatMap { $0.properties(of: unit.code) })
    }
    let whole = columns.flatMap { column, figures in
      Self.properties(
        column, Self.total(of: column, level.units.map { $0.code.flatMap { figures[$0] } }))
    }
    let area = level.units.reduce(0) { $0 + $1.area }
    return Layer(
      name: name, features: features,
      studyTotals: UnitLayer.studyProperties(plan: study.plan, area: area) + whole)
  }

  /// The layer of the villages with the figures of every table of villages: all of them, or those
  /// in `units`. None is left out for want of a place or a code.
  func villageLayer(name: String, in units: Set<String>? = nil) -> Layer {
    let columns = tables.filter { $0.level == "village" }.flatMap(\.columns)
    let features = zip(study.villages ?? [], study.villageKeys).filter { village, _ in
      units.map { $0.contains(village.unit ?? "") } ?? true
    }.map { village, key in
      LayerFeature(
        identifier: "village/\(key)", geometry: village.position.map { .point($0) },
        properties: [
          Property("code", .optionalText(village.code)),
          Property("name", .optionalText(village.name)),
          Property("unit", .optionalText(village.unit)),
        ]
          + columns.flatMap { column in
            Self.properties(column, column.figures[key])
          }
          + statuses.filter { $0.level == "village" }.flatMap { $0.properties(of: village.code) })
    }
    return Layer(name: name, features: features)
  }

  /// The figures of a column by the codes of a level: as joined, or added up from a finer one;
  /// `nil` where the table is of a coarser level.
  func figures(
    of column: JoinedColumn, from: String, to: String
  ) -> [String: JoinedFigure]? {
    if from == to { return column.figures }
    let order = study.levels.map(\.name) + ["village"]
    guard let fine = order.firstIndex(of: from), let coarse = order.firstIndex(of: to),
      coarse < fine
    else { return nil }
    let members: [(code: String?, unit: String?)] =
      from == "village"
      ? zip(study.villages ?? [], study.villageKeys).map { ($1, $0.unit) }
      : study.levels[fine].units.map { ($0.code, $0.code) }
    let target = study.levels[coarse]
    // Villages name a unit of the finest level; units lie in themselves.
    let start = from == "village" ? study.finest : study.levels[fine]
    let chain = Study(
      plan: study.plan, ledger: study.ledger,
      levels: Array(study.levels.prefix { $0.name != start.name }) + [start])
    let ancestors = chain.ancestors(of: members.map(\.unit), at: target)
    var groups = [[JoinedFigure?]](repeating: [], count: target.units.count)
    for (member, ancestor) in zip(members, ancestors) {
      guard let ancestor else { continue }
      groups[ancestor].append(member.code.flatMap { column.figures[$0] })
    }
    var figures: [String: JoinedFigure] = [:]
    for (unit, group) in zip(target.units, groups) {
      if let code = unit.code { figures[code] = Self.total(of: column, group) }
    }
    return figures
  }

  /// The figure of several units together: sums, or Σ numerator ÷ Σ denominator, never a mean of
  /// shares; unknown where one is.
  static func total(of column: JoinedColumn, _ parts: [JoinedFigure?]) -> JoinedFigure {
    var figure = sum(of: column, parts)
    figure.estimates = FigureEstimate.total(parts.map { $0?.estimates ?? [] })
    return figure
  }

  private static func sum(of column: JoinedColumn, _ parts: [JoinedFigure?]) -> JoinedFigure {
    guard !parts.isEmpty else { return JoinedFigure(reason: "no_unit") }
    if column.kind.addsUp {
      let values = parts.map { $0?.value }
      guard values.allSatisfy({ $0 != nil }) else {
        return JoinedFigure(reason: "unknown_in_parts")
      }
      return JoinedFigure(value: CompensatedSum(of: values.compactMap(\.self)).value)
    }
    guard column.kind.isQuotient else {
      return JoinedFigure(reason: "\(column.kind.rawValue)_does_not_add_up")
    }
    let above = parts.map { $0?.numerator }
    let below = parts.map { $0?.denominator }
    guard above.allSatisfy({ $0 != nil }), below.allSatisfy({ $0 != nil }) else {
      return JoinedFigure(
        reason: column.of == nil
          ? "\(column.kind.rawValue)_without_denominator" : "unknown_in_parts")
    }
    let numerator = CompensatedSum(of: above.compactMap(\.self)).value
    let denominator = CompensatedSum(of: below.compactMap(\.self)).value
    guard denominator != 0 else {
      return JoinedFigure(numerator: numerator, denominator: 0, reason: "denominator_is_zero")
    }
    return JoinedFigure(
      value: column.kind.scale * numerator / denominator, numerator: numerator,
      denominator: denominator)
  }

  /// The column, of a quotient its parts, what it is estimated by where figures of it are, and the
  /// reason where the figure is not known.
  static func properties(_ column: JoinedColumn, _ figure: JoinedFigure?) -> [Property] {
    func real(_ value: Double?) -> PropertyValue { value.map { .real($0, decimals: 9) } ?? .null }
    var properties = [Property(column.name, real(figure?.value))]
    if column.kind.isQuotient {
      properties.append(Property("\(column.name)_numerator", real(figure?.numerator)))
      properties.append(Property("\(column.name)_denominator", real(figure?.denominator)))
    }
    if column.hasEstimates {
      let isKnown = figure?.value != nil
      properties.append(
        Property(
          "\(column.name)_estimate",
          .optionalText(isKnown ? FigureEstimate.text(figure?.estimates ?? []) : nil)))
    }
    let reason = figure?.value == nil ? figure?.reason ?? "no_row" : nil
    properties.append(Property("\(column.name)_reason", .optionalText(reason)))
    return properties
  }
}
