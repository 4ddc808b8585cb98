/// Bands of height and slope of units from a terrain model, band of rows by band of rows.
///
/// Each cell counts by the exact share that lies inside the unit, times its ellipsoidal area; the
/// slope is that of ``HornSlope`` with the cell's own size on the ground. The value is immutable;
/// each worker asks it for bands of rows, and ``tallies(of:unitAreas:)`` adds them up in a fixed
/// order, so that results do not depend on the number of workers.
///
/// The method: Docs/methods/terrain.md.
public struct ZonalTerrain: Sendable {
  /// The units and their edges by bands of rows.
  public let outlines: BandedOutlines
  /// The number of columns of the raster.
  public let columns: Int
  /// The number of rows of the raster.
  public let rows: Int
  /// The bands of height and slope.
  public let bands: TerrainBands

  private let areas: CellAreaModel
  private let metrics: GroundMetricModel

  /// Prepares a run over a raster of `columns` × `rows` cells.
  public init(
    outlines: BandedOutlines, columns: Int, rows: Int, bands: TerrainBands, areas: CellAreaModel,
    metrics: GroundMetricModel
  ) {
    self.outlines = outlines
    self.columns = columns
    self.rows = rows
    self.bands = bands
    self.areas = areas
    self.metrics = metrics
  }

  /// A worker's own working memory.
  public func makeAccumulator() -> ZonalAccumulator {
    ZonalAccumulator(
      outlines: outlines, columns: columns, rows: rows, classCount: bands.count, areas: areas)
  }

  /// What one band of rows adds. `read` gives the heights in **metres** of whole rows, row by row,
  /// NaN in voids; it is asked for the band's rows and the one on either side.
  public func sums(
    band: Int, accumulator: inout ZonalAccumulator, read: (Range<Int>) throws -> [Double]
  ) rethrows -> BandSums {
    let own = accumulator.rasterRows(of: band)
    var codes: [UInt8] = []
    if !own.isEmpty {
      let window = max(0, own.lowerBound - 1)..<min(rows, own.upperBound + 1)
      let heights = try read(window)
      codes = self.codes(of: own, heights: heights, window: window)
    }
    return accumulator.sums(band: band, codes: codes.span)
  }

  /// The code of each cell of `own`, from the heights of the rows of `window`.
  private func codes(of own: Range<Int>, heights: [Double], window: Range<Int>) -> [UInt8] {
    var codes: [UInt8] = []
    codes.reserveCapacity(own.count * columns)
    var slopes: [Double] = []
    let cells = heights.span
    func line(_ row: Int) -> Range<Int> {
      guard window.contains(row) else { return 0..<0 }
      let start = (row - window.lowerBound) * columns
      return start..<start + columns
    }
    for row in own {
      let heights = cells.extracting(line(row))
      HornSlope.slopes(
        above: cells.extracting(line(row - 1)), row: heights,
        below: cells.extracting(line(row + 1)),
        metrics: metrics.metrics(row: row, count: columns), into: &slopes)
      for column in 0..<columns {
        codes.append(bands.code(height: heights[column], slope: slopes[column]))
      }
    }
    return codes
  }

  /// The division of each unit's area, the sums of the bands of rows in ascending order; parallel to
  /// the units of the outlines and to `unitAreas` (geodesic, **square metres**), on which it closes.
  /// A unit that no cell reaches is outside.
  public func tallies(of sums: [BandSums], unitAreas: [Double]) -> [TerrainTally] {
    var zonal = ZonalSums(unitCount: unitAreas.count, classCount: bands.count)
    for band in sums { zonal.add(band) }
    return unitAreas.indices.map { unit in
      let total = unitAreas[unit]
      let cellArea = zonal.totalArea(unit: unit)
      guard cellArea > 0, total > 0 else {
        return TerrainTally(
          bands: bands, total: total, areas: [Double](repeating: 0, count: bands.count),
          outside: total)
      }
      let scale = total / cellArea
      return TerrainTally(
        bands: bands, total: total,
        areas: (0..<bands.count).map {
          scale * zonal.area(unit: unit, code: UInt8(truncatingIfNeeded: $0))
        }, outside: scale * zonal.outsideArea(unit: unit))
    }
  }
}
