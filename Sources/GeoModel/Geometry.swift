/// A ring of positions, closed: the last equals the first.
///
/// The direction is not prescribed; what needs one (area by sign, GeoJSON) sets it. A ring with
/// fewer than four positions encloses nothing.
public struct LinearRing: Hashable, Sendable {
  /// The positions, first and last equal.
  public var coordinates: [Coordinate]

  /// Makes a ring of `coordinates` and closes it where the last position is not the first.
  public init(_ coordinates: [Coordinate]) {
    self.coordinates = coordinates
    if let first = coordinates.first, coordinates.last != first {
      self.coordinates.append(first)
    }
  }

  /// Twice the signed planar area in squared units of the coordinates: positive where the ring
  /// runs counter-clockwise (x to the right, y up). Taken relative to the first position, so that
  /// large eastings do not cost digits. O(n).
  public var doubledSignedArea: Double {
    guard let origin = coordinates.first else { return 0 }
    var sum = 0.0
    for index in coordinates.indices.dropLast() {
      let a = coordinates[index]
      let b = coordinates[index + 1]
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum
  }

  /// The ring in the other direction.
  public var reversed: LinearRing { LinearRing(coordinates.reversed()) }
}

/// An area with one outer ring and any number of holes.
public struct Polygon: Hashable, Sendable {
  /// The outer ring.
  public var exterior: LinearRing
  /// The rings cut out of it.
  public var holes: [LinearRing]

  /// Makes a polygon from its outer ring and its holes.
  public init(exterior: LinearRing, holes: [LinearRing] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// The outer ring, then the holes.
  public var rings: [LinearRing] { [exterior] + holes }

  /// The same polygon with the outer ring counter-clockwise and every hole clockwise: the
  /// right-hand rule of RFC 7946, section 3.1.6.
  public var woundByRightHandRule: Polygon {
    Polygon(
      exterior: exterior.doubledSignedArea < 0 ? exterior.reversed : exterior,
      holes: holes.map { $0.doubledSignedArea > 0 ? $0.reversed : $0 })
  }

  /// The box of the outer ring.
  public var boundingBox: BoundingBox { BoundingBox(of: exterior.coordinates) }
}

/// What a feature is in space. Two dimensions: heights and measures are left out on reading.
public enum Geometry: Hashable, Sendable {
  /// One position.
  case point(Coordinate)
  /// Several positions.
  case multiPoint([Coordinate])
  /// One line; fewer than two positions have no length.
  case lineString([Coordinate])
  /// Several lines.
  case multiLineString([[Coordinate]])
  /// One area.
  case polygon(Polygon)
  /// Several areas.
  case multiPolygon([Polygon])

  /// The areas of a polygon or multipolygon; none for points and lines.
  public var polygons: [Polygon] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let polygons): polygons
    default: []
    }
  }

  /// The lines of a line string or multi-line string; none for points and areas.
  public var lines: [[Coordinate]] {
    switch self {
    case .lineString(let line): [line]
    case .multiLineString(let lines): lines
    default: []
    }
  }

  /// The positions of a point or multi-point; none for lines and areas.
  public var points: [Coordinate] {
    switch self {
    case .point(let point): [point]
    case .multiPoint(let points): points
    default: []
    }
  }

  /// The geometry's name as in GeoJSON: `Point`, `MultiPolygon`, …
  public var typeName: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    }
  }
}
