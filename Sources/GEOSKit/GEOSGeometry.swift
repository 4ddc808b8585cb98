internal import CGEOS
internal import GeoModel

/// A GEOS geometry and its lifetime, bound to the context that made it.
@safe final class GEOSGeometry {
  let handle: OpaquePointer
  let context: GEOSContext

  init(_ handle: OpaquePointer?, in context: GEOSContext, by function: String) throws(GEOSError) {
    guard let handle = unsafe handle else { throw context.error(function) }
    unsafe self.handle = handle
    self.context = context
  }

  deinit {
    unsafe GEOSGeom_destroy_r(context.handle, handle)
  }

  /// Gives the C geometry away: the receiver's owner destroys it.
  static func makePolygon(
    _ polygon: Polygon, in context: GEOSContext
  ) throws(GEOSError) -> OpaquePointer {
    let shell = try unsafe makeRing(polygon.exterior, in: context)
    var holes: [OpaquePointer?] = unsafe []
    do throws(GEOSError) {
      for hole in polygon.holes { unsafe holes.append(try makeRing(hole, in: context)) }
    } catch {
      unsafe GEOSGeom_destroy_r(context.handle, shell)
      for index in unsafe holes.indices { unsafe GEOSGeom_destroy_r(context.handle, holes[index]) }
      throw error
    }
    guard
      let made = unsafe GEOSGeom_createPolygon_r(
        context.handle, shell, &holes, UInt32(holes.count))
    else { throw context.error("GEOSGeom_createPolygon_r") }
    return unsafe made
  }

  /// Copies the ring in bulk; GEOS needs 0 or at least four positions, and of positions that are
  /// no numbers makes an empty result without a word.
  private static func makeRing(
    _ ring: LinearRing, in context: GEOSContext
  ) throws(GEOSError) -> OpaquePointer {
    guard ring.coordinates.count >= 4 else {
      throw GEOSError(
        function: "GEOSGeom_createLinearRing_r",
        reason: "a ring of \(ring.coordinates.count) positions encloses nothing")
    }
    if let bad = ring.coordinates.first(where: { !$0.isFinite }) {
      throw GEOSError(
        function: "GEOSGeom_createLinearRing_r",
        reason: "the position (\(bad.x), \(bad.y)) is no place")
    }
    let sequence = unsafe ring.coordinates.withUnsafeBytes { bytes in
      unsafe GEOSCoordSeq_copyFromBuffer_r(
        context.handle, bytes.baseAddress?.assumingMemoryBound(to: Double.self),
        UInt32(ring.coordinates.count), 0, 0)
    }
    guard let sequence = unsafe sequence else {
      throw context.error("GEOSCoordSeq_copyFromBuffer_r")
    }
    guard let made = unsafe GEOSGeom_createLinearRing_r(context.handle, sequence) else {
      throw context.error("GEOSGeom_createLinearRing_r")
    }
    return unsafe made
  }

  /// A multipolygon of `polygons`, in their order; empty where there are none.
  convenience init(_ polygons: [Polygon], in context: GEOSContext) throws(GEOSError) {
    var parts: [OpaquePointer?] = unsafe []
    do throws(GEOSError) {
      for polygon in polygons { unsafe parts.append(try Self.makePolygon(polygon, in: context)) }
    } catch {
      for index in unsafe parts.indices { unsafe GEOSGeom_destroy_r(context.handle, parts[index]) }
      throw error
    }
    let kind = Int32(GEOS_MULTIPOLYGON.rawValue)
    try unsafe self.init(
      GEOSGeom_createCollection_r(context.handle, kind, &parts, UInt32(parts.count)),
      in: context, by: "GEOSGeom_createCollection_r")
  }

  /// The areas in the geometry, in GEOS's order; points and lines are left out.
  func polygons() throws(GEOSError) -> [Polygon] {
    var found: [Polygon] = []
    unsafe try collectPolygons(of: handle, into: &found)
    return found
  }

  private func collectPolygons(
    of part: OpaquePointer, into found: inout [Polygon]
  ) throws(GEOSError) {
    let kind = unsafe GEOSGeomTypes(rawValue: UInt32(GEOSGeomTypeId_r(context.handle, part)))
    if kind == GEOS_POLYGON {
      guard unsafe GEOSisEmpty_r(context.handle, part) == 0 else { return }
      let exterior = try unsafe ring(GEOSGetExteriorRing_r(context.handle, part))
      var holes: [LinearRing] = []
      for index in 0..<(unsafe GEOSGetNumInteriorRings_r(context.handle, part)) {
        holes.append(try unsafe ring(GEOSGetInteriorRingN_r(context.handle, part, index)))
      }
      found.append(Polygon(exterior: exterior, holes: holes))
    } else if kind == GEOS_MULTIPOLYGON || kind == GEOS_GEOMETRYCOLLECTION {
      for index in 0..<(unsafe GEOSGetNumGeometries_r(context.handle, part)) {
        if let child = unsafe GEOSGetGeometryN_r(context.handle, part, index) {
          unsafe try collectPolygons(of: child, into: &found)
        }
      }
    }
  }

  private func ring(_ part: OpaquePointer?) throws(GEOSError) -> LinearRing {
    guard let part = unsafe part,
      let sequence = unsafe GEOSGeom_getCoordSeq_r(context.handle, part)
    else { throw context.error("GEOSGeom_getCoordSeq_r") }
    var size: UInt32 = 0
    guard unsafe GEOSCoordSeq_getSize_r(context.handle, sequence, &size) != 0 else {
      throw context.error("GEOSCoordSeq_getSize_r")
    }
    var coordinates = [Coordinate](repeating: Coordinate(x: 0, y: 0), count: Int(size))
    let copied = unsafe coordinates.withUnsafeMutableBytes { bytes in
      unsafe GEOSCoordSeq_copyToBuffer_r(
        context.handle, sequence, bytes.baseAddress?.assumingMemoryBound(to: Double.self), 0, 0)
    }
    guard copied != 0 else { throw context.error("GEOSCoordSeq_copyToBuffer_r") }
    return LinearRing(coordinates)
  }
}
