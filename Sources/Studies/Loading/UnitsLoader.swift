internal import Boundaries
internal import GEOSKit
internal import GeoModel
internal import PROJKit
internal import Plan

/// Reads the units of all levels, from the finest up.
struct UnitsLoader {
  let plan: Plan
  let ledger: SourceLedger
  let vectors: VectorLoader
  let jobs: Int
  private let shown: Set<String>?

  /// Makes a loader with `jobs` workers for placing units; see ``StudyLoader/shown``.
  init(plan: Plan, ledger: SourceLedger, jobs: Int, shown: Set<String>? = nil) {
    self.plan = plan
    self.ledger = ledger
    self.jobs = jobs
    self.shown = shown
    vectors = VectorLoader(plan: plan, ledger: ledger)
  }

  /// The levels, the largest first, with parents assigned; their areas are still to be measured.
  ///
  /// Where `streamsFinest`, the finest level has a source and comes without outlines, but with what it takes
  /// to read them; see ``StreamedOutlines``.
  func load(
    streamsFinest: Bool = false
  ) async throws(StudyError) -> (levels: [Study.Level], outlines: StreamedOutlines?) {
    var levels: [Study.Level] = []
    var outlines: StreamedOutlines?
    let drawn = levelsToDraw
    for definition in plan.units.reversed() {
      switch definition.origin {
      case .source(let source) where streamsFinest && levels.isEmpty:
        let found = try survey(source, level: definition)
        levels = [found.level]
        outlines = found.outlines
      case .source(let source):
        levels.insert(try await load(source, level: definition), at: 0)
      case .dissolve(let dissolve):
        guard let below = levels.first else {
          throw .internalFailure("the level \(dissolve.level) was not read")
        }
        levels.insert(
          try await Dissolver(
            definition: definition, dissolve: dissolve, ledger: ledger, jobs: jobs,
            drawsOutlines: drawn.contains(definition.name)
          ).level(from: below), at: 0)
      }
    }
    for index in levels.indices.dropFirst() {
      let assigner = ParentAssigner(
        above: levels[index - 1], definitionAbove: plan.units[index - 1],
        definition: plan.units[index])
      if outlines == nil || index < levels.count - 1 {
        assigner.assign(to: &levels[index])
      } else if !assigner.assignByRecords(to: &levels[index]) {
        outlines?.parents = ParentFinder(levels[index - 1].units)
      }
    }
    return (levels, outlines)
  }

  /// The levels that are shown, and those that one of them is dissolved from.
  private var levelsToDraw: Set<String> {
    guard var drawn = shown else { return Set(plan.units.map(\.name)) }
    for definition in plan.units where drawn.contains(definition.name) {
      if case .dissolve(let dissolve) = definition.origin { drawn.insert(dissolve.level) }
    }
    return drawn
  }

  private func load(
    _ source: UnitSource, level: UnitLevel
  ) async throws(StudyError) -> Study.Level {
    let placed = try await vectors.load(
      source.source, fields: fields(of: source, level: level), jobs: jobs)
    let order = order(of: placed.table, source: source)
    return Study.Level(
      name: level.name,
      units: order.map { unit(in: $0, of: placed.table, source: source, level: level) },
      nativePolygons: placed.nativeGeometries.map { native in
        order.map { native[$0]?.polygons ?? [] }
      },
      placement: placed.placement,
      attributes: attributes(of: placed.table, level: level, order: order))
  }

  /// The units as their fields tell, and how to read their outlines.
  private func survey(
    _ source: UnitSource, level: UnitLevel
  ) throws(StudyError) -> (level: Study.Level, outlines: StreamedOutlines) {
    let fields = fields(of: source, level: level)
    let found = try vectors.survey(source.source, fields: fields)
    let order = order(of: found.table, source: source)
    var positions = [Int](repeating: 0, count: order.count)
    for (position, row) in order.enumerated() { positions[row] = position }
    return (
      Study.Level(
        name: level.name,
        units: order.map { unit(in: $0, of: found.table, source: source, level: level) },
        nativePolygons: nil, placement: found.placement,
        attributes: attributes(of: found.table, level: level, order: order), isOutlined: false),
      StreamedOutlines(
        reference: source.source, fields: fields, placement: found.placement,
        positions: positions)
    )
  }

  private func fields(of source: UnitSource, level: UnitLevel) -> [FieldName] {
    [source.code, source.name, source.fullName, source.parent, source.declaredArea?.field]
      .compactMap(\.self) + fieldsNeeded(above: level)
  }

  /// The rows of `table` in the order of the units' codes.
  private func order(of table: FeatureTable, source: UnitSource) -> [Int] {
    CodeOrder.order(
      of: (0..<table.count).map { row in
        (text(source.code, row, of: table), feature(in: row, of: table))
      })
  }

  /// What names the unit in a row where it has no code.
  private func feature(in row: Int, of table: FeatureTable) -> String {
    "#\(table.identifiers[row])"
  }

  /// The unit in a row of `table`; without areas where its geometry is not there.
  private func unit(
    in row: Int, of table: FeatureTable, source: UnitSource, level: UnitLevel
  ) -> AdministrativeUnit {
    let code = text(source.code, row, of: table)
    let declared = source.declaredArea.flatMap { declared in
      table.column(declared.field.name).flatMap {
        NumberNotation.number($0, row: row, style: source.source.numbers)
      }.map { $0 * declared.unit.squareMetres }
    }
    return AdministrativeUnit(
      level: level.name, code: code, name: text(source.name, row, of: table) ?? code,
      fullName: text(source.fullName, row, of: table),
      parentCode: text(source.parent, row, of: table),
      polygons: table.geometries[row]?.polygons ?? [], area: 0, declaredArea: declared,
      sourceFeature: feature(in: row, of: table))
  }

  private func attributes(
    of table: FeatureTable, level: UnitLevel, order: [Int]
  ) -> [String: [String?]] {
    var attributes: [String: [String?]] = [:]
    for field in fieldsNeeded(above: level) {
      // An empty cell is no value: text files cannot tell the two apart.
      attributes[field.name] = order.map { row in
        text(field, row, of: table).flatMap { $0.isEmpty ? nil : $0 }
      }
    }
    return attributes
  }

  private func text(_ field: FieldName?, _ row: Int, of table: FeatureTable) -> String? {
    field.flatMap { table.column($0.name) }?.text(at: row)
  }

  /// The fields of this level's source by which levels above it are dissolved.
  private func fieldsNeeded(above level: UnitLevel) -> [FieldName] {
    var fields: [FieldName] = []
    var name = level.name
    for candidate in plan.units.reversed() {
      guard case .dissolve(let dissolve) = candidate.origin, dissolve.level == name else {
        continue
      }
      fields += [dissolve.by, dissolve.name].compactMap(\.self)
      name = candidate.name
    }
    return fields
  }
}
