import GeoModel

/// Boxes sorted into the squares of a grid, so that those near a place are found at once.
struct BoxGrid: Sendable {
  private static let side = 24.0
  private let origin: Coordinate
  private let columns: Int
  private let rows: Int
  private var squares: [[Int32]]
  private var boxes: [BoundingBox] = []

  init(frame: BoundingBox) {
    origin = Coordinate(x: frame.minimumX, y: frame.minimumY)
    columns = max(1, Int(((frame.maximumX - frame.minimumX) / Self.side).rounded(.up)))
    rows = max(1, Int(((frame.maximumY - frame.minimumY) / Self.side).rounded(.up)))
    squares = [[Int32]](repeating: [], count: columns * rows)
  }

  mutating func insert(_ box: BoundingBox) {
    for square in covered(by: box) { squares[square].append(Int32(boxes.count)) }
    boxes.append(box)
  }

  /// The number of boxes that share more than an edge with `box`.
  func count(meeting box: BoundingBox) -> Int {
    var found: Set<Int32> = []
    for square in covered(by: box) {
      for index in squares[square] where overlaps(boxes[Int(index)], box) { found.insert(index) }
    }
    return found.count
  }

  private func overlaps(_ one: BoundingBox, _ other: BoundingBox) -> Bool {
    one.minimumX < other.maximumX && other.minimumX < one.maximumX
      && one.minimumY < other.maximumY && other.minimumY < one.maximumY
  }

  private func covered(by box: BoundingBox) -> [Int] {
    func index(_ value: Double, _ start: Double, _ count: Int) -> Int {
      Int(min(max((value - start) / Self.side, 0), Double(count - 1)))
    }
    let left = index(box.minimumX, origin.x, columns)
    let right = index(box.maximumX, origin.x, columns)
    let top = index(box.minimumY, origin.y, rows)
    let bottom = index(box.maximumY, origin.y, rows)
    guard !box.isEmpty else { return [] }
    return (top...bottom).flatMap { row in (left...right).map { row * columns + $0 } }
  }
}
