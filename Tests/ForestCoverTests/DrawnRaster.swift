import ForestCover
import GeoAlgorithms
import GeoModel
import PROJKit

/// A raster that a reader checks by eye: `F` forest, `o` other land, `?` no data.
///
/// It lies on the equator in cells of 0.001°, its middle row border on the equator itself where the
/// number of rows is even. So near to it the areas of cells differ by less than 1e-8, and in two
/// rows not at all: a unit's figures are its numbers of cells times ``cellArea``.
struct DrawnRaster {
  static let step = 0.001
  let columns: Int
  let rows: Int
  let codes: [UInt8]
  let grid: GridGeometry
  let areas: CellAreaModel

  init(_ lines: [String]) {
    let columns = lines.first?.count ?? 0
    precondition(lines.allSatisfy { $0.count == columns })
    self.columns = columns
    rows = lines.count
    codes = lines.joined().map { letter in
      switch letter {
      case "F": ForestCode.forest
      case "o": ForestCode.other
      default: ForestCode.noData
      }
    }
    grid = GridGeometry(
      columns: columns, rows: rows, originX: 108, columnStepX: Self.step,
      originY: Double(rows) / 2 * Self.step, rowStepY: -Self.step)
    areas = CellAreaModel(geographic: grid)
  }

  /// The area of a cell beside the equator in m².
  var cellArea: Double { areas.area(column: 0, row: rows / 2) }

  /// A run over units given in grid coordinates; `leastCells` is the least area of a patch.
  func cover(
    of units: [[Polygon]], leastCells: Double = 0, connectivity: PatchConnectivity = .four,
    bandRows: Int = 256
  ) throws -> RasterForestCover {
    var outlines = GridOutlines()
    for unit in units { try outlines.append(unit) }
    return RasterForestCover(
      outlines: BandedOutlines(outlines, bandRows: bandRows), columns: columns, rows: rows,
      areas: areas, leastPatchArea: leastCells * cellArea, connectivity: connectivity)
  }

  /// The rows that a band asks for.
  func read(_ rows: Range<Int>) -> [UInt8] {
    Array(codes[rows.lowerBound * columns..<rows.upperBound * columns])
  }

  /// The division of each unit whose area is so many cells.
  func areas(
    in units: [[Polygon]], unitCells: [Double], leastCells: Double = 0,
    connectivity: PatchConnectivity = .four, bandRows: Int = 256
  ) throws -> [ForestAreas] {
    let run = try cover(
      of: units, leastCells: leastCells, connectivity: connectivity, bandRows: bandRows)
    var accumulator = run.makeAccumulator()
    let sums = run.outlines.bands.map {
      run.sums(band: $0, accumulator: &accumulator, read: read)
    }
    return run.areas(of: sums, unitAreas: unitCells.map { $0 * cellArea })
  }

  /// The same for one unit, in cells: forest, other, no data, outside.
  func cells(
    in unit: [Polygon], unitCells: Double, leastCells: Double = 0,
    connectivity: PatchConnectivity = .four
  ) throws -> [Double] {
    let areas = try areas(
      in: [unit], unitCells: [unitCells], leastCells: leastCells, connectivity: connectivity)[0]
    return [areas.forest, areas.other, areas.noData, areas.outside].map { $0 / cellArea }
  }
}

/// A rectangle between two corners: columns and rows of a grid, or longitudes and latitudes.
func rectangle(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Polygon {
  polygon([(left, top), (right, top), (right, bottom), (left, bottom)])
}

/// A polygon without holes.
func polygon(_ corners: [(Double, Double)]) -> Polygon {
  Polygon(exterior: LinearRing(corners.map { Coordinate(x: $0.0, y: $0.1) }))
}

/// Whether two rows of numbers agree to `tolerance`.
func agree(_ left: [Double], _ right: [Double], to tolerance: Double) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
}
