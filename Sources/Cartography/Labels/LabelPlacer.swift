public import GeoModel

/// Finds places for names so that none covers another.
///
/// Greedy by rank: each name in turn takes the first of its possible boxes, those that cover fewest
/// symbols before the others, that is free and within the frame; a name without one is left out. The
/// same names give the same places whatever their order. O(n log n) for n boxes of about one size.
/// After J. Christensen, J. Marks and S. Shieber, "An empirical study of algorithms for point-feature
/// label placement", ACM Transactions on Graphics 14 (1995), doi:10.1145/212332.212334, whose better
/// methods need a random walk.
public struct LabelPlacer: Sendable {
  /// A name and the boxes that it could take.
  public struct Candidate: Sendable, Hashable {
    /// Which name goes first: the lower one.
    public var rank: Int
    /// What decides between equal ranks.
    public var key: String
    /// The possible boxes in points, the best first.
    public var boxes: [BoundingBox]
    /// How many symbols the name may cover.
    public var greatestCover: Int

    /// Makes a candidate.
    public init(rank: Int, key: String, boxes: [BoundingBox], greatestCover: Int) {
      self.rank = rank
      self.key = key
      self.boxes = boxes
      self.greatestCover = greatestCover
    }
  }

  private let frame: BoundingBox
  private var symbols: BoxGrid
  private var taken: BoxGrid

  /// Makes a placer for names within `frame` that keep off `symbols` (boxes in points).
  public init(frame: BoundingBox, symbols: [BoundingBox]) {
    self.frame = frame
    self.symbols = BoxGrid(frame: frame)
    taken = BoxGrid(frame: frame)
    for symbol in symbols { self.symbols.insert(symbol) }
  }

  /// For each candidate, parallel to them, the index of the box that it takes; `nil` where it is left
  /// out.
  public mutating func place(_ candidates: [Candidate]) -> [Int?] {
    var places = [Int?](repeating: nil, count: candidates.count)
    for index in Self.order(candidates) {
      let candidate = candidates[index]
      var best: (cover: Int, box: Int)?
      for (number, box) in candidate.boxes.enumerated() {
        guard isInFrame(box), taken.count(meeting: box) == 0 else { continue }
        let cover = symbols.count(meeting: box)
        if cover <= candidate.greatestCover, cover < best?.cover ?? .max {
          best = (cover, number)
        }
        if best?.cover == 0 { break }
      }
      guard let best else { continue }
      places[index] = best.box
      taken.insert(candidate.boxes[best.box])
    }
    return places
  }

  private func isInFrame(_ box: BoundingBox) -> Bool {
    box.minimumX >= frame.minimumX && box.maximumX <= frame.maximumX
      && box.minimumY >= frame.minimumY && box.maximumY <= frame.maximumY
  }

  /// By rank, then key, then the first box.
  private static func order(_ candidates: [Candidate]) -> [Int] {
    candidates.indices.sorted { one, other in
      let first = candidates[one]
      let second = candidates[other]
      if first.rank != second.rank { return first.rank < second.rank }
      if first.key != second.key { return first.key < second.key }
      guard let box = first.boxes.first, let next = second.boxes.first else { return one < other }
      return (box.minimumX, box.minimumY) < (next.minimumX, next.minimumY)
    }
  }
}
