internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement

/// Where a raster is hazardous: by its own values, or by the slope of heights. A value: each worker
/// opens the raster for itself.
struct HazardCells: Sendable {
  /// What a cell is.
  enum Code {
    static let safe: UInt8 = 0
    static let unknown: UInt8 = 1
    static let hazardous: UInt8 = 2
  }

  /// What makes a cell hazardous.
  enum Test: Sendable {
    /// Its value.
    case values(NumberRange)
    /// A slope of so much or more, in per cent.
    case slope(atLeastPercent: Double)
  }

  let raster: ElevationRaster
  let test: Test
  /// The part of the plan that it belongs to.
  let path: String
  /// How cells lie on the ground; for slopes.
  let metrics: GroundMetricModel?

  var grid: GridGeometry { raster.description.grid }

  /// Lays units and lines over the cells.
  func gridding(_ ledger: SourceLedger) -> UnitGridding {
    UnitGridding(grid: grid, system: raster.system, ledger: ledger, path: path)
  }

  /// The codes of whole rows, from the heights or values of those and, for slopes, the rows beside them.
  func codes(rows: Range<Int>, from dataset: RasterDataset) throws(GDALError) -> [UInt8] {
    guard !rows.isEmpty else { return [] }
    switch test {
    case .values(let range):
      return try raster.heights(rows: rows, from: dataset).map { value in
        value.isNaN ? Code.unknown : range.contains(value) ? Code.hazardous : Code.safe
      }
    case .slope(let least):
      guard let metrics else { return [] }
      let window = max(0, rows.lowerBound - 1)..<min(grid.rows, rows.upperBound + 1)
      let heights = try raster.heights(rows: window, from: dataset)
      return HornSlope.slopes(
        rows: rows, heights: heights.span, window: window, columns: grid.columns, metrics: metrics
      ).map { slope in
        slope.isNaN ? Code.unknown : slope >= least ? Code.hazardous : Code.safe
      }
    }
  }

  /// The number of rows that are read at once: whole blocks, about 256 rows, so that memory stays
  /// bounded whatever the size of the raster.
  var bandRows: Int {
    let block = max(1, min(raster.description.blockRows, 1024))
    return block * max(1, (256 + block - 1) / block)
  }
}

extension HazardCells {
  /// What the hazard takes of each unit of `levels`, one list a level; cells count by the exact share that
  /// lies inside, and what lies beyond the raster is unknown.
  func measures(
    of levels: [Study.Level], reference: SourceReference, study: Study, options: StudyOptions
  ) async throws -> [[HazardMeasure]] {
    let gridding = gridding(study.ledger)
    let outlines = try gridding.outlines(of: levels)
    let banded = BandedOutlines(outlines, bandRows: bandRows)
    let areas = try gridding.cellAreas(reach: outlines)
    let bands = Array(banded.bands)
    let plan = study.plan
    let (columns, rows) = (grid.columns, grid.rows)
    let sums = try await OrderedWork.map(
      count: bands.count, jobs: options.jobs,
      makeState: {
        (
          dataset: try RasterDataset(opening: raster.source),
          sums: ZonalAccumulator(
            outlines: banded, columns: columns, rows: rows, classCount: 3, areas: areas)
        )
      },
      progress: { options.report("hazards", $0, of: bands.count) },
      body: { index, state in
        let own = state.sums.rasterRows(of: bands[index])
        do throws(GDALError) {
          let codes = try self.codes(rows: own, from: state.dataset)
          return state.sums.sums(band: bands[index], codes: codes.span)
        } catch {
          throw SourceProblem(plan: plan, reference: reference).error(error)
        }
      })
    let units = levels.flatMap(\.units)
    var zonal = ZonalSums(unitCount: units.count, classCount: 3)
    for band in sums { zonal.add(band) }
    let flat = units.indices.map { unit -> HazardMeasure in
      let total = zonal.totalArea(unit: unit)
      guard total > 0 else { return HazardMeasure(unknown: units[unit].area) }
      let scale = units[unit].area / total
      return HazardMeasure(
        area: scale * zonal.area(unit: unit, code: Code.hazardous),
        unknown: scale
          * (zonal.area(unit: unit, code: Code.unknown) + zonal.outsideArea(unit: unit)))
    }
    var start = 0
    return levels.map { level in
      defer { start += level.units.count }
      return Array(flat[start..<start + level.units.count])
    }
  }
}
