import GeoAlgorithms
import GeoModel

/// Lines put together end to end, so that their dashes run on over junctions: an edge of a network is
/// often shorter than a dash, and a row of such edges would look unbroken.
struct LineChains {
  /// A line and whether it is walked from its last position to its first.
  struct Link: Hashable {
    var line: Int32
    var isReversed: Bool
  }

  /// The chains; each line is in one of them, once.
  private(set) var chains: [[Link]] = []

  /// Chains `members`, lines of `lines`. At each end the two lines that go on straightest belong
  /// together, then the next two, as long as they do not turn by more than 60°. O(n).
  init(_ lines: PolylineSet, members: [Int]) {
    var ends: [Coordinate: [Int32]] = [:]
    // An end is a line's number doubled, plus one at its last position.
    for line in members {
      let range = lines.range(line)
      guard range.count > 1 else { continue }
      ends[lines.coordinates[range.lowerBound], default: []].append(Int32(line) * 2)
      ends[lines.coordinates[range.upperBound - 1], default: []].append(Int32(line) * 2 + 1)
    }
    var partner: [Int32: Int32] = [:]
    for meeting in ends.values where meeting.count > 1 {
      Self.pair(meeting, of: lines, into: &partner)
    }
    var isUsed = Set<Int32>()
    func walk(from start: Int32) -> [Link] {
      var chain: [Link] = []
      var end: Int32? = start
      // Enters a line at `end`, leaves it at the other end.
      while let entered = end, isUsed.insert(entered / 2).inserted {
        chain.append(Link(line: entered / 2, isReversed: entered % 2 == 1))
        end = partner[entered ^ 1]
      }
      return chain
    }
    // Chains with loose ends first, from them; what is left runs in circles.
    for line in members where lines.range(line).count > 1 {
      for end in [Int32(line) * 2, Int32(line) * 2 + 1]
      where partner[end] == nil && !isUsed.contains(Int32(line)) {
        chains.append(walk(from: end))
      }
    }
    for line in members where lines.range(line).count > 1 && !isUsed.contains(Int32(line)) {
      chains.append(walk(from: Int32(line) * 2))
    }
  }

  /// The positions of a chain.
  static func positions(_ chain: [Link], of lines: PolylineSet) -> [Coordinate] {
    var positions: [Coordinate] = []
    for link in chain {
      let line = lines[Int(link.line)]
      let part = positions.isEmpty ? 0 : 1
      if link.isReversed {
        positions += line.reversed().dropFirst(part)
      } else {
        positions += line.dropFirst(part)
      }
    }
    return positions
  }

  private static func pair(
    _ meeting: [Int32], of lines: PolylineSet, into partner: inout [Int32: Int32]
  ) {
    let directions = meeting.map { direction(of: $0, lines) }
    var pairs: [(straightness: Double, one: Int, other: Int)] = []
    for one in meeting.indices {
      for other in meeting.indices where other > one && meeting[one] / 2 != meeting[other] / 2 {
        let straightness =
          -(directions[one].x * directions[other].x + directions[one].y * directions[other].y)
        if straightness >= 0.5 { pairs.append((straightness, one, other)) }
      }
    }
    pairs.sort {
      $0.straightness != $1.straightness
        ? $0.straightness > $1.straightness : ($0.one, $0.other) < ($1.one, $1.other)
    }
    for pair in pairs where partner[meeting[pair.one]] == nil && partner[meeting[pair.other]] == nil {
      partner[meeting[pair.one]] = meeting[pair.other]
      partner[meeting[pair.other]] = meeting[pair.one]
    }
  }

  /// The direction, of length 1, in which a line leaves one of its ends.
  private static func direction(of end: Int32, _ lines: PolylineSet) -> Coordinate {
    let range = lines.range(Int(end / 2))
    let isLast = end % 2 == 1
    let here = lines.coordinates[isLast ? range.upperBound - 1 : range.lowerBound]
    let next = lines.coordinates[isLast ? range.upperBound - 2 : range.lowerBound + 1]
    // Longitudes shrink towards the poles; near enough for telling straight on from a turn.
    let dx = (next.x - here.x) * ShortGeodesic.metresPerDegree(atLatitude: here.y).longitude
    let dy = (next.y - here.y) * ShortGeodesic.metresPerDegree(atLatitude: here.y).latitude
    let length = (dx * dx + dy * dy).squareRoot()
    return length > 0 ? Coordinate(x: dx / length, y: dy / length) : Coordinate(x: 0, y: 0)
  }
}
