public import GeoModel

/// An area made ready for ``AreaOverlap``: its rings turned one way, begun at their least position,
/// and what each edge adds to the area.
///
/// The same area gives the same outline to the bit, whatever the direction and the beginning of its
/// rings in the file. Parts of one area must not overlap (valid by the Simple Features standard); a
/// position that is doubled counts once; rings that enclose nothing are passed over. Immutable, for
/// any number of workers. Memory: 24 bytes a position.
public struct OverlapOutline: Sendable {
  /// The box of all rings.
  public let boundingBox: BoundingBox
  /// The area in **m²**.
  public let area: Double
  /// What areas are taken by.
  public let metric: LengthMetric

  /// The positions of all rings, one after another, each closed.
  let coordinates: [Coordinate]
  /// What the edge from each position to the next adds to the area, in m²; 0 where a ring ends.
  let gains: [Double]
  let rings: [Ring]

  struct Ring: Sendable {
    /// Its first position, and the closing one, from which no edge starts.
    let first: Int32
    let last: Int32
    let box: BoundingBox
    /// The sum of its gains: positive for outer rings, negative for holes.
    let area: Double

    var edges: Range<Int> { Int(first)..<Int(last) }
  }

  /// Prepares `polygons`. O(n) in their positions.
  public init(_ polygons: [Polygon], metric: LengthMetric = .ellipsoid) {
    self.metric = metric
    var coordinates: [Coordinate] = []
    var gains: [Double] = []
    var rings: [Ring] = []
    func append(_ ring: LinearRing, isOuter: Bool) {
      let run = Self.canonical(ring, counterClockwise: isOuter)
      guard run.count >= 4 else { return }
      let first = coordinates.count
      var area = 0.0
      for index in 0..<run.count - 1 {
        // Counter-clockwise the lower edges run east: what is below them is not inside.
        let gain = -EdgeArea.below(from: run[index], to: run[index + 1], metric: metric)
        gains.append(gain)
        area += gain
      }
      gains.append(0)
      coordinates += run
      rings.append(
        Ring(
          first: Int32(first), last: Int32(coordinates.count - 1), box: BoundingBox(of: run),
          area: area))
    }
    for polygon in polygons {
      append(polygon.exterior, isOuter: true)
      for hole in polygon.holes { append(hole, isOuter: false) }
    }
    self.coordinates = coordinates
    self.gains = gains
    self.rings = rings
    area = rings.reduce(0) { $0 + $1.area }
    var box = BoundingBox.empty
    for ring in rings { box.formUnion(ring.box) }
    boundingBox = box
  }

  /// The positions of a ring, closed, doubled ones left out, turned as asked and begun at the least.
  private static func canonical(_ ring: LinearRing, counterClockwise: Bool) -> [Coordinate] {
    guard ring.coordinates.count >= 4 else { return [] }
    var open: [Coordinate] = []
    open.reserveCapacity(ring.coordinates.count)
    for position in ring.coordinates.dropLast() where open.last != position {
      open.append(position)
    }
    while open.count > 1, open.last == open.first { open.removeLast() }
    guard open.count >= 3 else { return [] }
    if (ring.doubledSignedArea > 0) != counterClockwise { open.reverse() }
    var least = 0
    for index in open.indices where open[index] < open[least] { least = index }
    return Array(open[least...]) + Array(open[...least])
  }

  /// Whether a position that lies on no edge lies inside. By the even-odd rule over all rings,
  /// exactly. O(edges of rings whose boxes hold it).
  func contains(_ position: Coordinate) -> Bool {
    guard boundingBox.contains(position) else { return false }
    var isInside = false
    for ring in rings where ring.box.contains(position) {
      for edge in ring.edges {
        let (a, b) = (coordinates[edge], coordinates[edge + 1])
        guard (a.y > position.y) != (b.y > position.y), max(a.x, b.x) >= position.x else {
          continue
        }
        if min(a.x, b.x) > position.x {
          isInside.toggle()
        } else {
          let (lower, upper) = a.y < b.y ? (a, b) : (b, a)
          if Orientation.sign(lower, upper, position) > 0 { isInside.toggle() }
        }
      }
    }
    return isInside
  }
}
