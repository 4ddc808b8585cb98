public import GeoAlgorithms

/// Forest cover of units from a raster, band of rows by band of rows.
///
/// Each cell counts by the exact share that lies inside the unit, times its ellipsoidal area.
/// Patches are formed over the whole raster, before units are cut. The value is immutable; each
/// worker asks it for bands, and ``areas(of:unitAreas:)`` adds them up in a fixed order, so that
/// results do not depend on the number of workers.
///
/// The method: Docs/methods/raster-coverage.md.
public struct RasterForestCover: Sendable {
  /// The units and their edges by band.
  public let outlines: BandedOutlines
  /// The number of columns of the raster.
  public let columns: Int
  /// The number of rows of the raster.
  public let rows: Int

  let areas: CellAreaModel
  let patches: PatchFilter?
  /// The greatest number of rows that a small patch can span; 0 without a least area.
  let haloRows: Int

  /// Prepares a run over a raster of `columns` × `rows` cells.
  ///
  /// - Parameters:
  ///   - outlines: the units in grid coordinates, by bands of rows.
  ///   - columns: the number of cells in a row.
  ///   - rows: the number of rows.
  ///   - areas: the ellipsoidal areas of the cells.
  ///   - leastPatchArea: in **square metres**; forest patches below it are "other". 0 for none.
  ///   - connectivity: which cells are neighbours.
  public init(
    outlines: BandedOutlines, columns: Int, rows: Int, areas: CellAreaModel,
    leastPatchArea: Double, connectivity: PatchConnectivity
  ) {
    self.outlines = outlines
    self.columns = columns
    self.rows = rows
    self.areas = areas
    guard leastPatchArea > 0 else {
      patches = nil
      haloRows = 0
      return
    }
    let filter = PatchFilter(
      PatchRule(
        code: ForestCode.forest, replacement: ForestCode.other, leastArea: leastPatchArea,
        connectivity: connectivity), areas: areas)
    patches = filter
    haloRows = filter.haloRows(columns: columns, rows: 0..<rows)
  }

  /// A worker's own working memory.
  public func makeAccumulator() -> ZonalAccumulator {
    ZonalAccumulator(
      outlines: outlines, columns: columns, rows: rows, classCount: ForestCode.count, areas: areas)
  }

  /// What one band adds. `read` gives the ``ForestCode`` of each cell of whole rows, row by row;
  /// it is asked for the band's rows and as many around them as a small patch can span.
  public func sums(
    band: Int, accumulator: inout ZonalAccumulator, read: (Range<Int>) throws -> [UInt8]
  ) rethrows -> BandSums {
    let own = accumulator.rasterRows(of: band)
    let window = self.window(around: own)
    var codes = own.isEmpty ? [] : try read(window)
    if !own.isEmpty { removeSmallPatches(from: &codes, rows: window) }
    // Cut in a statement of its own: Swift 6.3.1 miscompiles a span of a throwing call's result.
    let start = own.isEmpty ? 0 : (own.lowerBound - window.lowerBound) * columns
    let cells = codes.span.extracting(start..<start + own.count * columns)
    return accumulator.sums(band: band, codes: cells)
  }

  /// The rows that tell the patches of the rows `own`: as many more on either side as a small patch
  /// can span.
  func window(around own: Range<Int>) -> Range<Int> {
    let margin = own.isEmpty ? 0 : haloRows
    return max(0, own.lowerBound - margin)..<min(rows, own.upperBound + margin)
  }

  /// Gives forest in patches under the least area its other class, in a window of whole rows.
  func removeSmallPatches(from codes: inout [UInt8], rows: Range<Int>) {
    patches?.apply(to: &codes, rows: rows)
  }

  /// The division of each unit's area, the sums of the bands in ascending order; parallel to the
  /// units of the outlines and to `unitAreas` (geodesic, **square metres**).
  ///
  /// Hectares are the unit's area × the share of the cells, so that the four parts close on it. A
  /// unit that no cell reaches (of no area) is outside.
  public func areas(of bands: [BandSums], unitAreas: [Double]) -> [ForestAreas] {
    var sums = ZonalSums(unitCount: unitAreas.count, classCount: ForestCode.count)
    for band in bands { sums.add(band) }
    return unitAreas.indices.map { unit in
      let total = unitAreas[unit]
      let cellArea = sums.totalArea(unit: unit)
      guard cellArea > 0, total > 0 else {
        return ForestAreas(
          total: total, forest: 0, other: 0, outside: total, forestCells: 0, knownCells: 0)
      }
      let scale = total / cellArea
      let forestCells = sums.cells(unit: unit, code: ForestCode.forest)
      let water = scale * sums.area(unit: unit, code: ForestCode.water)
      return ForestAreas(
        total: total, forest: scale * sums.area(unit: unit, code: ForestCode.forest),
        other: scale * sums.area(unit: unit, code: ForestCode.other) + water, water: water,
        noData: scale * sums.area(unit: unit, code: ForestCode.noData),
        outside: scale * sums.outsideArea(unit: unit), forestCells: forestCells,
        knownCells: forestCells + sums.cells(unit: unit, code: ForestCode.other)
          + sums.cells(unit: unit, code: ForestCode.water),
        cellAreaRatio: cellArea / total, improperCells: sums.improperCells(unit: unit))
    }
  }
}
