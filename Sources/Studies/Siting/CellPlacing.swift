internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit

/// Where cells lie in longitude and latitude, and in the grids of other rasters. One a worker.
final class CellPlacing {
  let grid: SitingGrid
  private let operation: CoordinateOperation?
  private var others: [String: CoordinateOperation] = [:]

  init(_ grid: SitingGrid) throws(StudyError) {
    self.grid = grid
    do throws(PROJError) {
      operation =
        grid.isPlain ? nil : try CoordinateOperation(from: grid.system, to: .longitudeLatitude)
    } catch {
      throw .input(["\(SitingStudy.path): \(error.message)"])
    }
  }

  /// Places given in grid coordinates, in longitude and latitude.
  func places(of cells: [Coordinate]) throws(StudyError) -> [Coordinate] {
    let positions = cells.map { grid.grid.position(column: $0.x, row: $0.y) }
    guard let operation else { return positions }
    do throws(PROJError) {
      return try operation.transform(positions)
    } catch {
      throw .input(["\(SitingStudy.path): \(error.message)"])
    }
  }

  /// Places given in grid coordinates, in those of another raster.
  func cells(
    of cells: [Coordinate], in other: GridGeometry, system: ReferenceSystem
  ) throws(StudyError) -> [Coordinate] {
    if system.definition == grid.system.definition {
      return cells.map {
        other.gridCoordinate(of: grid.grid.position(column: $0.x, row: $0.y))
      }
    }
    let places = try places(of: cells)
    if ["OGC:CRS84", "EPSG:4326"].contains(system.definition) {
      return places.map { other.gridCoordinate(of: $0) }
    }
    do throws(PROJError) {
      let operation: CoordinateOperation
      if let known = others[system.definition] {
        operation = known
      } else {
        operation = try CoordinateOperation(from: system, to: .longitudeLatitude)
        others[system.definition] = operation
      }
      return try operation.inverse(places).map { other.gridCoordinate(of: $0) }
    } catch {
      throw .input(["\(SitingStudy.path): \(error.message)"])
    }
  }
}
