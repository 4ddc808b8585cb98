import GeoModel

/// Many areas as few boxes: the land in rows of cells, each unbroken part of a row a box. Lengths in
/// points.
struct LandStrips {
  /// The boxes, row by row from the top; none lies over another.
  let boxes: [BoundingBox]

  static let cell = 1.5

  /// Fills `areas`, each of rings that count by the even-odd rule, within a frame whose upper left corner
  /// is 0, 0: a cell is land where its middle lies in an area. O(positions × rows they span).
  init(of areas: some Sequence<[[Coordinate]]>, width: Double, height: Double) {
    let columns = max(Int((width / Self.cell).rounded(.up)), 1)
    let rows = max(Int((height / Self.cell).rounded(.up)), 1)
    var land = [Bool](repeating: false, count: columns * rows)
    for rings in areas { Self.fill(rings, &land, columns: columns, rows: rows) }
    var boxes: [BoundingBox] = []
    for row in 0..<rows {
      var start: Int?
      for column in 0...columns {
        let isLand = column < columns && land[row * columns + column]
        if isLand, start == nil { start = column }
        if !isLand, let first = start {
          boxes.append(
            BoundingBox(
              minimumX: Double(first) * Self.cell, minimumY: Double(row) * Self.cell,
              maximumX: Double(column) * Self.cell, maximumY: Double(row + 1) * Self.cell))
          start = nil
        }
      }
    }
    self.boxes = boxes
  }

  private static func fill(
    _ rings: [[Coordinate]], _ land: inout [Bool], columns: Int, rows: Int
  ) {
    var crossings: [Int: [Double]] = [:]
    for ring in rings where ring.count > 2 {
      for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) where one.y != other.y {
        let (upper, lower) = one.y < other.y ? (one, other) : (other, one)
        // Rows whose middle is at or below the upper end and above the lower.
        let first = max(Int((upper.y / cell - 0.5).rounded(.up)), 0)
        let end = min(Int((lower.y / cell - 0.5).rounded(.up)), rows)
        guard first < end else { continue }
        for row in first..<end {
          let share = ((Double(row) + 0.5) * cell - upper.y) / (lower.y - upper.y)
          crossings[row, default: []].append(upper.x + share * (lower.x - upper.x))
        }
      }
    }
    for (row, places) in crossings {
      let sorted = places.sorted()
      for index in stride(from: 0, to: sorted.count - 1, by: 2) {
        let first = max(Int((sorted[index] / cell - 0.5).rounded(.up)), 0)
        let end = min(Int((sorted[index + 1] / cell - 0.5).rounded(.up)), columns)
        if first < end { for column in first..<end { land[row * columns + column] = true } }
      }
    }
  }
}
