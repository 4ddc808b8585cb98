import GeoModel

/// Polygons that tile a square without gap or overlap, with jagged borders that neighbours share.
struct JaggedUnits {
  /// The polygons, row by row.
  let polygons: [Polygon]

  /// The number of edges of all polygons.
  var edgeCount: Int { polygons.reduce(0) { $0 + $1.exterior.coordinates.count - 1 } }

  /// Makes `side` × `side` polygons over the square from 0 to `extent`, each border bent at
  /// `pieces` − 1 places. Outer borders are straight.
  init(side: Int, pieces: Int, extent: Double, seed: UInt64) {
    let step = extent / Double(side)
    /// The border from corner (column, row) along the row, or across it, without its end.
    func border(column: Int, row: Int, along: Bool) -> [Coordinate] {
      let number = UInt64((row * (side + 1) + column) * 2 + (along ? 1 : 0))
      var generator = SeededGenerator(seed: seed &+ number &* 0x1000)
      let isOuter = along ? row == 0 || row == side : column == 0 || column == side
      return (0..<pieces).map { piece in
        let way = Double(piece) / Double(pieces)
        // The nearer to a corner the less, so that the borders that meet there do not cross.
        let bend = isOuter ? 0 : (generator.unit() - 0.5) * 0.3 * min(way, 1 - way)
        let (dx, dy) = along ? (way, bend) : (bend, way)
        return Coordinate(x: (Double(column) + dx) * step, y: (Double(row) + dy) * step)
      }
    }
    /// The same border from its end to its start, without its start.
    func reversed(column: Int, row: Int, along: Bool) -> [Coordinate] {
      let end = Coordinate(
        x: Double(along ? column + 1 : column) * step, y: Double(along ? row : row + 1) * step)
      return [end] + border(column: column, row: row, along: along).dropFirst().reversed()
    }
    polygons = (0..<side * side).map { unit in
      let (row, column) = (unit / side, unit % side)
      return Polygon(
        exterior: LinearRing(
          border(column: column, row: row, along: true)
            + border(column: column + 1, row: row, along: false)
            + reversed(column: column, row: row + 1, along: true)
            + reversed(column: column, row: row, along: false)))
    }
  }
}
