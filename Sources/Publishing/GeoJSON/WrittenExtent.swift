/// The `bbox` of what has been written, on the grid.
///
/// West is the least longitude and east the greatest, unless something was cut at the antimeridian:
/// then the box is the complement of the widest gap, and west is greater than east where that gap
/// does not hold the antimeridian (RFC 7946, section 5.2). What comes cut already, on both sides of it and
/// on no more than half the globe, is treated alike.
struct WrittenExtent: Sendable {
  private var south = Int64.max
  private var north = Int64.min
  private var spans: [ClosedRange<Int64>] = []
  private var mergeAt = 4096

  /// Takes in a run; no positions change nothing. O(n), amortised.
  mutating func extend(to run: RoundedRun) {
    guard let first = run.first else { return }
    var west = first.x
    var east = first.x
    for position in run {
      west = min(west, position.x)
      east = max(east, position.x)
      south = min(south, position.y)
      north = max(north, position.y)
    }
    spans.append(west...east)
    mergeIfMany()
  }

  /// Takes in what `other` took in.
  mutating func formUnion(_ other: WrittenExtent) {
    south = min(south, other.south)
    north = max(north, other.north)
    spans += other.spans
    mergeIfMany()
  }

  private mutating func mergeIfMany() {
    guard spans.count >= mergeAt else { return }
    spans = merged()
    mergeAt = max(4096, 2 * spans.count)
  }

  /// West, south, east, north; `nil` where nothing was taken in.
  ///
  /// - Parameters:
  ///   - isCut: whether something was cut at the antimeridian.
  ///   - halfTurn: 180° on the grid.
  func box(
    isCut: Bool, halfTurn: Int64
  ) -> (west: Int64, south: Int64, east: Int64, north: Int64)? {
    let spans = merged()
    guard let first = spans.first, let last = spans.last else { return nil }
    var west = first.lowerBound
    var east = last.upperBound
    let meetsBothSides = west == -halfTurn && east == halfTurn
    guard isCut || meetsBothSides else { return (west, south, east, north) }
    // The gap over the antimeridian is closed by the cut; what is left are the gaps between spans.
    var widest: Int64 = 0
    for (left, right) in zip(spans, spans.dropFirst()) {
      let gap = right.lowerBound - left.upperBound
      if gap > widest {
        widest = gap
        west = right.lowerBound
        east = left.upperBound
      }
    }
    guard isCut || widest >= halfTurn else { return (-halfTurn, south, halfTurn, north) }
    return (west, south, east, north)
  }

  /// The spans without overlaps, from west to east.
  private func merged() -> [ClosedRange<Int64>] {
    var result: [ClosedRange<Int64>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, span.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        result.append(span)
      }
    }
    return result
  }
}
