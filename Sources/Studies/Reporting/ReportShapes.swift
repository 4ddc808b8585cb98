internal import GeoAlgorithms
internal import GeoModel
internal import Publishing

/// Outlines and lines as a page's map takes them: fewer positions, whole numbers, each position told by
/// how far it is from the one before.
///
/// A shape is a list of parts; a part of an area is a list of rings, of a line and a point a list of
/// positions: `x, y, dx, dy, dx, dy, …` in units of 1 / ``scale`` degree.
struct ReportShapes {
  /// What a degree is divided by: 1e-5° are 1.1 m.
  static let scale = 100_000
  /// A position may be this share of the map's longer side off: on a screen of 2,000 pixels half of one.
  private static let shareOfSide = 1.0 / 4000

  /// How far an outline of the picture may be from the one that figures were taken of, in **metres**.
  let toleranceMetres: Double
  /// West, south, east and north, in degrees.
  let box: BoundingBox
  /// Whether western longitudes are told as those beyond 180°, because the study lies on both sides.
  private let isTurned: Bool
  private let lines: LineSimplifier
  private let borders: BorderSimplifier

  /// Prepares for units of all levels; `nil` where none has an outline.
  init?(levels: [[[Polygon]]]) {
    var plain = BoundingBox.empty
    var turned = BoundingBox.empty
    for polygon in levels.joined().joined() {
      for place in polygon.exterior.coordinates {
        plain.extend(to: place)
        turned.extend(to: Coordinate(x: place.x < 0 ? place.x + 360 : place.x, y: place.y))
      }
    }
    guard !plain.isEmpty else { return nil }
    isTurned = turned.maximumX - turned.minimumX < plain.maximumX - plain.minimumX
    let box = isTurned ? turned : plain
    self.box = box
    let latitude = (box.minimumY + box.maximumY) / 2
    let middle = (box.minimumX + box.maximumX) / 2
    let side = max(
      ShortGeodesic.metres(
        from: Coordinate(x: middle, y: box.minimumY), to: Coordinate(x: middle, y: box.maximumY)),
      ShortGeodesic.metres(
        from: Coordinate(x: box.minimumX, y: latitude), to: Coordinate(x: box.maximumX, y: latitude)
      ))
    toleranceMetres = max(2, (side * Self.shareOfSide).rounded())
    lines = LineSimplifier(toleranceMetres: toleranceMetres, latitude: latitude)
    borders = BorderSimplifier(areas: Array(levels.joined()), lines: lines)
  }

  /// A unit, whose borders are those of its neighbours.
  func unit(_ polygons: [Polygon]) -> JSONValue {
    .list(polygons.map { polygon in .list(borders.simplified(polygon).rings.map(ring)) })
  }

  /// A feature that shares no border.
  func shape(_ geometry: Geometry?) -> JSONValue {
    switch geometry {
    case nil: .null
    case .point(let point): .list([.list(point.isFinite ? numbers([point]) : [])])
    case .multiPoint(let points): .list(points.map { .list(numbers([$0])) })
    case .lineString(let line): .list([.list(numbers(lines.simplified(line)))])
    case .multiLineString(let parts):
      .list(parts.map { .list(numbers(lines.simplified($0))) })
    case .polygon(let polygon): .list([area(polygon)])
    case .multiPolygon(let polygons): .list(polygons.map(area))
    }
  }

  /// A line of a network.
  func line(_ places: [Coordinate]) -> (json: JSONValue, positions: Int) {
    let kept = lines.simplified(places)
    return (.list(numbers(kept)), kept.count)
  }

  private func area(_ polygon: Polygon) -> JSONValue {
    .list(polygon.rings.map { ring(LinearRing(lines.simplified($0.coordinates))) })
  }

  /// A ring without its last position, which is its first.
  private func ring(_ ring: LinearRing) -> JSONValue {
    .list(numbers(ring.coordinates.dropLast()))
  }

  private func numbers(_ places: some Collection<Coordinate>) -> [JSONValue] {
    var numbers: [JSONValue] = []
    numbers.reserveCapacity(2 * places.count)
    var (x, y) = (0, 0)
    for place in places {
      let next = (
        x: Int(
          ((isTurned && place.x < 0 ? place.x + 360 : place.x) * Double(Self.scale)).rounded()),
        y: Int((place.y * Double(Self.scale)).rounded())
      )
      // What rounding made one is told once.
      if !numbers.isEmpty, next.x == x, next.y == y { continue }
      numbers.append(.integer(next.x - x))
      numbers.append(.integer(next.y - y))
      (x, y) = (next.x, next.y)
    }
    return numbers
  }
}
