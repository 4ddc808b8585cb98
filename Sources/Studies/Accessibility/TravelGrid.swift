internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan

/// The part of a raster that travel is looked at on: the cells around the units, with a margin.
struct TravelGrid {
  /// The cells, as a grid of its own.
  let grid: GridGeometry
  let system: ReferenceSystem
  /// The rows and columns of the whole raster that they are.
  let rows: Range<Int>
  let columns: Range<Int>
  /// The lengths of steps on the ground.
  let steps: GridSteps
  /// Lays units and lines over the cells.
  let gridding: UnitGridding

  /// The cells of `raster` within `margin` **metres** of the units of `level`.
  ///
  /// - Throws: ``StudyError`` where the raster does not reach the units.
  init(
    _ raster: RasterDescription, system: ReferenceSystem, level: Study.Level, margin: Double,
    reference: SourceReference, study: Study
  ) throws(StudyError) {
    let path = reference.path.replacing(".source", with: "")
    let whole = UnitGridding(grid: raster.grid, system: system, ledger: study.ledger, path: path)
    let outlines = try whole.outlines(of: [level])
    let middle = (outlines.rows.lowerBound + outlines.rows.upperBound) / 2
    let size = try whole.steps(
      rows: min(max(middle, 0), raster.grid.rows - 1)..<min(max(middle, 0), raster.grid.rows - 1)
        + 1)[0]
    func around(_ range: Range<Int>, _ step: Double, _ count: Int) -> Range<Int> {
      let cells = Int((margin / step).rounded(.up))
      return max(0, range.lowerBound - cells)..<min(count, max(0, range.upperBound + cells))
    }
    guard outlines.rows.overlaps(0..<raster.grid.rows),
      outlines.columns.overlaps(0..<raster.grid.columns)
    else {
      throw PlacedRaster.problem(
        "does not reach the units", "give a raster of the study's own ground", with: reference,
        of: study.plan)
    }
    rows = around(outlines.rows, size.down, raster.grid.rows)
    columns = around(outlines.columns, size.across, raster.grid.columns)
    let corner = raster.grid.position(
      column: Double(columns.lowerBound), row: Double(rows.lowerBound))
    var part = raster.grid
    part.originX = corner.x
    part.originY = corner.y
    part.columns = columns.count
    part.rows = rows.count
    grid = part
    self.system = system
    gridding = UnitGridding(grid: part, system: system, ledger: study.ledger, path: path)
    steps = GridSteps(rows: try gridding.steps(rows: 0..<part.rows))
  }

  /// The cell that holds a place given in longitude and latitude; `nil` off the grid.
  func cell(of place: Coordinate) throws(StudyError) -> GridCell? {
    guard let found = try gridding.gridded(line: [place]).first else { return nil }
    let (column, row) = (found.x.rounded(.down), found.y.rounded(.down))
    guard row >= 0, column >= 0, row < Double(grid.rows), column < Double(grid.columns) else {
      return nil
    }
    return GridCell(column: Int(column), row: Int(row))
  }
}
