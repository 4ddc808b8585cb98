import GeoModel
import PROJKit
import TestSupport
import Testing

@testable import Studies

@Suite("Units measured")
struct UnitMeasurerTests {
  private func unit(
    _ level: String, _ code: String, in parent: String?, _ polygons: [Polygon]
  ) -> AdministrativeUnit {
    AdministrativeUnit(
      level: level, code: code, name: code, parentCode: parent, polygons: polygons, area: 0,
      sourceFeature: code)
  }

  private func level(_ units: [AdministrativeUnit], isOutlined: Bool = true) -> Study.Level {
    Study.Level(
      name: units.first?.level ?? "", units: units, nativePolygons: nil, placement: nil,
      attributes: [:], isOutlined: isOutlined)
  }

  /// Cells of a shaken lattice in two districts by chance, some in none, one turned inside out.
  @Test("each has the area and the faults that it has alone", arguments: 0..<6)
  func asAlone(_ seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let side = 9
    let corners = (0...side).map { row in
      (0...side).map { column in
        Coordinate(
          x: 108 + 0.01 * (Double(column) + .random(in: -0.3...0.3, using: &random)),
          y: 15 + 0.01 * (Double(row) + .random(in: -0.3...0.3, using: &random)))
      }
    }
    let communes = (0..<side * side).map { index in
      let (row, column) = (index / side, index % side)
      var ring = [
        corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
        corners[row + 1][column],
      ]
      if index == 40 { ring.swapAt(1, 2) }
      return unit(
        "commune", "\(index)", in: ["A", "B", "C", nil].randomElement(using: &random) ?? nil,
        [Polygon(exterior: LinearRing(ring))])
    }
    let districts = ["A", "B"].map { code in
      unit(
        "district", code, in: nil,
        communes.filter { $0.parentCode == code }.flatMap(\.polygons))
    }
    let levels = [level(districts), level(communes)]
    for jobs in [1, 3] {
      let measures = try await UnitMeasurer(levels: levels).measures(StudyOptions(jobs: jobs))
      for (level, found) in zip(levels, measures) {
        #expect(found.count == level.units.count)
        for (unit, measure) in zip(level.units, found) {
          #expect(measure.area == Geodesic.area(of: unit.polygons), "seed \(seed) \(unit.label)")
        }
      }
      #expect(measures[1][40].invalidity != nil)
      #expect(measures[1].count { $0.invalidity != nil } == 1)
    }
  }

  @Test("a level without outlines is not measured, and those below it are")
  func withoutOutlines() async throws {
    let square = Polygon(
      exterior: LinearRing(
        [(108, 15), (108.1, 15), (108.1, 15.1)].map { Coordinate(x: $0.0, y: $0.1) }))
    let levels = [
      level([unit("district", "A", in: nil, [])], isOutlined: false),
      level([unit("commune", "1", in: "A", [square]), unit("commune", "2", in: "A", [])]),
    ]
    let measures = try await UnitMeasurer(levels: levels).measures(StudyOptions(jobs: 2))
    #expect(measures[0].isEmpty)
    #expect(measures[1].map(\.area) == [Geodesic.area(of: [square]), 0])
  }
}
