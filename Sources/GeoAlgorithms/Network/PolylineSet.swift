public import GeoModel

/// Many lines in two flat arrays: all positions one after the other, and where each line begins.
///
/// A million small arrays cost a million allocations; this costs two.
public struct PolylineSet: Sendable, Hashable {
  /// The positions of all lines, longitude and latitude in degrees.
  public private(set) var coordinates: [Coordinate] = []
  /// Where each line begins in ``coordinates``, and the end of the last: one more than lines.
  public private(set) var starts: [Int32] = [0]

  /// Makes a set without lines.
  public init() {}

  /// Makes a set of `lines`, in order.
  public init(_ lines: some Sequence<[Coordinate]>) {
    for line in lines { append(line) }
  }

  /// The number of lines.
  public var count: Int { starts.count - 1 }

  /// Adds a line at the end. At most 2³¹−1 positions in all.
  public mutating func append(_ line: some Sequence<Coordinate>) {
    coordinates.append(contentsOf: line)
    starts.append(Int32(coordinates.count))
  }

  /// Makes room for `lines` lines with `positions` positions in all.
  public mutating func reserveCapacity(lines: Int, positions: Int) {
    starts.reserveCapacity(lines + 1)
    coordinates.reserveCapacity(positions)
  }

  /// The places in ``coordinates`` of the positions of a line.
  @inlinable
  public func range(_ line: Int) -> Range<Int> { Int(starts[line])..<Int(starts[line + 1]) }

  /// The positions of a line.
  public subscript(line: Int) -> ArraySlice<Coordinate> { coordinates[range(line)] }
}
