import Boundaries
import GeoModel
import Testing

@Suite("Coverage: repair")
struct CoverageRepairTests {
  private func corners(_ unit: AdministrativeUnit) -> Set<Coordinate> {
    Set(unit.polygons.flatMap { $0.exterior.coordinates })
  }

  @Test("doubled ground goes to the unit with the longer border, the gap to the longest neighbour")
  func rules() throws {
    // B's west edge bulges 0.1 into A over half its height: the face borders on A by 0.5 + 0.1 +
    // 0.1 and on B by 0.5, so A keeps it.
    let units = [
      unit("A", box(0, 0, 1, 1)),
      unit("B", [(1, 0), (2, 0), (2, 1), (1, 1), (1, 0.75), (0.9, 0.75), (0.9, 0.25), (1, 0.25)]),
    ]
    let repair = try CoverageRepair(of: units)
    #expect(repair.after.isCoverage)
    #expect(repair.changes.map(\.unit) == [0, 1])
    #expect(
      corners(repair.units[1]) == [
        Coordinate(x: 1, y: 0), Coordinate(x: 2, y: 0), Coordinate(x: 2, y: 1),
        Coordinate(x: 1, y: 1), Coordinate(x: 1, y: 0.75), Coordinate(x: 1, y: 0.25),
      ])
  }

  @Test("an enclave that its neighbour covers keeps its ground")
  func enclave() throws {
    let repair = try CoverageRepair(of: [
      unit("A", box(0, 0, 3, 3)), unit("B", box(1, 1, 2, 2)),
    ])
    #expect(repair.after.isCoverage)
    #expect(repair.units[0].polygons[0].holes.count == 1)
    #expect(repair.changes.map(\.unit) == [0])
  }

  @Test("a wide gap and units drawn twice are left, and listed")
  func left() throws {
    let units = [
      unit("A", box(0, 0, 1, 1)), unit("B", box(0, 0, 1, 1)), unit("C", box(1, 0, 2, 0.3)),
      unit("D", box(1, 0.7, 2, 1)), unit("E", box(2, 0, 3, 1)),
    ]
    let repair = try CoverageRepair(of: units)
    #expect(repair.after.gaps.count == 1)
    #expect(repair.after.duplicates == [[0, 1]])
    #expect(repair.units[0].polygons == repair.units[1].polygons)
  }

  @Test("a bow tie is mended and said to have been invalid")
  func bowTie() throws {
    let repair = try CoverageRepair(of: [unit("A", [(0, 0), (1, 1), (1, 0), (0, 1)])])
    #expect(repair.units[0].polygons.count == 2)
    #expect(repair.changes.map(\.wasInvalid) == [true])
  }
}
