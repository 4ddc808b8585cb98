public import GEOSKit
import GeoAlgorithms
public import GeoModel
import RealModule

/// All ground within a distance of points, lines or areas, drawn on the ellipsoid.
///
/// Each piece is brought to an equal-area plane about its own middle, where lengths over some
/// kilometres are true to a millimetre (`EqualAreaProjection`), grown there, and brought back. Turns are
/// drawn so finely that the outline lies within a millimetre of the true one. Lines are straight
/// in longitude and latitude, as everywhere.
public struct ReachedGround: Sendable {
  /// The distance in **metres**; more than 0.
  public let distance: Double

  private let quadrantSegments: Int

  /// The longest step between two positions in metres: the chord of such a geodesic is straight to a
  /// millimetre.
  private static let longestStep = 150.0
  /// How much line is grown in one plane, in metres.
  private static let longestPiece = 5_000.0
  /// How far an outline may lie within the true one, in metres.
  private static let tolerance = 0.5e-3

  /// Prepares to grow by `distance` **metres**, more than 0.
  public init(distance: Double) {
    precondition(distance > 0, "ground is grown outwards")
    self.distance = distance
    // Half the angle of a step whose chord lies within the tolerance of the arc.
    let half = (2 * Self.tolerance / distance).squareRoot()
    quadrantSegments = min(max(Int((Double.pi / 4 / half).rounded(.up)), 8), 2048)
  }

  /// The pieces of `geometry` that ``ground(of:)`` takes one by one: points, and lines and outlines cut
  /// after some kilometres.
  public static func pieces(of geometry: Geometry) -> [[Coordinate]] {
    var pieces: [[Coordinate]] = geometry.points.map { [$0, $0] }
    for line in geometry.lines { cut(line, into: &pieces) }
    for ring in geometry.polygons.flatMap(\.rings) { cut(ring.coordinates, into: &pieces) }
    return pieces
  }

  private static func cut(_ line: [Coordinate], into pieces: inout [[Coordinate]]) {
    guard let first = line.first else { return }
    if line.count == 1 { pieces.append([first, first]) }
    var piece = [first]
    var length = 0.0
    for (start, end) in zip(line, line.dropFirst()) {
      let metres = ShortGeodesic.metres(from: start, to: end)
      let steps = max(1, Int((metres / longestStep).rounded(.up)))
      for step in 1...steps {
        let share = Double(step) / Double(steps)
        let next =
          step == steps
          ? end
          : Coordinate(
            x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
        piece.append(next)
        length += metres / Double(steps)
        if length >= longestPiece {
          pieces.append(piece)
          piece = [next]
          length = 0
        }
      }
    }
    if piece.count > 1 { pieces.append(piece) }
  }

  /// All within the distance of one piece.
  ///
  /// - Throws: what GEOS reports for positions that are no numbers.
  public func ground(of piece: [Coordinate]) throws(GEOSError) -> [Polygon] {
    guard !piece.isEmpty else { return [] }
    let plane = EqualAreaProjection(centre: piece[piece.count / 2])
    let grown = try Overlay.buffer(
      of: [piece.map(plane.project)], distance: distance, quadrantSegments: quadrantSegments)
    return grown.map { polygon in
      Polygon(
        exterior: Self.ring(polygon.exterior, from: plane),
        holes: polygon.holes.map { Self.ring($0, from: plane) })
    }
  }

  private static func ring(_ ring: LinearRing, from plane: EqualAreaProjection) -> LinearRing {
    LinearRing(ring.coordinates.map { place(of: $0, in: plane) })
  }

  /// The place whose image is `image`, to some micrometres: the plane's own answer is good to a
  /// millimetre, and a step after Newton takes care of that.
  private static func place(of image: Coordinate, in plane: EqualAreaProjection) -> Coordinate {
    let near = plane.place(of: image)
    let found = plane.project(near)
    let scale = ShortGeodesic.metresPerDegree(atLatitude: near.y)
    return Coordinate(
      x: near.x + (image.x - found.x) / scale.longitude,
      y: near.y + (image.y - found.y) / scale.latitude)
  }

  /// The areas of `geometry` and all within the distance of it, united.
  ///
  /// - Throws: what GEOS reports for areas that are not valid.
  public func ground(around geometry: Geometry) throws(GEOSError) -> [Polygon] {
    var parts = geometry.polygons
    for piece in Self.pieces(of: geometry) { parts += try ground(of: piece) }
    return try Overlay.union(parts)
  }

  /// A circle about `centre` with a radius in **metres**, drawn with so many positions that has the
  /// area of the true one to 1e-7 of it.
  public static func circle(
    about centre: Coordinate, radius: Double, positions: Int = 90
  ) -> Polygon {
    let plane = EqualAreaProjection(centre: centre)
    let step = 2 * Double.pi / Double(positions)
    // The polygon within the circle is smaller by this factor of the area.
    let drawn = radius * (step / Double.sin(step)).squareRoot()
    return Polygon(
      exterior: LinearRing(
        (0..<positions).map { index in
          let angle = step * Double(index)
          return place(
            of: Coordinate(x: drawn * Double.cos(angle), y: drawn * Double.sin(angle)), in: plane)
        }))
  }
}
