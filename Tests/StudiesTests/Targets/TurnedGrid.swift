import Foundation
import GeoAlgorithms
import GeoModel
import PROJKit

/// A raster of cells of about 400 m around a place, in a projected system, turned or not.
struct TurnedGrid {
  let grid: GridGeometry
  private let place: (x: Double, y: Double)
  private let operation: CoordinateOperation

  init(system: Int, turn: Double, over place: (Double, Double)) throws {
    let system = try ReferenceSystemReader.read("EPSG:\(system)")
    operation = try CoordinateOperation(from: system, to: .longitudeLatitude)
    let middle = try CoordinateOperation(from: .longitudeLatitude, to: system)
      .transform([Coordinate(x: place.0, y: place.1)])[0]
    self.place = place
    let (columns, rows, step) = (90, 90, 400.0)
    let (east, north) = (step * cos(turn), step * sin(turn))
    grid = GridGeometry(
      columns: columns, rows: rows,
      originX: middle.x - 45 * east - 45 * north, columnStepX: east, rowStepX: north,
      originY: middle.y - 45 * north + 45 * east, columnStepY: north, rowStepY: -east)
  }

  /// Heights of ground that rises by `rise` metres a metre to the north-east.
  func plane(rising rise: Double) throws -> [Float] {
    let centres = (0..<grid.rows).flatMap { row in
      (0..<grid.columns).map { grid.position(column: Double($0) + 0.5, row: Double(row) + 0.5) }
    }
    // Metres a degree in the middle; over 0.1° they change by 0.03 %.
    let scale = ShortGeodesic.metresPerDegree(atLatitude: place.y)
    return try operation.transform(centres).map { position in
      let metres =
        (position.x - place.x) * scale.longitude + (position.y - place.y) * scale.latitude
      return Float(5000 + rise * metres / 2.0.squareRoot())
    }
  }
}
