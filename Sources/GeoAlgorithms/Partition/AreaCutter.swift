public import GeoModel

/// Cuts lines at the borders of areas, and tells how much of each line lies in which area.
///
/// Every bit of a line has one owner: the area that holds it, of several that overlap the one that is
/// first by its code, and none outside all. A bit along a border belongs to the first by its code of
/// the areas on whose border it runs. So what is counted by area, and outside, is the whole.
///
/// Sides are decided exactly (``Orientation``); the border of an area is straight in the coordinates
/// as they are. Immutable; each worker cuts with a ``Walk`` of its own.
public struct AreaCutter: Sendable {
  /// What lengths are taken by.
  public let metric: LengthMetric

  let buckets: BorderBuckets
  let locator: UnitLocator

  /// Prepares `areas`. O(n) in their positions.
  public init(
    _ areas: [(code: String, polygons: [Polygon])], metric: LengthMetric = .ellipsoid
  ) {
    self.metric = metric
    let locator = UnitLocator(areas)
    self.locator = locator
    buckets = BorderBuckets(
      BorderEdges(areas.map(\.polygons)), locate: { Self.area(of: $0, by: locator) })
  }

  /// A length in one area.
  public struct Piece: Sendable, Hashable {
    /// The index of the area; −1 outside all.
    public var area: Int32
    /// The length in micrometres.
    public var length: Micrometres
  }

  /// The area of a position that lies within one, or within none.
  static func area(of position: Coordinate, by locator: UnitLocator) -> Int32 {
    let match = locator.locate(position)
    guard match.boundaryCount == 0, match.interiorCount < 2 else { return BorderBuckets.unsettled }
    return match.unit.map(Int32.init) ?? BorderBuckets.outside
  }

  /// The area that holds `position`, or ``BorderBuckets/unsettled``: from the reference of its bucket
  /// over the edges in between.
  func area(of position: Coordinate) -> Int32 {
    guard let bucket = buckets.bucket(of: position) else { return BorderBuckets.outside }
    var area = buckets.area(ofReference: bucket)
    let range = buckets.range(bucket)
    guard !range.isEmpty else { return area }
    guard area != BorderBuckets.unsettled else {
      return Self.area(of: position, by: locator)
    }
    let reference = buckets.reference(bucket)
    var inside = area >= 0 ? [area] : []
    for place in range {
      let edge = buckets.edge(place)
      let (a, b) = buckets.edges.ends(edge)
      switch Crossing.between(reference, position, a, b) {
      case .none: continue
      case .touch: return Self.area(of: position, by: locator)
      case .proper: BorderBuckets.toggle(buckets.edges.areas[Int(edge)], in: &inside)
      }
    }
    guard inside.count < 2 else { return Self.area(of: position, by: locator) }
    area = inside.first ?? BorderBuckets.outside
    return area
  }
}

/// How two segments meet.
enum Crossing {
  /// Not at all.
  case none
  /// In one position that is inside both.
  case proper
  /// At an end of one of them, or along one line.
  case touch

  @inline(__always)
  static func between(
    _ p: Coordinate, _ q: Coordinate, _ a: Coordinate, _ b: Coordinate
  ) -> Crossing {
    guard min(a.x, b.x) <= max(p.x, q.x), max(a.x, b.x) >= min(p.x, q.x),
      min(a.y, b.y) <= max(p.y, q.y), max(a.y, b.y) >= min(p.y, q.y)
    else { return .none }
    let sides = Orientation.sign(a, b, p) * Orientation.sign(a, b, q)
    if sides > 0 { return .none }
    let ends = Orientation.sign(p, q, a) * Orientation.sign(p, q, b)
    if ends > 0 { return .none }
    return sides < 0 && ends < 0 ? .proper : .touch
  }
}
