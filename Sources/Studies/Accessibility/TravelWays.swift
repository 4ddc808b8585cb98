internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// Draws roads, paths and barriers on the cells of a grid.
struct TravelWays {
  /// What lies on each cell, and what that costs.
  struct Cells {
    var codes: CellCodes
    var costs: TravelCosts
  }

  let study: Study
  let section: AccessibilitySection
  let grid: TravelGrid

  /// The cells of the plan's roads, if it has any, and of the section's barriers.
  func load() throws(StudyError) -> Cells {
    var codes = CellCodes(columns: grid.grid.columns, rows: grid.grid.rows)
    for name in section.barriers { try drawBarrier(name, on: &codes) }
    guard let roads = study.plan.roads else {
      study.ledger.warn("the plan has no roads: all ways are on foot")
      return Cells(
        codes: codes, costs: TravelCosts(speeds: [], offPathFactor: section.offPathFactor))
    }
    let table = try RoadsLoader(section: roads, plan: study.plan, ledger: study.ledger).load().table
    let classes = WayClasses(table, speeds: roads.speeds, ledger: study.ledger)
    guard Set(classes.speeds).count <= 250 else {
      throw .plan([
        study.plan.problem(
          at: roads.mark, path: "roads.speeds_kmh", "there are more than 250 different speeds",
          suggestion: "round them")
      ])
    }
    let costs = TravelCosts(speeds: classes.speeds, offPathFactor: section.offPathFactor)
    // A few at a time: lines in grid coordinates take as much room as the roads themselves.
    for first in stride(from: 0, to: table.count, by: Self.linesAtOnce) {
      let drawn: [(line: [Coordinate], code: UInt8)] =
        (first..<min(first + Self.linesAtOnce, table.count)).compactMap { index in
          classes.code(ofClass: table.attributes.classes[index], in: costs).map {
            (Array(table.lines[index]), $0)
          }
        }
      let lines = try grid.gridding.gridded(lines: drawn.map(\.line))
      for (line, code) in zip(lines, drawn.map(\.code)) { codes.draw(line: line, code: code) }
    }
    return Cells(codes: codes, costs: costs)
  }

  private static let linesAtOnce = 10_000

  private func drawBarrier(_ name: FieldName, on codes: inout CellCodes) throws(StudyError) {
    guard let overlay = study.plan.overlays.first(where: { $0.name == name.name }) else { return }
    let table = try VectorLoader(plan: study.plan, ledger: study.ledger)
      .load(overlay.source, fields: []).table
    var areas: [Polygon] = []
    var others = 0
    for geometry in table.geometries {
      let lines = geometry?.lines ?? []
      let polygons = geometry?.polygons ?? []
      areas += polygons
      if lines.isEmpty, polygons.isEmpty { others += 1 }
      for line in try grid.gridding.gridded(lines: lines) {
        codes.draw(line: line, code: TravelCosts.barrier)
      }
    }
    study.ledger.leaveOut(
      others, of: overlay.source.path, because: "no line and no area: no barrier")
    guard !areas.isEmpty else { return }
    let level = Study.Level(
      name: name.name,
      units: [
        AdministrativeUnit(
          level: name.name, code: nil, name: nil, polygons: areas, area: 0, sourceFeature: "#1")
      ], nativePolygons: nil, placement: nil, attributes: [:])
    codes.draw(areas: try grid.gridding.outlines(of: [level]), code: TravelCosts.barrier)
  }
}
