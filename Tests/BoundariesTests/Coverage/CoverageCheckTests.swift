import Boundaries
import GeoAlgorithms
import GeoModel
import Testing

/// Hand-drawn coverages; a degree at the equator, so that areas are those of quadrilaterals.
@Suite("Coverage: drawn by hand")
struct CoverageCheckTests {
  /// The area of a quadrilateral between parallels and meridians, in m².
  private func area(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Double {
    EllipsoidOfRevolution.wgs84.quadrilateralArea(
      south: south, latitudeSpan: north - south, longitudeSpan: east - west)
  }

  @Test("two squares side by side are a coverage with one shared border")
  func valid() throws {
    let faults = try CoverageCheck.faults(of: [
      unit("A", box(0, 0, 1, 1)), unit("B", box(1, 0, 2, 1)),
    ])
    #expect(faults.isCoverage)
    #expect(faults.sharedBorders.count == 1)
    #expect(abs((faults.sharedBorders.first?.metres ?? 0) - 110_574.4) < 0.1)
    #expect(faults.findings(for: [], level: "commune").isEmpty)
    #expect(faults.neighbours(count: 2) == [[1], [0]])
  }

  @Test("an overlap has its pair, its pieces, its area and a place inside")
  func overlap() throws {
    let units = [unit("A", box(0, 0, 1.25, 1)), unit("B", box(1, 0, 2, 1))]
    let faults = try CoverageCheck.faults(of: units)
    #expect(faults.gaps.isEmpty)
    let overlap = try #require(faults.overlaps.first)
    #expect(faults.overlaps.count == 1 && overlap.pieces.count == 1)
    #expect(abs(overlap.area / area(1, 0, 1.25, 1) - 1) < 1e-12)
    #expect(overlap.pieces[0].place == Coordinate(x: 1.125, y: 0.5))
    let finding = try #require(faults.findings(for: units, level: "commune").first)
    #expect(finding.kind == "overlap" && finding.severity == .error)
    #expect(finding.message.hasPrefix("A and B overlap by"))
    #expect(finding.vietnamese?.message.hasPrefix("A và B chồng lấn") == true)
  }

  @Test("a gap between four units has its area and those around it, the longest border first")
  func gap() throws {
    let units = [
      unit("S", box(0, 0, 3, 1)), unit("N", box(0, 2, 3, 3)), unit("W", box(0, 1, 1, 2)),
      unit("E", box(1.5, 1, 3, 2)),
    ]
    let faults = try CoverageCheck.faults(of: units)
    let gap = try #require(faults.gaps.first)
    #expect(faults.gaps.count == 1 && faults.overlaps.isEmpty)
    #expect(abs(gap.piece.area / area(1, 1, 1.5, 2) - 1) < 1e-12)
    #expect(gap.kind == .open)
    #expect(Set(gap.neighbours) == [0, 1, 2, 3])
    // A degree of latitude, twice; then half a degree of longitude, longer in the south.
    #expect(Array(gap.neighbours.prefix(2)) == [3, 2] && gap.neighbours.suffix(2) == [0, 1])
  }

  @Test("an enclave that its neighbour leaves out is no fault, one that it covers is")
  func enclave() throws {
    var outer = unit("A", box(0, 0, 3, 3))
    let inner = unit("B", box(1, 1, 2, 2))
    let covered = try CoverageCheck.faults(of: [outer, inner])
    #expect(covered.overlaps.count == 1)
    outer.polygons[0].holes = [inner.polygons[0].exterior]
    #expect(try CoverageCheck.faults(of: [outer, inner]).isCoverage)
  }

  @Test("a unit laid over a grid of others overlaps each, the inner ones too")
  func laidOver() throws {
    var units: [AdministrativeUnit] = []
    for row in 0..<3 {
      for column in 0..<3 {
        let (x, y) = (Double(column), Double(row))
        units.append(unit("\(row)\(column)", box(x, y, x + 1, y + 1)))
      }
    }
    units.append(unit("X", box(0, 0, 3, 3)))
    let faults = try CoverageCheck.faults(of: units)
    #expect(faults.overlaps.count == 9)
    #expect(faults.gaps.isEmpty && faults.duplicates.isEmpty)
  }

  @Test("exactly the same unit twice is a duplicate, whatever the start of its ring")
  func duplicate() throws {
    let units = [
      unit("A", box(0, 0, 1, 1)), unit("B", [(1, 1), (0, 1), (0, 0), (1, 0)]),
      unit("C", box(1, 0, 2, 1)),
    ]
    let faults = try CoverageCheck.faults(of: units)
    #expect(faults.duplicates == [[0, 1]])
    let kinds = faults.findings(for: units, level: "commune").map(\.kind)
    #expect(kinds == ["duplicate-geometry", "coverage-totals"])
  }

  @Test("slivers and pinholes go by width and area; a metre is some 9e-6 degrees")
  func slivers() throws {
    let metre = 9e-6
    let thin = try CoverageCheck.faults(of: [
      unit("A", box(0, 0, 1 + 2 * metre, 1)), unit("B", box(1, 0, 2, 1)),
    ])
    #expect(thin.sliverOverlapCount == 1)
    let width = try #require(thin.overlaps.first?.pieces.first?.width)
    #expect(abs(width - 2) < 0.01)
    // A notch of 20 m by 30 m in the border of A.
    let notched = try CoverageCheck.faults(of: [
      unit(
        "A",
        [
          (0, 0), (1, 0), (1, 0.5), (1 - 20 * metre, 0.5), (1 - 20 * metre, 0.5 + 30 * metre),
          (1, 0.5 + 30 * metre), (1, 1), (0, 1),
        ]), unit("B", box(1, 0, 2, 1)),
    ])
    #expect(notched.gapCount(.pinhole) == 1 && notched.gaps.count == 1)
    #expect(abs((notched.gaps.first?.piece.area ?? 0) - 600) < 6)
  }

  @Test("a border with one more position on one side is no fault, if the position lies on it")
  func extraPosition() throws {
    let faults = try CoverageCheck.faults(of: [
      unit("A", [(0, 0), (1, 0), (1, 0.5), (1, 1), (0, 1)]), unit("B", box(1, 0, 2, 1)),
    ])
    #expect(faults.isCoverage)
  }

  @Test("a small part apart from a large one is told")
  func detached() throws {
    let faults = try CoverageCheck.faults(of: [
      unit("A", box(0, 0, 1, 1), box(2, 0, 2.0005, 0.0005))
    ])
    #expect(faults.detachedParts.map(\.unit) == [0])
    #expect(faults.isCoverage)
  }

  @Test("an invalid unit is looked at as mended, and that is said; one without area is listed")
  func invalid() throws {
    let units = [
      unit("A", [(0, 0), (1, 1), (1, 0), (0, 1)]), unit("B", box(1, 0, 2, 1)),
      AdministrativeUnit(
        level: "commune", code: "C", name: nil, polygons: [], area: 0, sourceFeature: "2"),
    ]
    let faults = try CoverageCheck.faults(of: units)
    #expect(faults.mended == [0] && faults.withoutArea == [2])
    #expect(faults.findings(for: units, level: "x").contains { $0.kind == "checked-as-mended" })
  }
}
