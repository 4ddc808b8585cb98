import GeoModel

/// Where two outlines meet corner on corner: the corners, and the edges that both have.
///
/// So neighbours of one coverage meet, and zones that follow a boundary. What lies on which side is
/// told there by the directions of the edges at a corner, exactly. A corner on another's edge, edges
/// along one line that are not the same, and a corner that an outline passes twice are not settled
/// that way.
struct SharedBorder: Sendable {
  /// A corner of an outline and the other's corner at the same place.
  struct Corner: Sendable {
    let own: Int32
    let other: Int32
  }

  /// An edge of an outline that the other has as well.
  struct Edge: Sendable {
    let own: Int32
    /// Whether both walk it in one direction: both areas lie on the same side of it.
    let isSameWay: Bool
  }

  private var corners: [Corner] = []
  private var edges: [(left: Int32, right: Int32, isSameWay: Bool)] = []

  /// Forgets all.
  mutating func removeAll() {
    corners.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
  }

  /// Notes how edge `one` of `left` touches edge `other` of `right`.
  ///
  /// - Returns: `false` where they do not meet corner on corner.
  mutating func note(
    _ one: Int32, of left: OverlapOutline, _ other: Int32, of right: OverlapOutline
  ) -> Bool {
    let (p, q) = (left.coordinates[Int(one)], left.coordinates[Int(one) + 1])
    let (a, b) = (right.coordinates[Int(other)], right.coordinates[Int(other) + 1])
    if p == a && q == b || p == b && q == a {
      edges.append((one, other, p == a))
      corners.append(Corner(own: one, other: p == a ? other : other + 1))
      corners.append(Corner(own: one + 1, other: p == a ? other + 1 : other))
      return true
    }
    let isAtStart = p == a || p == b
    guard isAtStart || q == a || q == b else { return false }
    let (corner, end) = isAtStart ? (p, q) : (q, p)
    let otherEnd = corner == a ? b : a
    guard !Self.isAlong(corner, end, otherEnd) else { return false }
    corners.append(
      Corner(own: isAtStart ? one : one + 1, other: corner == a ? other : other + 1))
    return true
  }

  /// Whether two edges from `corner` run over one another.
  private static func isAlong(
    _ corner: Coordinate, _ end: Coordinate, _ other: Coordinate
  ) -> Bool {
    guard Orientation.sign(corner, end, other) == 0 else { return false }
    return end.x != corner.x
      ? (end.x > corner.x) == (other.x > corner.x) : (end.y > corner.y) == (other.y > corner.y)
  }

  /// The corners and edges by their places in `left`, and by those in `right`; `nil` where a corner
  /// of one meets two of the other.
  mutating func settled(
    _ left: OverlapOutline, _ right: OverlapOutline
  ) -> (left: SharedStretches, right: SharedStretches)? {
    guard !corners.isEmpty else { return (SharedStretches(), SharedStretches()) }
    let pairs = corners.map {
      Corner(own: left.opening(of: $0.own), other: right.opening(of: $0.other))
    }
    guard let ofLeft = Self.unique(pairs),
      let ofRight = Self.unique(pairs.map { Corner(own: $0.other, other: $0.own) })
    else { return nil }
    return (
      SharedStretches(
        corners: ofLeft,
        edges: edges.map { Edge(own: $0.left, isSameWay: $0.isSameWay) }
          .sorted { $0.own < $1.own }),
      SharedStretches(
        corners: ofRight,
        edges: edges.map { Edge(own: $0.right, isSameWay: $0.isSameWay) }
          .sorted { $0.own < $1.own })
    )
  }

  /// The corners in order, each once; `nil` where one has two partners.
  private static func unique(_ corners: [Corner]) -> [Corner]? {
    var unique: [Corner] = []
    for corner in corners.sorted(by: { ($0.own, $0.other) < ($1.own, $1.other) }) {
      guard let last = unique.last, last.own == corner.own else {
        unique.append(corner)
        continue
      }
      if last.other != corner.other { return nil }
    }
    return unique
  }
}

/// What an outline shares with another, in its own order.
struct SharedStretches: Sendable {
  var corners: [SharedBorder.Corner] = []
  var edges: [SharedBorder.Edge] = []
}

extension OverlapOutline {
  /// The position that a ring begins with, of its closing one; else the position itself.
  fileprivate func opening(of position: Int32) -> Int32 {
    var (low, high) = (0, rings.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if rings[middle].first <= position { low = middle } else { high = middle }
    }
    return rings[low].last == position ? rings[low].first : position
  }

  /// Whether the way from a corner to `target`, which runs along no edge there, leads inside.
  func leadsInside(from corner: Int32, to target: Coordinate) -> Bool {
    let position = Int(corner)
    let ring = rings.first { $0.first <= corner && corner < $0.last }
    let before = ring.map { corner == $0.first ? Int($0.last) - 1 : position - 1 } ?? position
    let (previous, here, next) = (
      coordinates[before], coordinates[position], coordinates[position + 1]
    )
    // Rings are turned so that what is inside lies on the left of them.
    let isLeftOfNext = Orientation.sign(here, next, target) > 0
    let isLeftOfPrevious = Orientation.sign(previous, here, target) > 0
    return Orientation.sign(previous, here, next) >= 0
      ? isLeftOfNext && isLeftOfPrevious : isLeftOfNext || isLeftOfPrevious
  }
}
