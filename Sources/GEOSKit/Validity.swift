internal import CGEOS
public import GeoModel

/// Why an area is not valid after OGC 06-103r4, 6.1.11, and where.
public struct Invalidity: Sendable, Hashable {
  /// GEOS's words, for example `Self-intersection`.
  public var reason: String
  /// Where, in the coordinates of the polygons; `nil` where the rings are too short for a place.
  public var place: Coordinate?
}

/// Tests areas for validity and repairs them on request.
public enum Validity {
  /// The first thing wrong with `polygons` taken as one multipolygon; `nil` where it is valid.
  /// Parts that overlap or share an edge are invalid. `GEOSisValidDetail_r`, which is not asked
  /// where single rings are certainly simple; O(n log n).
  public static func invalidity(of polygons: [Polygon]) throws(GEOSError) -> Invalidity? {
    for ring in polygons.flatMap(\.rings) {
      if ring.coordinates.count < 4 {
        return Invalidity(reason: "Ring of fewer than 4 positions", place: ring.coordinates.first)
      }
      if let bad = ring.coordinates.first(where: { !$0.isFinite }) {
        return Invalidity(reason: "Position that is no number (\(bad.x), \(bad.y))", place: nil)
      }
    }
    if areCertainlyValid(polygons) { return nil }
    let context = try GEOSContext()
    let parts = try GEOSGeometry(polygons, in: context)
    var reason: UnsafeMutablePointer<CChar>?
    var place: OpaquePointer?
    let valid = unsafe GEOSisValidDetail_r(context.handle, parts.handle, 0, &reason, &place)
    defer {
      if let reason = unsafe reason { unsafe GEOSFree_r(context.handle, reason) }
      if let place = unsafe place { unsafe GEOSGeom_destroy_r(context.handle, place) }
    }
    if valid == 1 { return nil }
    guard valid == 0 else { throw context.error("GEOSisValidDetail_r") }
    var x = 0.0
    var y = 0.0
    var position: Coordinate?
    if let place = unsafe place, unsafe GEOSGeomGetX_r(context.handle, place, &x) == 1,
      unsafe GEOSGeomGetY_r(context.handle, place, &y) == 1
    {
      position = Coordinate(x: x, y: y)
    }
    let words = unsafe reason.map { unsafe String(cString: $0) } ?? "Invalid"
    return Invalidity(reason: words, place: position)
  }

  /// Whether each of `polygons` is a single simple ring and far from the others: so are most units,
  /// and GEOS need not be asked.
  private static func areCertainlyValid(_ polygons: [Polygon]) -> Bool {
    guard polygons.count <= 8, polygons.allSatisfy(\.holes.isEmpty) else { return false }
    let boxes = polygons.count > 1 ? polygons.map(\.boundingBox) : []
    for (index, box) in boxes.enumerated() {
      if boxes[(index + 1)...].contains(where: box.intersects) { return false }
    }
    return polygons.allSatisfy { SimpleRing.isCertain($0.exterior) }
  }

  /// Valid areas that enclose what `polygons` enclose: rings are re-noded, and what an odd number
  /// of rings encloses stays. What collapses to lines is left out; rings of fewer than four
  /// positions enclose nothing and are left out. `GEOSMakeValid_r` (linework method).
  public static func repaired(_ polygons: [Polygon]) throws(GEOSError) -> [Polygon] {
    let usable = polygons.compactMap { polygon -> Polygon? in
      guard polygon.exterior.coordinates.count >= 4 else { return nil }
      return Polygon(
        exterior: polygon.exterior, holes: polygon.holes.filter { $0.coordinates.count >= 4 })
    }
    guard !usable.isEmpty else { return [] }
    let context = try GEOSContext()
    let parts = try GEOSGeometry(usable, in: context)
    let valid = try unsafe GEOSGeometry(
      GEOSMakeValid_r(context.handle, parts.handle), in: context, by: "GEOSMakeValid_r")
    return try valid.polygons()
  }
}
