internal import GeoAlgorithms
internal import GeoModel

/// The cells of a window of a raster, for lines to be cut at the borders of cells.
struct CellLabels: Sendable {
  let window: CellWindow
  /// The ``HazardCells/Code`` of each cell of the window, row by row.
  let codes: [UInt8]

  /// The stretches of a line given in longitude and latitude and, position by position, in grid
  /// coordinates; beyond the window it is unknown.
  func stretches(
    of line: ArraySlice<Coordinate>, gridded: ArraySlice<Coordinate>
  ) -> LineStretches {
    var result = LineStretches()
    var offset: Micrometres = 0
    var shares: [Double] = []
    for (place, gridPlace) in zip(line.indices.dropLast(), gridded.indices.dropLast()) {
      let length = ShortGeodesic.micrometres(from: line[place], to: line[place + 1])
      let (start, end) = (gridded[gridPlace], gridded[gridPlace + 1])
      shares.removeAll(keepingCapacity: true)
      Self.cross(start.x, end.x, into: &shares)
      Self.cross(start.y, end.y, into: &shares)
      shares.sort()
      shares.append(1)
      var from = 0.0
      for share in shares where share > from {
        let middle = (from + share) / 2
        let label = label(
          column: start.x + middle * (end.x - start.x), row: start.y + middle * (end.y - start.y))
        let upTo = share == 1 ? length : Micrometres((share * Double(length)).rounded())
        result.extend(to: offset + upTo, label: label)
        from = share
      }
      offset += length
    }
    return result
  }

  /// The shares of the way from `start` to `end` at which a whole number is passed.
  private static func cross(_ start: Double, _ end: Double, into shares: inout [Double]) {
    let (low, high) = (min(start, end), max(start, end))
    guard high.isFinite, low.isFinite, high - low < 1e7 else { return }
    var border = low.rounded(.down) + 1
    while border < high {
      shares.append((border - start) / (end - start))
      border += 1
    }
  }

  private func label(column: Double, row: Double) -> Int32 {
    guard row.isFinite, column.isFinite, row >= Double(window.rows.lowerBound),
      row < Double(window.rows.upperBound), column >= Double(window.columns.lowerBound),
      column < Double(window.columns.upperBound)
    else { return RoadHazards.Label.unknown }
    let index =
      (Int(row) - window.rows.lowerBound) * window.columns.count + Int(column)
      - window.columns.lowerBound
    return Int32(codes[index])
  }
}
