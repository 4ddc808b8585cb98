import ForestCover
import GeoAlgorithms
import GeoModel
import Testing

@Suite("The least area of a patch in a raster")
struct PatchRuleTests {
  /// Near the equator the areas of cells differ by less than this from row to row.
  private let equal = 1e-8

  @Test("a patch that a border cuts in two counts as a whole, in both units")
  func patchAcrossABorder() throws {
    let raster = DrawnRaster([
      "oFFo",
      "oooo",
    ])
    let units = [[rectangle(0, 0, 2, 2)], [rectangle(2, 0, 4, 2)]]
    func forest(leastCells: Double) throws -> [Double] {
      try raster.areas(in: units, unitCells: [4, 4], leastCells: leastCells)
        .map { $0.forest / raster.cellArea }
    }
    #expect(agree(try forest(leastCells: 1.5), [1, 1], to: equal))
    #expect(agree(try forest(leastCells: 2.5), [0, 0], to: equal))
  }

  @Test("a patch that reaches out of every unit counts as a whole")
  func patchBeyondTheStudy() throws {
    let raster = DrawnRaster([
      "oFFFFF",
      "oooooo",
    ])
    let cells = try raster.cells(in: [rectangle(0, 0, 2, 2)], unitCells: 4, leastCells: 4.5)
    #expect(agree(cells, [1, 3, 0, 0], to: equal), "\(cells)")
  }

  @Test("small patches are other land, not unknown land")
  func smallPatchesAreOther() throws {
    let raster = DrawnRaster([
      "FoFF?",
      "ooFFF",
    ])
    let cells = try raster.cells(in: [rectangle(0, 0, 5, 2)], unitCells: 10, leastCells: 2)
    #expect(agree(cells, [5, 4, 1, 0], to: equal), "\(cells)")
  }

  @Test("cells that touch at a corner are one patch only with 8 neighbours")
  func corners() throws {
    let raster = DrawnRaster([
      "Fo",
      "oF",
    ])
    let unit = [rectangle(0, 0, 2, 2)]
    #expect(
      agree(try raster.cells(in: unit, unitCells: 4, leastCells: 1.5), [0, 4, 0, 0], to: equal))
    #expect(
      agree(
        try raster.cells(in: unit, unitCells: 4, leastCells: 1.5, connectivity: .eight),
        [2, 2, 0, 0], to: equal))
  }

  @Test("no data parts a patch")
  func noDataParts() throws {
    let raster = DrawnRaster([
      "F?F",
      "ooo",
    ])
    let cells = try raster.cells(in: [rectangle(0, 0, 3, 2)], unitCells: 6, leastCells: 1.5)
    #expect(agree(cells, [0, 5, 1, 0], to: equal), "\(cells)")
  }

  @Test("a patch of just the least area stays")
  func exactlyTheLeastArea() throws {
    let raster = DrawnRaster([
      "FFo",
      "ooo",
    ])
    let unit = [rectangle(0, 0, 3, 2)]
    #expect(
      agree(try raster.cells(in: unit, unitCells: 6, leastCells: 2), [2, 4, 0, 0], to: equal))
    let above = try raster.cells(in: unit, unitCells: 6, leastCells: 2 * (1 + 1e-12))
    #expect(agree(above, [0, 6, 0, 0], to: equal), "\(above)")
  }

  @Test("a patch is judged as a whole whatever the height of a band", arguments: 1...7)
  func acrossBands(_ bandRows: Int) throws {
    let raster = DrawnRaster([
      "FooF",
      "FoFF",
      "Fooo",
      "FooF",
      "FooF",
      "oooF",
    ])
    func cells(_ least: Double) throws -> Double {
      let areas = try raster.areas(
        in: [[rectangle(0, 0, 4, 6)]], unitCells: [24], leastCells: least, bandRows: bandRows)[0]
      return areas.forestCells ?? -1
    }
    #expect(try cells(0) == 11)
    #expect(try cells(2.5) == 11)
    #expect(try cells(3.5) == 5)
    #expect(try cells(4.5) == 5)
    #expect(try cells(5.5) == 0)
  }
}
