internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan
internal import RoadAccess

/// The slope of the ground under sections of road, from the plan's terrain model.
struct SectionSlopes {
  let study: Study

  /// Points along a section are this far apart at most, in metres: about a cell of SRTM.
  private static let spacing = 30.0

  /// The mean slope in **per cent** at points evenly spaced along each section, by Horn's method;
  /// `nil` for a section without any known slope. `nil` for all where no row of costs asks for
  /// slopes, or the plan has no terrain model.
  func slopes(of network: PavingNetwork, costs: [RoadCost]) throws -> [Double?]? {
    guard costs.contains(where: { $0.slopePercent != nil }) else { return nil }
    guard let elevation = study.plan.elevation else {
      study.ledger.assume(
        "slope not known (no elevation in the plan): rows of costs that ask for it fit no section",
        in: "roads.costs", count: network.sections.count, of: network.sections.count)
      return nil
    }
    let raster = try ElevationRaster(elevation, plan: study.plan, ledger: study.ledger)
    var points: [Coordinate] = []
    var owners: [Int] = []
    for (index, section) in network.sections.enumerated() {
      let own = Self.points(along: network.shape(of: section), length: section.length)
      points += own
      owners += own.map { _ in index }
    }
    let values = try slopes(at: points, raster: raster, reference: elevation)
    var sums = [(sum: Double, count: Int)](
      repeating: (0, 0), count: network.sections.count)
    for (owner, value) in zip(owners, values) where value.isFinite {
      sums[owner].sum += value
      sums[owner].count += 1
    }
    let slopes = sums.map { $0.count == 0 ? nil : $0.sum / Double($0.count) }
    let unknown = slopes.count { $0 == nil }
    if unknown > 0 {
      study.ledger.assume(
        "slope not known: rows of costs that ask for it do not fit", in: "roads.costs",
        count: unknown, of: slopes.count)
    }
    return slopes
  }

  /// The middles of equal parts of a line, so that they are the same from either end.
  static func points(along shape: [Coordinate], length: Micrometres) -> [Coordinate] {
    let count = max(1, Int((ShortGeodesic.metres(of: length) / spacing).rounded(.up)))
    let step = Double(length) / Double(count)
    var points: [Coordinate] = []
    var passed = 0.0
    for (start, end) in zip(shape, shape.dropFirst()) {
      let own = Double(ShortGeodesic.micrometres(from: start, to: end))
      while points.count < count, own > 0,
        case let wanted = (Double(points.count) + 0.5) * step, wanted <= passed + own
      {
        let share = (wanted - passed) / own
        points.append(
          Coordinate(
            x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y)))
      }
      passed += own
    }
    return points
  }

  /// The slopes of the cells that points in longitude and latitude lie in; NaN off the raster.
  private func slopes(
    at points: [Coordinate], raster: ElevationRaster, reference: SourceReference
  ) throws -> [Double] {
    let grid = raster.description.grid
    let placed = try cells(of: points, in: raster)
    let metrics = try UnitGridding(
      grid: grid, system: raster.system, ledger: study.ledger, path: "elevation"
    ).groundMetrics(reach: GridOutlines())
    var pointsOfRow: [Int: [Int]] = [:]
    for (index, cell) in placed.enumerated() {
      if let cell { pointsOfRow[cell.row, default: []].append(index) }
    }
    var result = [Double](repeating: .nan, count: points.count)
    do throws(GDALError) {
      let dataset = try RasterDataset(opening: raster.source)
      var slopes: [Double] = []
      for row in pointsOfRow.keys.sorted() {
        let rows = max(0, row - 1)..<min(grid.rows, row + 2)
        let heights = try raster.heights(rows: rows, from: dataset)
        func line(_ wanted: Int) -> [Double] {
          guard rows.contains(wanted) else { return [] }
          let start = (wanted - rows.lowerBound) * grid.columns
          return Array(heights[start..<start + grid.columns])
        }
        let (above, own, below) = (line(row - 1), line(row), line(row + 1))
        HornSlope.slopes(
          above: above.span, row: own.span, below: below.span,
          metrics: metrics.metrics(row: row, count: grid.columns), into: &slopes)
        for point in pointsOfRow[row] ?? [] {
          if let cell = placed[point] { result[point] = slopes[cell.column] }
        }
      }
    } catch {
      throw SourceProblem(plan: study.plan, reference: reference).error(error)
    }
    return result
  }

  /// The cells of the raster that points lie in; none off the raster.
  private func cells(
    of points: [Coordinate], in raster: ElevationRaster
  ) throws(StudyError) -> [(column: Int, row: Int)?] {
    let grid = raster.description.grid
    var places = points
    if !["OGC:CRS84", "EPSG:4326"].contains(raster.system.definition), !points.isEmpty {
      do throws(PROJError) {
        let operation = try CoordinateOperation(
          from: raster.system, to: .longitudeLatitude, area: BoundingBox(of: points))
        study.ledger.add(operation, of: "elevation")
        places = try operation.inverse(points)
      } catch {
        throw .input(["elevation: \(error.message)"])
      }
    }
    return places.map { place in
      let cell = grid.gridCoordinate(of: place)
      guard cell.x >= 0, cell.y >= 0, cell.x < Double(grid.columns), cell.y < Double(grid.rows)
      else { return nil }
      return (Int(cell.x), Int(cell.y))
    }
  }
}
