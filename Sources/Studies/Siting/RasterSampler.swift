internal import ForestCover
internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// Reads other rasters at the centres of cells: the value is that of the cell in which the centre
/// lies; of a centre on an edge that of the next column or row. One a worker.
struct RasterSampler {
  let plan: Plan
  let placing: CellPlacing

  private var datasets: [DatasetSource: RasterDataset] = [:]

  init(plan: Plan, placing: CellPlacing) {
    self.plan = plan
    self.placing = placing
  }

  /// The cells of another raster that are wanted: the window that holds them, and where in it each
  /// of the cells looks (−1 for none).
  private struct Window {
    var rows = 0..<0
    var columns = 0..<0
    var places: [Int]
  }

  /// Heights in metres, or slopes in per cent; NaN where the terrain model does not know.
  mutating func heights(
    _ ground: SitingGround, rows: Range<Int>, wanted: [Bool], slopes: Bool
  ) throws(StudyError) -> [Double] {
    let nothing = [Double](repeating: .nan, count: wanted.count)
    guard let raster = ground.elevation, let metrics = ground.metrics,
      let reference = plan.elevation
    else { return nothing }
    let whole = raster.description.grid
    let window = try window(in: whole, system: raster.system, rows: rows, wanted: wanted)
    guard !window.rows.isEmpty else { return nothing }
    let tall = max(0, window.rows.lowerBound - 1)..<min(whole.rows, window.rows.upperBound + 1)
    let wide =
      max(0, window.columns.lowerBound - 1)..<min(whole.columns, window.columns.upperBound + 1)
    let heights: [Double]
    do throws(GDALError) {
      heights = try raster.heights(rows: tall, columns: wide, from: dataset(raster.source))
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
    var values = [Double](repeating: .nan, count: window.rows.count * window.columns.count)
    var line: [Double] = []
    let left = window.columns.lowerBound - wide.lowerBound
    for row in window.rows {
      func cells(_ row: Int) -> Range<Int> {
        guard tall.contains(row) else { return 0..<0 }
        let start = (row - tall.lowerBound) * wide.count
        return start..<start + wide.count
      }
      let own = heights.span.extracting(cells(row))
      if slopes {
        var metric = metrics.metrics(row: row, count: whole.columns)
        if metric.count > 1 { metric = Array(metric[wide]) }
        HornSlope.slopes(
          above: heights.span.extracting(cells(row - 1)), row: own,
          below: heights.span.extracting(cells(row + 1)), metrics: metric, into: &line)
      }
      let start = (row - window.rows.lowerBound) * window.columns.count
      for column in 0..<window.columns.count {
        values[start + column] = slopes ? line[left + column] : own[left + column]
      }
    }
    return window.places.map { $0 < 0 ? .nan : values[$0] }
  }

  /// 1 for cells inside, 0 for others, NaN where the raster does not know or does not reach.
  mutating func cells(
    of raster: GroundRaster, rows: Range<Int>, wanted: [Bool]
  ) throws(StudyError) -> [Double] {
    switch raster {
    case .values(let raster, let range, let reference):
      let window = try window(
        in: raster.description.grid, system: raster.system, rows: rows, wanted: wanted)
      do throws(GDALError) {
        let values =
          window.rows.isEmpty
          ? []
          : try raster.heights(
            rows: window.rows, columns: window.columns, from: dataset(raster.source))
        return window.places.map {
          $0 < 0 || values[$0].isNaN ? .nan : range.contains(values[$0]) ? 1 : 0
        }
      } catch {
        throw SourceProblem(plan: plan, reference: reference).error(error)
      }
    case .forest(let raster):
      let grid = raster.description.grid
      let window = try window(in: grid, system: raster.system, rows: rows, wanted: wanted)
      do throws(GDALError) {
        let codes =
          window.rows.isEmpty
          ? [] : try raster.codes(rows: window.rows, from: dataset(raster.source))
        return window.places.map { place in
          guard place >= 0 else { return .nan }
          let (row, column) = place.quotientAndRemainder(dividingBy: window.columns.count)
          switch codes[row * grid.columns + window.columns.lowerBound + column] {
          case ForestCode.noData: return .nan
          case ForestCode.forest: return 1
          default: return 0
          }
        }
      } catch {
        throw SourceProblem(plan: plan, reference: raster.reference).error(error)
      }
    }
  }

  private mutating func dataset(_ source: DatasetSource) throws(GDALError) -> RasterDataset {
    if let open = datasets[source] { return open }
    let opened = try RasterDataset(opening: source)
    datasets[source] = opened
    return opened
  }

  /// Finds the wanted cells in another raster.
  private func window(
    in other: GridGeometry, system: ReferenceSystem, rows: Range<Int>, wanted: [Bool]
  ) throws(StudyError) -> Window {
    let columns = placing.grid.grid.columns
    let cells = wanted.indices.filter { wanted[$0] }
    let found = try placing.cells(
      of: cells.map {
        Coordinate(x: Double($0 % columns) + 0.5, y: Double(rows.lowerBound + $0 / columns) + 0.5)
      }, in: other, system: system
    ).map(Self.settled)
    var window = Window(places: [Int](repeating: -1, count: wanted.count))
    var (top, bottom, left, right) = (Int.max, Int.min, Int.max, Int.min)
    for place in found where other.contains(place) {
      let (column, row) = (Int(place.x), Int(place.y))
      (top, bottom) = (min(top, row), max(bottom, row))
      (left, right) = (min(left, column), max(right, column))
    }
    guard top <= bottom else { return window }
    window.rows = top..<bottom + 1
    window.columns = left..<right + 1
    for (cell, place) in zip(cells, found) where other.contains(place) {
      window.places[cell] = (Int(place.y) - top) * window.columns.count + Int(place.x) - left
    }
    return window
  }
}

extension RasterSampler {
  /// A place in grid coordinates, on an edge between cells where it is within a millionth of a cell
  /// of one: so it lies in the next column and row, whichever way the numbers were rounded.
  private static func settled(_ place: Coordinate) -> Coordinate {
    func onEdge(_ value: Double) -> Double {
      let edge = value.rounded()
      return abs(value - edge) < 1e-6 ? edge : value
    }
    return Coordinate(x: onEdge(place.x), y: onEdge(place.y))
  }
}

extension GridGeometry {
  /// Whether a place given in grid coordinates lies on the grid.
  fileprivate func contains(_ place: Coordinate) -> Bool {
    place.x >= 0 && place.y >= 0 && place.x < Double(columns) && place.y < Double(rows)
  }
}
