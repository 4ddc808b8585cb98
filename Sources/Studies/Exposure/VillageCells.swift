internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// The ground of villages that are points, where the plan says `shape: thiessen`: all of their unit that
/// lies nearer to them than to another of its villages.
struct VillageCells {
  let study: Study
  let villages: [Village]

  /// For each village its cell; none where the plan asks for none, and for a village that has an area of
  /// its own, no place, or a place outside its unit.
  ///
  /// - Throws: ``StudyError/plan(_:)`` naming villages that stand at one place.
  func cells() throws -> [[Polygon]] {
    var cells = [[Polygon]](repeating: [], count: villages.count)
    guard let section = study.plan.villages, section.shape == .thiessen else { return cells }
    let finest = study.finest.units
    var members: [String: [Int]] = [:]
    for (index, village) in villages.enumerated() where village.polygons.isEmpty {
      guard let unit = village.unit, village.position != nil,
        study.villageContainers[index] == unit
      else { continue }
      members[unit, default: []].append(index)
    }
    try refuseShared(members.values.flatMap(\.self), section)
    for unit in finest {
      guard let code = unit.code, let own = members[code] else { continue }
      let division = ThiessenCells(
        own.compactMap { villages[$0].position },
        in: Geometry.multiPolygon(unit.polygons).boundingBox)
      for (number, village) in own.enumerated() {
        guard let cell = division.cell(of: number) else { continue }
        cells[village] = try Overlay.intersection([cell], unit.polygons)
      }
    }
    let count = cells.count { !$0.isEmpty }
    study.ledger.assume(
      "a village that is a point has the ground of its unit that is nearest to it (shape: thiessen)",
      in: "villages", count: count, of: villages.count)
    return cells
  }

  private func refuseShared(_ indices: [Int], _ section: VillagesSection) throws {
    var holders: [Coordinate: Int] = [:]
    var problems: [PlanProblem] = []
    for index in indices.sorted() {
      guard let position = villages[index].position else { continue }
      guard let other = holders[position] else {
        holders[position] = index
        continue
      }
      problems.append(
        study.plan.problem(
          at: section.mark, path: "villages.shape",
          "villages \(villages[other].code ?? villages[other].sourceFeature) and"
            + " \(villages[index].code ?? villages[index].sourceFeature) stand at one place, which"
            + " no cell can divide",
          suggestion: "correct one of them, or say radius_m in place of shape"))
    }
    guard problems.isEmpty else { throw StudyError.plan(problems) }
  }
}
