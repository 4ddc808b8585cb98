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
  func load() async throws(StudyError) -> [Study.Level] {
    var levels: [Study.Level] = []
    let drawn = levelsToDraw
    for definition in plan.units.reversed() {
      switch definition.origin {
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
      try ParentAssigner(
        above: levels[index - 1], definitionAbove: plan.units[index - 1],
        definition: plan.units[index]
      ).assign(to: &levels[index])
    }
    return levels
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
    let dissolveFields = fieldsNeeded(above: level)
    let fields =
      [source.code, source.name, source.fullName, source.parent, source.declaredArea?.field]
      .compactMap(\.self) + dissolveFields
    let placed = try await vectors.load(source.source, fields: fields, jobs: jobs)
    let table = placed.table
    func text(_ field: FieldName?, _ row: Int) -> String? {
      field.flatMap { table.column($0.name) }?.text(at: row)
    }
    var units: [AdministrativeUnit] = []
    for row in 0..<table.count {
      let polygons = table.geometries[row]?.polygons ?? []
      let declared = source.declaredArea.flatMap { declared in
        table.column(declared.field.name).flatMap {
          NumberNotation.number($0, row: row, style: source.source.numbers)
        }.map { $0 * declared.unit.squareMetres }
      }
      let code = text(source.code, row)
      units.append(
        AdministrativeUnit(
          level: level.name, code: code, name: text(source.name, row) ?? code,
          fullName: text(source.fullName, row), parentCode: text(source.parent, row),
          polygons: polygons, area: 0, declaredArea: declared,
          sourceFeature: "#\(table.identifiers[row])"))
    }
    let order = CodeOrder.order(of: units.map { ($0.code, $0.sourceFeature) })
    var attributes: [String: [String?]] = [:]
    for field in dissolveFields {
      // An empty cell is no value: text files cannot tell the two apart.
      attributes[field.name] = order.map { row in
        text(field, row).flatMap { $0.isEmpty ? nil : $0 }
      }
    }
    return Study.Level(
      name: level.name, units: order.map { units[$0] },
      nativePolygons: placed.nativeGeometries.map { native in
        order.map { native[$0]?.polygons ?? [] }
      },
      placement: placed.placement, attributes: attributes)
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

/// The order in which units and villages come out: by code, compared by Unicode scalars, whatever
/// the order of the source.
enum CodeOrder {
  /// The indices of `entries` in order; those without a code last, by their feature.
  static func order(of entries: [(code: String?, feature: String)]) -> [Int] {
    entries.indices.sorted { left, right in
      let (one, other) = (entries[left], entries[right])
      switch (one.code, other.code) {
      case (let a?, let b?) where a != b:
        return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left < right
      }
    }
  }
}
