import GeoModel

/// Remembers where a style has put ink, in cells of the resolution: a short line where there is ink
/// already adds nothing, so that a million roads make no larger a file than the page has room for.
struct InkGrid {
  private let frame: BoundingBox
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var words: [UInt64]

  init(frame: BoundingBox, cell: Double) {
    self.frame = frame
    self.cell = cell
    columns = max(1, Int(((frame.maximumX - frame.minimumX) / cell).rounded(.up)))
    rows = max(1, Int(((frame.maximumY - frame.minimumY) / cell).rounded(.up)))
    words = [UInt64](repeating: 0, count: (columns * rows + 63) / 64)
  }

  /// Whether `line` adds ink; notes the cells of its positions. A line with a part longer than two
  /// cells, or with a position off the frame, always does.
  mutating func takes(_ line: [Coordinate]) -> Bool {
    var isNew = false
    var last: Coordinate?
    for point in line {
      if let last, abs(point.x - last.x) > 2 * cell || abs(point.y - last.y) > 2 * cell {
        isNew = true
      }
      last = point
      guard frame.contains(point) else {
        isNew = true
        continue
      }
      let column = min(Int((point.x - frame.minimumX) / cell), columns - 1)
      let row = min(Int((point.y - frame.minimumY) / cell), rows - 1)
      let index = row * columns + column
      let bit: UInt64 = 1 << UInt64(index & 63)
      if words[index >> 6] & bit == 0 {
        words[index >> 6] |= bit
        isNew = true
      }
    }
    return isNew
  }
}
