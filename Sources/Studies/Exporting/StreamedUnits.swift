internal import Boundaries
internal import GDALKit
internal import GEOSKit
internal import GeoModel
internal import PROJKit
internal import Plan
internal import Publishing
internal import Synchronization

/// The units of a level as a layer, of which memory holds the fields and a few outlines at a time: each is
/// read, put in place, measured, checked and encoded on its own.
struct StreamedUnits: Sendable {
  let plan: Plan
  /// The level, without outlines.
  let level: Study.Level
  let outlines: StreamedOutlines
  let options: StudyOptions

  /// The features that a worker takes at a time.
  private static let batchSize = 32

  /// What was found of the units.
  struct Outcome: Sendable {
    /// Their geodesic areas in **square metres**, by position.
    fileprivate(set) var areas: [Double]
    fileprivate var byUnit: [Int: [Finding]] = [:]
    fileprivate var done = 0

    /// The area of all, in **square metres**, added up in their order.
    var area: Double { areas.reduce(0, +) }
    /// What is wrong with single units, in their order.
    var findings: [Finding] { byUnit.sorted { $0.key < $1.key }.flatMap(\.value) }
  }

  /// Puts every unit that can be written into `spool`, which has room for them; one that cannot is among the
  /// findings.
  ///
  /// - Throws: ``StudyError``, that of the first feature that fails; ``OutputError``, ``GeoJSONError``.
  func fill(_ spool: FeatureSpool) async throws -> Outcome {
    let board = Board(reader: try OutlineReader(outlines, plan: plan), count: level.units.count)
    let areNamed = UnitCheck.areNamed(level.units)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, options.jobs) {
        group.addTask {
          var memory = try outlines.placement.map { placement in
            TransformMemory(try placement.operation())
          }
          while let batch = board.reader.withLock({ $0.next(Self.batchSize) }) {
            do {
              try take(batch, by: &memory, areNamed: areNamed, into: spool, board)
            } catch {
              board.reader.withLock { $0.fail(error, at: batch.row) }
            }
            await Task.yield()
          }
        }
      }
      try await group.waitForAll()
    }
    try board.reader.withLock { try $0.requireEnd(at: level.units.count) }
    return board.outcome.withLock { $0 }
  }

  /// What the workers share.
  private final class Board: Sendable {
    let reader: Mutex<OutlineReader>
    let outcome: Mutex<Outcome>

    init(reader: sending OutlineReader, count: Int) {
      self.reader = Mutex(reader)
      outcome = Mutex(Outcome(areas: [Double](repeating: 0, count: count)))
    }
  }

  private func take(
    _ batch: OutlineReader.Batch, by memory: inout TransformMemory?, areNamed: Bool,
    into spool: FeatureSpool, _ board: Board
  ) throws {
    var features: [(position: Int, feature: LayerFeature)] = []
    var measured: [(position: Int, area: Double, findings: [Finding])] = []
    for (index, geometry) in batch.features.geometries.enumerated() {
      let position = try position(ofRow: batch.row + index, batch.features.identifiers[index])
      var unit = level.units[position]
      unit.polygons = try placed(geometry, by: &memory)?.polygons ?? []
      if let parents = outlines.parents { unit.parentCode = parents.parent(of: unit.polygons) }
      unit.area = Geodesic.area(of: unit.polygons)
      let invalidity = try Validity.invalidity(of: unit.polygons)
      measured.append(
        (
          position, unit.area,
          UnitCheck.findings(
            for: unit, invalidity: invalidity, level: level.name,
            hasParentLevel: plan.units.count > 1, areNamed: areNamed)
        ))
      // What cannot carry a figure is refused in the end, by its finding.
      guard invalidity == nil, !unit.polygons.isEmpty else { continue }
      features.append((position, UnitLayer.feature(of: unit, plan: plan)))
    }
    try spool.put(features)
    let done = board.outcome.withLock { outcome in
      for (position, area, findings) in measured {
        outcome.areas[position] = area
        if !findings.isEmpty { outcome.byUnit[position] = findings }
      }
      outcome.done += measured.count
      return outcome.done
    }
    options.report("units", done, of: level.units.count, unit: "units")
  }

  /// The position of the unit that the feature in `row` of the source is.
  private func position(ofRow row: Int, _ identifier: Int64) throws(StudyError) -> Int {
    guard row < outlines.positions.count else { throw OutlineReader.changed(outlines.reference) }
    let position = outlines.positions[row]
    guard level.units[position].sourceFeature == "#\(identifier)" else {
      throw OutlineReader.changed(outlines.reference)
    }
    return position
  }

  private func placed(
    _ geometry: Geometry?, by memory: inout TransformMemory?
  ) throws -> Geometry? {
    guard let geometry, var operation = memory else { return geometry }
    // Held once, so that what it remembers is not copied.
    memory = nil
    defer { memory = operation }
    do {
      return try Placement.place(geometry, by: &operation)
    } catch {
      throw VectorLoader(plan: plan, ledger: SourceLedger()).misplaced(outlines.reference, error)
    }
  }
}
