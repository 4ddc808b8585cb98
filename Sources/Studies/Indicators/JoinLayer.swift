internal import GeoModel
internal import Indicators
internal import Plan

/// Turns joined tables into a layer of units, or of villages.
struct JoinLayer {
  let study: Study
  let tables: [JoinedTable]
  /// The statuses of units and villages.
  var statuses: [Classified] = []

  /// A column with its figures in the order of a layer's units.
  private struct FilledColumn {
    var column: JoinedColumn
    /// What it becomes: its names are made up once, and not for every unit.
    var properties: JoinProperties
    var figures: FiguresByCode
    var positions: [Int?]

    subscript(unit: Int) -> JoinedFigure? { positions[unit].map { figures.figure(at: $0) } }
  }

  /// The layer of the units of `level` with the figures of every table of that level or a finer
  /// one, the latter added up. Features are made by `jobs` workers.
  func layer(of level: Study.Level, name: String, jobs: Int) async throws -> Layer {
    let codes = level.units.map(\.code)
    var columns: [FilledColumn] = []
    for table in tables {
      for column in table.columns {
        guard let found = figures(of: column, from: table.level, to: level.name) else { continue }
        // Columns of one table stand at the same positions, which are looked up once.
        let positions =
          columns.last.flatMap { $0.figures.sharesIndex(with: found) ? $0.positions : nil }
          ?? found.positions(of: codes)
        columns.append(
          FilledColumn(
            column: column, properties: JoinProperties(column), figures: found,
            positions: positions))
      }
    }
    let classified = statuses.filter { $0.level == level.name }
    let width = columns.reduce(8) { $0 + JoinProperties.count(of: $1.column) }
    let (filled, vintage) = (columns, study.plan.vintage)
    let features = try await OrderedWork.mapRuns(count: level.units.count, jobs: jobs) { run in
      run.map { index in
        let unit = level.units[index]
        var properties = UnitLayer.properties(of: unit, vintage: vintage)
        properties.reserveCapacity(width)
        // By position: a column taken out of the array is copied with all that it refers to, which
        // takes longer than its property.
        for column in filled.indices {
          filled[column].properties.append(filled[column][index], to: &properties)
        }
        properties += classified.flatMap { $0.properties(of: unit.code) }
        return LayerFeature(
          identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
          properties: properties)
      }
    }
    let totals = try await OrderedWork.map(count: filled.count, jobs: jobs) { position in
      let column = filled[position]
      return Self.total(of: column.column, codes.indices.map { column[$0] })
    }
    var whole: [Property] = []
    for (column, total) in zip(filled, totals) { column.properties.append(total, to: &whole) }
    let area = level.units.reduce(0) { $0 + $1.area }
    return Layer(
      name: name, features: features,
      studyTotals: UnitLayer.studyProperties(plan: study.plan, area: area) + whole)
  }

  /// The layer of the villages with the figures of every table of villages: all of them, or those
  /// in `units`. None is left out for want of a place or a code.
  func villageLayer(name: String, in units: Set<String>? = nil) -> Layer {
    let columns = tables.filter { $0.level == "village" }.flatMap(\.columns)
      .map { (properties: JoinProperties($0), figures: $0.figures) }
    let classified = statuses.filter { $0.level == "village" }
    let features = zip(study.villages ?? [], study.villageKeys).filter { village, _ in
      units.map { $0.contains(village.unit ?? "") } ?? true
    }.map { village, key in
      var properties = [
        Property("code", .optionalText(village.code)),
        Property("name", .optionalText(village.name)),
        Property("unit", .optionalText(village.unit)),
      ]
      for column in columns { column.properties.append(column.figures[key], to: &properties) }
      properties += classified.flatMap { $0.properties(of: village.code) }
      return LayerFeature(
        identifier: "village/\(key)", geometry: village.position.map { .point($0) },
        properties: properties)
    }
    return Layer(name: name, features: features)
  }

  /// The figures of a column by the codes of a level: as joined, or added up from a finer one;
  /// `nil` where the table is of a coarser level.
  func figures(
    of column: JoinedColumn, from: String, to: String
  ) -> FiguresByCode? {
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
    return FiguresByCode(figures)
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
}
