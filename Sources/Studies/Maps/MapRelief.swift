internal import CairoKit
internal import Cartography
internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan

/// The relief behind a map, from the terrain model of the plan.
struct MapRelief: Sendable {
  private let raster: ElevationRaster
  private let plan: Plan
  private let reference: SourceReference
  /// The side of a cell on paper, in points.
  private let cell: Double

  /// The side of a cell of the relief on paper, in points: 150 to an inch.
  static let fineCell = 0.48
  /// The same on the many pages of an atlas: 75 to an inch.
  static let coarseCell = 0.96
  /// How many cells of the raster are held at once; a raster that needs more is drawn without relief
  /// rather than slowly.
  private static let greatestWindow = 1 << 24
  private static let band = 16

  /// Looks at the terrain model of `study`; `nil` where the plan has none.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for a raster that cannot be used.
  init?(_ study: Study, cell: Double = fineCell) throws(StudyError) {
    guard let reference = study.plan.elevation else { return nil }
    raster = try ElevationRaster(reference, plan: study.plan, ledger: study.ledger)
    plan = study.plan
    self.reference = reference
    self.cell = cell
  }

  /// The relief over the whole frame of `view`; `nil` where the raster is too fine for it.
  ///
  /// - Throws: ``StudyError``.
  func shade(_ view: MapView) throws -> ShadeImage? {
    let columns = Int(((view.frame.maximumX - view.frame.minimumX) / cell).rounded())
    let rows = Int(((view.frame.maximumY - view.frame.minimumY) / cell).rounded())
    guard columns > 2, rows > 2 else { return nil }
    var heights: [Double] = []
    heights.reserveCapacity(columns * rows)
    do {
      let dataset = try RasterDataset(opening: raster.source)
      let operation =
        raster.system.isGeographic
        ? nil : try CoordinateOperation(from: .longitudeLatitude, to: raster.system)
      var start = 0
      while start < rows {
        let part = start..<min(rows, start + Self.band)
        let places = part.flatMap { row in
          (0..<columns).map { column in
            view.place(
              of: Coordinate(
                x: view.frame.minimumX + (Double(column) + 0.5) * cell,
                y: view.frame.minimumY + (Double(row) + 0.5) * cell))
          }
        }
        let moved = try operation.map { try $0.transform(places) } ?? places
        guard let found = try sample(moved, from: dataset) else { return nil }
        heights += found
        start = part.upperBound
      }
    } catch let error as GDALError {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    } catch is PROJError {
      // A frame that reaches beyond where the raster's system is defined has no relief.
      return nil
    }
    let metres = cell / view.points(ofMetres: 1)
    return ShadeImage(
      columns: columns, rows: rows,
      darkness: HillShade.darkness(
        of: heights, columns: columns, cell: metres,
        exaggeration: HillShade.exaggeration(for: heights, columns: columns, cell: metres),
        strength: 0.3))
  }

  /// The heights at `places` of the raster's system, between the four nearest cells; NaN off the raster
  /// and beside cells without data. `nil` where too much of the raster would have to be read.
  private func sample(
    _ places: [Coordinate], from dataset: RasterDataset
  ) throws(GDALError) -> [Double]? {
    let grid = raster.description.grid
    let cells = places.map { place in
      let cell = grid.gridCoordinate(of: place)
      return Coordinate(x: cell.x - 0.5, y: cell.y - 0.5)
    }
    let inside = cells.lazy.filter {
      $0.x >= 0 && $0.y >= 0 && $0.x < Double(grid.columns - 1) && $0.y < Double(grid.rows - 1)
    }
    guard let first = inside.map(\.y).min(), let last = inside.map(\.y).max() else {
      return [Double](repeating: .nan, count: places.count)
    }
    let rows = Int(first)..<min(grid.rows, Int(last) + 2)
    guard rows.count * grid.columns <= Self.greatestWindow else { return nil }
    let heights = try raster.heights(rows: rows, from: dataset)
    return cells.map { cell in
      guard cell.x >= 0, cell.y >= 0, cell.x < Double(grid.columns - 1),
        cell.y < Double(grid.rows - 1)
      else { return .nan }
      let column = Int(cell.x)
      let index = (Int(cell.y) - rows.lowerBound) * grid.columns + column
      let (x, y) = (cell.x - Double(column), cell.y - cell.y.rounded(.down))
      let upper = heights[index] * (1 - x) + heights[index + 1] * x
      let lower =
        heights[index + grid.columns] * (1 - x) + heights[index + grid.columns + 1] * x
      return upper * (1 - y) + lower * y
    }
  }
}
