internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// The slope of the ground around the units as a raster, in per cent, on the terrain model's own cells.
struct SlopeRaster {
  let study: Study
  let elevation: SourceReference

  /// The name of the raster.
  static let name = "slope"
  /// What stands in it where the slope is not known.
  static let noData: Float = -9999

  /// The raster; nothing of it is computed before it is written.
  func output() throws(StudyError) -> RasterOutput {
    let raster = try ElevationRaster(elevation, plan: study.plan, ledger: study.ledger)
    let part = try TravelGrid(
      raster.description, system: raster.system, level: study.finest, margin: 0,
      reference: elevation, study: study)
    // A row and a column more on each side, so that cells at the part's edge have neighbours.
    let whole = raster.description.grid
    let metrics = try part.gridding.groundMetrics(reach: GridOutlines())
    let problem = SourceProblem(plan: study.plan, reference: elevation)
    let (rows, columns) = (part.rows, part.columns)
    let wide = max(0, columns.lowerBound - 1)..<min(whole.columns, columns.upperBound + 1)
    return RasterOutput(
      name: Self.name, grid: part.grid, referenceSystem: raster.system.definition,
      content: .init(name: "slope", unit: "%", noDataValue: Self.noData)
    ) { own in
      let above = own.lowerBound + rows.lowerBound
      let window = max(0, above - 1)..<min(whole.rows, above + own.count + 1)
      let heights: [Double]
      do throws(GDALError) {
        let dataset = try RasterDataset(opening: raster.source)
        heights = try raster.heights(rows: window, columns: wide, from: dataset)
      } catch {
        throw problem.error(error)
      }
      return Self.cells(
        heights, window: window, wide: wide, rows: above..<above + own.count, columns: columns,
        first: rows.lowerBound, metrics: metrics)
    }
  }

  /// The slopes of `rows` × `columns` of the whole raster; `metrics` count from row `first`.
  private static func cells(
    _ heights: [Double], window: Range<Int>, wide: Range<Int>, rows: Range<Int>,
    columns: Range<Int>, first: Int, metrics: GroundMetricModel
  ) -> [Float] {
    var cells: [Float] = []
    cells.reserveCapacity(rows.count * columns.count)
    var slopes: [Double] = []
    let span = heights.span
    func line(_ row: Int) -> Range<Int> {
      guard window.contains(row) else { return 0..<0 }
      let start = (row - window.lowerBound) * wide.count
      return start..<start + wide.count
    }
    let left = columns.lowerBound - wide.lowerBound
    for row in rows {
      // The metrics are those of the part's columns; the one beside it has its neighbour's.
      var metric = metrics.metrics(row: row - first, count: columns.count)
      if metric.count > 1, let start = metric.first, let end = metric.last {
        metric = Array(repeating: start, count: left) + metric
        metric += Array(repeating: end, count: wide.count - metric.count)
      }
      HornSlope.slopes(
        above: span.extracting(line(row - 1)), row: span.extracting(line(row)),
        below: span.extracting(line(row + 1)), metrics: metric, into: &slopes)
      for column in columns {
        let slope = slopes[column - wide.lowerBound]
        cells.append(slope.isFinite ? Float(slope) : noData)
      }
    }
    return cells
  }
}
