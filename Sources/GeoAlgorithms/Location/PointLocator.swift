public import GeoModel

/// Where a position lies with respect to an area.
public enum PointPosition: Sendable, Hashable {
  /// Within the area.
  case interior
  /// On one of its rings.
  case boundary
  /// Neither.
  case exterior
}

/// Tells whether positions lie in an area, exactly, by the boxes of its pieces of border.
///
/// The rings are cut into runs of at most sixteen edges and packed into a tree, so that a ray is
/// tested against the few runs it can meet. Edges are straight in the coordinates as they are.
/// Within one polygon, rings count by the even-odd rule, so neither their direction nor which is
/// called the hole matters; an area of several polygons is their union.
public struct PointLocator: Sendable {
  /// The box of the area.
  public let boundingBox: BoundingBox

  private let coordinates: [Coordinate]
  /// For each run, its first edge and the one behind its last; an edge is named by its first
  /// position in `coordinates`.
  private let runs: [(first: Int32, end: Int32, polygon: Int32)]
  private let tree: PackedRTree
  private let polygonCount: Int

  private static let edgesPerRun = 16

  /// Prepares `polygons`. O(n) in the number of positions. Rings of fewer than four positions and
  /// positions that are not finite enclose nothing and are passed over.
  public init(_ polygons: [Polygon]) {
    var coordinates: [Coordinate] = []
    var runs: [(first: Int32, end: Int32, polygon: Int32)] = []
    var boxes: [BoundingBox] = []
    for (polygon, rings) in polygons.lazy.map(\.rings).enumerated() {
      for ring in rings where ring.coordinates.count >= 4 {
        guard ring.coordinates.allSatisfy(\.isFinite) else { continue }
        let start = coordinates.count
        coordinates.append(contentsOf: ring.coordinates)
        let lastEdge = coordinates.count - 1
        for first in stride(from: start, to: lastEdge, by: Self.edgesPerRun) {
          let end = min(first + Self.edgesPerRun, lastEdge)
          runs.append((Int32(first), Int32(end), Int32(polygon)))
          boxes.append(BoundingBox(of: coordinates[first...end]))
        }
      }
    }
    self.coordinates = coordinates
    self.runs = runs
    tree = PackedRTree(boxes)
    boundingBox = tree.extent
    polygonCount = polygons.count
  }

  /// Where `position` lies. O(log n + runs met by the ray to the east).
  ///
  /// The border between two polygons of the same area is reported as boundary.
  public func locate(_ position: Coordinate) -> PointPosition {
    guard boundingBox.contains(position) else { return .exterior }
    let ray = BoundingBox(
      minimumX: position.x, minimumY: position.y, maximumX: .infinity, maximumY: position.y)
    var onBoundary = false
    var crossings: [Int32: Int] = [:]
    var single = 0
    tree.forEach(meeting: ray) { index in
      let run = runs[index]
      var count = 0
      for edge in Int(run.first)..<Int(run.end) {
        switch Self.cross(position, coordinates[edge], coordinates[edge + 1]) {
        case .touches: onBoundary = true
        case .crosses: count += 1
        case .misses: break
        }
      }
      if polygonCount == 1 { single += count } else { crossings[run.polygon, default: 0] += count }
    }
    if onBoundary { return .boundary }
    let isInside = single % 2 == 1 || crossings.values.contains { $0 % 2 == 1 }
    return isInside ? .interior : .exterior
  }

  private enum RayCrossing { case misses, crosses, touches }

  /// How the ray from `position` to the east meets the edge from `a` to `b`. An edge counts where
  /// one end lies above the ray and the other on or below it, so a vertex on the ray counts once.
  private static func cross(_ position: Coordinate, _ a: Coordinate, _ b: Coordinate)
    -> RayCrossing
  {
    let (lower, upper) = a.y <= b.y ? (a, b) : (b, a)
    guard lower.y <= position.y, position.y <= upper.y else { return .misses }
    guard position.x <= max(a.x, b.x) else { return .misses }
    if lower.y == upper.y {
      return position.x >= min(a.x, b.x) ? .touches : .misses
    }
    let side = Orientation.sign(lower, upper, position)
    if side == 0 { return .touches }
    return side > 0 && position.y < upper.y ? .crosses : .misses
  }
}
