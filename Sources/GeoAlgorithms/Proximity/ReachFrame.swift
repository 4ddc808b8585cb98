import GeoModel

/// A plane around some positions in which distances are bounds of the exact ones: the distance taken
/// in it is never more than the exact one, and ``stretch`` times it never less, as far as the
/// reach of ``window``.
///
/// A degree of longitude is worth less towards the poles, one of latitude more. Within the window
/// the least worth of each gives the lower bound, the ratio of the greatest to the least the upper:
/// a straight line in longitude and latitude is no shorter than the geodesic between its ends, and
/// a geodesic within the window no shorter than the plane makes it. Within 4 km the ratio is
/// 1.0002 at 15° and 1.002 at 70°.
struct ReachFrame {
  /// The position that is (0, 0) in the plane.
  let origin: Coordinate
  /// The least that a unit of x is worth within the window, in metres.
  let scaleX: Double
  /// The least that a unit of y is worth within the window, in metres.
  let scaleY: Double
  /// What the distance in the plane is multiplied by to be no less than the exact one; 1 or more.
  let stretch: Double
  /// What a line must meet to be within the reach of a position of the box.
  let window: BoundingBox

  /// A plane around the positions of `box` (not empty) and all within `reach` metres of them.
  init(_ metric: LengthMetric, around box: BoundingBox, reach: Double) {
    origin = Coordinate(
      x: (box.minimumX + box.maximumX) / 2, y: (box.minimumY + box.maximumY) / 2)
    guard metric == .ellipsoid else {
      scaleX = 1
      scaleY = 1
      stretch = 1
      window = box.grown(byX: reach, byY: reach)
      return
    }
    // A little more, because a geodesic bends towards the pole.
    let degrees = reach * 1.001 / 110_000
    let south = max(box.minimumY - degrees, -90)
    let north = min(box.maximumY + degrees, 90)
    let atSouth = ShortGeodesic.metresPerDegree(atLatitude: south)
    let atNorth = ShortGeodesic.metresPerDegree(atLatitude: north)
    let crossesEquator = south < 0 && north > 0
    let atEquator = ShortGeodesic.metresPerDegree(atLatitude: 0)
    let leastX = min(atSouth.longitude, atNorth.longitude)
    let greatestX = crossesEquator ? atEquator.longitude : max(atSouth.longitude, atNorth.longitude)
    let leastY = crossesEquator ? atEquator.latitude : min(atSouth.latitude, atNorth.latitude)
    let greatestY = max(atSouth.latitude, atNorth.latitude)
    // Near a pole longitudes are worth nothing; the bounds are loose there, never wrong.
    scaleX = max(leastX, 1e-3)
    scaleY = leastY
    stretch = max(greatestX / scaleX, greatestY / scaleY)
    window = box.grown(byX: min(reach / scaleX, 360), byY: degrees)
  }

  /// A segment in the plane.
  func segment(from start: Coordinate, to end: Coordinate, index: Int32) -> LocalSegment {
    LocalSegment(
      x: (start.x - origin.x) * scaleX, y: (start.y - origin.y) * scaleY,
      dx: (end.x - start.x) * scaleX, dy: (end.y - start.y) * scaleY, index: index)
  }

  /// A position in the plane, in metres.
  func place(_ position: Coordinate) -> Coordinate {
    Coordinate(x: (position.x - origin.x) * scaleX, y: (position.y - origin.y) * scaleY)
  }
}

/// A segment in the plane of a ``ReachFrame``.
struct LocalSegment {
  private let x: Double
  private let y: Double
  private let dx: Double
  private let dy: Double
  private let inverse: Double
  /// The place of its first position among those of all lines.
  let index: Int32

  init(x: Double, y: Double, dx: Double, dy: Double, index: Int32) {
    self.x = x
    self.y = y
    self.dx = dx
    self.dy = dy
    self.index = index
    let squared = dx * dx + dy * dy
    inverse = squared > 0 ? 1 / squared : 0
  }

  /// Whether both its ends are one place.
  var isPoint: Bool { dx == 0 && dy == 0 }

  /// The square of the distance from a place in the plane, in m².
  @inline(__always)
  func squaredDistance(to place: Coordinate) -> Double {
    let px = place.x - x
    let py = place.y - y
    let along = (px * dx + py * dy) * inverse
    let fraction = along < 0 ? 0 : along > 1 ? 1 : along
    let ex = px - fraction * dx
    let ey = py - fraction * dy
    return ex * ex + ey * ey
  }
}

extension BoundingBox {
  func grown(byX dx: Double, byY dy: Double) -> BoundingBox {
    BoundingBox(
      minimumX: minimumX - dx, minimumY: minimumY - dy, maximumX: maximumX + dx,
      maximumY: maximumY + dy)
  }
}
