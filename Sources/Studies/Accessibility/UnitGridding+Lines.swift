internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit

extension UnitGridding {
  /// A line given in longitude and latitude, in grid coordinates.
  func gridded(line: [Coordinate]) throws(StudyError) -> [Coordinate] {
    try gridded(lines: [line])[0]
  }

  /// Lines given in longitude and latitude, in grid coordinates.
  func gridded(lines: [[Coordinate]]) throws(StudyError) -> [[Coordinate]] {
    guard let operation = try operation(area: nil) else {
      return lines.map { line in turned(line).map(grid.gridCoordinate) }
    }
    let densifier = Densifier(operation: operation, backwards: true)
    var result: [[Coordinate]] = []
    result.reserveCapacity(lines.count)
    do throws(PROJError) {
      for line in lines {
        result.append(turned(try densifier.transform(line)).map(grid.gridCoordinate))
      }
    } catch {
      throw .input(["a line cannot be brought to the raster's system: \(error.message)"])
    }
    return result
  }

  /// Positions given in longitude and latitude, in grid coordinates, one by one.
  func gridded(positions: [Coordinate]) throws(StudyError) -> [Coordinate] {
    guard let operation = try operation(area: nil) else {
      return turned(positions).map(grid.gridCoordinate)
    }
    do throws(PROJError) {
      return turned(try operation.inverse(positions)).map(grid.gridCoordinate)
    } catch {
      throw .input(["a position cannot be brought to the raster's system: \(error.message)"])
    }
  }

  /// The line at the longitudes that the raster counts in.
  private func turned(_ line: [Coordinate]) -> [Coordinate] {
    guard system.isGeographic, grid.isAxisParallel, let first = line.first else { return line }
    let middle = grid.originX + Double(grid.columns) / 2 * grid.columnStepX
    let turn = ((middle - first.x) / 360).rounded() * 360
    return turn == 0 ? line : line.map { Coordinate(x: $0.x + turn, y: $0.y) }
  }

  /// The lengths on the ground of the steps that begin in each of `rows`, in the middle column.
  func steps(rows: Range<Int>) throws(StudyError) -> [GridSteps.Row] {
    let column = Double(grid.columns / 2) + 0.5
    let places = rows.flatMap { row in
      [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map {
        grid.position(column: column + $0.0, row: Double(row) + 0.5 + $0.1)
      }
    }
    let operation = try operation(area: nil)
    let placed: [Coordinate]
    do throws(PROJError) {
      placed = try operation?.transform(places) ?? places
    } catch {
      throw .input(["the raster's cells have no size: \(error.message)"])
    }
    return rows.indices.map { index in
      let first = 4 * (index - rows.lowerBound)
      func metres(_ one: Int, _ other: Int) -> Double {
        ShortGeodesic.metres(from: placed[first + one], to: placed[first + other])
      }
      return GridSteps.Row(
        across: metres(0, 1), down: metres(0, 2), downRight: metres(0, 3), downLeft: metres(1, 2))
    }
  }
}
