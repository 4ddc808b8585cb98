/// The smallest rectangle, parallel to the axes, that holds a set of positions.
///
/// The box of nothing (``empty``) has `minimumX > maximumX`; it contains and meets no other box.
@frozen
public struct BoundingBox: Hashable, Sendable {
  /// West or least easting.
  public var minimumX: Double
  /// South or least northing.
  public var minimumY: Double
  /// East or greatest easting.
  public var maximumX: Double
  /// North or greatest northing.
  public var maximumY: Double

  /// Makes a box from its four sides.
  @inlinable
  public init(minimumX: Double, minimumY: Double, maximumX: Double, maximumY: Double) {
    self.minimumX = minimumX
    self.minimumY = minimumY
    self.maximumX = maximumX
    self.maximumY = maximumY
  }

  /// The box of no position at all.
  @inlinable
  public static var empty: BoundingBox {
    BoundingBox(
      minimumX: .infinity, minimumY: .infinity, maximumX: -.infinity, maximumY: -.infinity)
  }

  /// The box of `coordinates`; ``empty`` where there are none. O(n).
  @inlinable
  public init(of coordinates: some Sequence<Coordinate>) {
    self = .empty
    for coordinate in coordinates { extend(to: coordinate) }
  }

  /// Whether this is the box of nothing.
  @inlinable
  public var isEmpty: Bool { minimumX > maximumX || minimumY > maximumY }

  /// Grows to hold `coordinate`.
  @inlinable
  public mutating func extend(to coordinate: Coordinate) {
    minimumX = min(minimumX, coordinate.x)
    minimumY = min(minimumY, coordinate.y)
    maximumX = max(maximumX, coordinate.x)
    maximumY = max(maximumY, coordinate.y)
  }

  /// Grows to hold `other`.
  @inlinable
  public mutating func formUnion(_ other: BoundingBox) {
    minimumX = min(minimumX, other.minimumX)
    minimumY = min(minimumY, other.minimumY)
    maximumX = max(maximumX, other.maximumX)
    maximumY = max(maximumY, other.maximumY)
  }

  /// Whether the two boxes share at least one position; touching counts.
  @inlinable
  public func intersects(_ other: BoundingBox) -> Bool {
    minimumX <= other.maximumX && other.minimumX <= maximumX
      && minimumY <= other.maximumY && other.minimumY <= maximumY
  }

  /// Whether `coordinate` lies inside or on the edge.
  @inlinable
  public func contains(_ coordinate: Coordinate) -> Bool {
    coordinate.x >= minimumX && coordinate.x <= maximumX
      && coordinate.y >= minimumY && coordinate.y <= maximumY
  }
}
