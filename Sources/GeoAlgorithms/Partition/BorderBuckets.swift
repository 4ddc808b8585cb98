import GeoModel

/// Border edges by square buckets, so that a short line looks at the few edges nearby, and at none in
/// most places; and for each bucket the area that one place of it, its reference, lies in.
struct BorderBuckets: Sendable {
  /// In no area.
  static let outside: Int32 = -1
  /// On a border, in several areas, or not settled in floating point: to be asked elsewhere.
  static let unsettled: Int32 = -2

  let edges: BorderEdges
  private let originX: Double
  private let originY: Double
  private let side: Double
  private let columns: Int
  private let rows: Int
  /// Where the edges of each bucket begin in `entries`, and the end.
  private var starts: [Int32] = []
  private var entries: [Int32] = []
  /// The area of each bucket's reference.
  private var references: [Int32] = []

  private static let greatestCount = 1 << 22

  /// Sorts `edges` into buckets, about one for two edges. O(edges + buckets).
  ///
  /// - Parameter locate: the area of a position by other means: ``outside`` or ``unsettled`` where
  ///   there is none, or more than one.
  init(_ edges: BorderEdges, locate: (Coordinate) -> Int32) {
    self.edges = edges
    let extent = edges.extent
    guard edges.count > 0 else {
      (originX, originY, side, columns, rows) = (0, 0, 1, 0, 0)
      return
    }
    let width = extent.maximumX - extent.minimumX
    let height = extent.maximumY - extent.minimumY
    let wanted = Double(min(max(edges.count / 2, 1), Self.greatestCount))
    var side = (width * height / wanted).squareRoot()
    // A long thin extent must not ask for more buckets than wanted either.
    side = max(side, (width + height) / wanted, (width + height) * 1e-9, .leastNormalMagnitude)
    self.side = side
    // A column to the left that holds no edge is where references begin.
    originX = extent.minimumX - 1.5 * side
    originY = extent.minimumY - 0.5 * side
    columns = Int(width / side) + 3
    rows = Int(height / side) + 2
    sort()
    settleReferences(locate)
  }

  // MARK: Buckets

  private mutating func sort() {
    var counts = [Int32](repeating: 0, count: columns * rows + 1)
    for edge in 0..<Int32(edges.count) {
      let (start, end) = edges.ends(edge)
      forEachBucket(from: start, to: end) { counts[$0 + 1] += 1 }
    }
    for bucket in 0..<columns * rows { counts[bucket + 1] += counts[bucket] }
    starts = counts
    var sorted = [Int32](repeating: 0, count: Int(counts[columns * rows]))
    for edge in 0..<Int32(edges.count) {
      let (start, end) = edges.ends(edge)
      forEachBucket(from: start, to: end) { bucket in
        sorted[Int(counts[bucket])] = edge
        counts[bucket] += 1
      }
    }
    entries = sorted
  }

  /// Calls `body` with each bucket that the segment may pass, each once.
  @inline(__always)
  func forEachBucket(from start: Coordinate, to end: Coordinate, _ body: (Int) -> Void) {
    let x0 = (start.x - originX) / side
    let y0 = (start.y - originY) / side
    let x1 = (end.x - originX) / side
    let y1 = (end.y - originY) / side
    // Rounding must not lose a bucket; a millionth of a side is far more than it can cost.
    let slack = 1e-6
    let low = max(0, floorIndex(clamped(min(y0, y1) - slack)))
    let high = min(rows - 1, floorIndex(clamped(max(y0, y1) + slack)))
    guard low <= high else { return }
    let slope = y1 != y0 ? (x1 - x0) / (y1 - y0) : 0
    for row in low...high {
      var left = min(x0, x1)
      var right = max(x0, x1)
      if high > low {
        // The part of the segment in this row.
        let a = x0 + (min(max(Double(row) - slack, min(y0, y1)), max(y0, y1)) - y0) * slope
        let b = x0 + (min(max(Double(row + 1) + slack, min(y0, y1)), max(y0, y1)) - y0) * slope
        left = max(left, min(a, b))
        right = min(right, max(a, b))
      }
      let first = max(0, floorIndex(clamped(left - slack)))
      let last = min(columns - 1, floorIndex(clamped(right + slack)))
      guard first <= last else { continue }
      for column in first...last { body(row * columns + column) }
    }
  }

  /// What is far off the grid, brought near enough to be a whole number.
  @inline(__always)
  private func clamped(_ value: Double) -> Double { min(max(value, -2), 1e9) }

  /// The edges of a bucket.
  @inline(__always)
  func range(_ bucket: Int) -> Range<Int> { Int(starts[bucket])..<Int(starts[bucket + 1]) }

  /// An edge of a bucket, by its place in ``range(_:)``.
  @inline(__always)
  func edge(_ place: Int) -> Int32 { entries[place] }

  /// The bucket that holds `position`; `nil` where it lies off the grid, and so in no area.
  func bucket(of position: Coordinate) -> Int? {
    let x = (position.x - originX) / side
    let y = (position.y - originY) / side
    guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { return nil }
    return Int(y) * columns + Int(x)
  }

  // MARK: References

  /// The reference of a bucket. Off the middle, where data on a grid have no vertices.
  func reference(_ bucket: Int) -> Coordinate {
    let (row, column) = bucket.quotientAndRemainder(dividingBy: columns)
    return Coordinate(
      x: originX + (Double(column) + 0.513_791) * side,
      y: originY + (Double(row) + 0.487_133) * side)
  }

  /// The area that a bucket's reference lies in.
  @inline(__always)
  func area(ofReference bucket: Int) -> Int32 { references[bucket] }

  /// Walks each row from left to right, from reference to reference, and goes in or out of an area
  /// where one of its edges is crossed.
  private mutating func settleReferences(_ locate: (Coordinate) -> Int32) {
    references = [Int32](repeating: Self.outside, count: columns * rows)
    var stamps = [Int32](repeating: -1, count: edges.count)
    for row in 0..<rows {
      var inside: [Int32] = []
      var isKnown = true
      for column in 1..<columns {
        let bucket = row * columns + column
        let from = reference(bucket - 1)
        let to = reference(bucket)
        for place in range(bucket - 1).lowerBound..<range(bucket).upperBound {
          let edge = entries[place]
          guard stamps[Int(edge)] != Int32(bucket) else { continue }
          stamps[Int(edge)] = Int32(bucket)
          let (a, b) = edges.ends(edge)
          guard min(a.y, b.y) <= from.y, max(a.y, b.y) >= from.y else { continue }
          let left = Orientation.sign(a, b, from)
          let right = Orientation.sign(a, b, to)
          if left * right > 0 { continue }
          if left * right == 0 || a.y == from.y || b.y == from.y {
            isKnown = false
            continue
          }
          Self.toggle(edges.areas[Int(edge)], in: &inside)
        }
        if !isKnown {
          let found = locate(to)
          isKnown = found != Self.unsettled
          inside = found >= 0 ? [found] : []
        }
        references[bucket] =
          !isKnown || inside.count > 1 ? Self.unsettled : inside.first ?? Self.outside
      }
    }
  }

  static func toggle(_ area: Int32, in inside: inout [Int32]) {
    if let place = inside.firstIndex(of: area) {
      inside.remove(at: place)
    } else {
      inside.append(area)
    }
  }
}
