internal import CGEOS
public import GeoModel

/// Lines and the areas that they cut the plane into.
public enum Linework {
  /// The bounded faces of the plane cut along `lines`: crossings become corners, stretches drawn
  /// several times count once, ends that lead nowhere bound nothing. A face inside another is a
  /// hole of it, so faces never overlap. Lines of fewer than two positions are passed over; empty
  /// where nothing is enclosed.
  ///
  /// Neighbouring faces share their common border position by position. Positions of the lines are
  /// kept as they are, save where GEOS has to snap by about 1e-12 of their size to stay robust.
  /// `GEOSUnaryUnion_r`, then `GEOSPolygonize_r`; O(n log n) in the number of positions.
  public static func faces(of lines: [[Coordinate]]) throws(GEOSError) -> [Polygon] {
    let usable = lines.filter { $0.count >= 2 }
    guard !usable.isEmpty else { return [] }
    let context = try GEOSContext()
    let drawn = try GEOSGeometry(lines: usable, in: context)
    let noded = try unsafe GEOSGeometry(
      GEOSUnaryUnion_r(context.handle, drawn.handle), in: context, by: "GEOSUnaryUnion_r")
    var input: [OpaquePointer?] = unsafe [noded.handle]
    let faces = try unsafe GEOSGeometry(
      GEOSPolygonize_r(context.handle, &input, 1), in: context, by: "GEOSPolygonize_r")
    return try faces.polygons()
  }
}

extension GEOSGeometry {
  /// A collection of lines, in their order, each of two positions or more.
  convenience init(lines: [[Coordinate]], in context: GEOSContext) throws(GEOSError) {
    var parts: [OpaquePointer?] = unsafe []
    do throws(GEOSError) {
      for line in lines { unsafe parts.append(try Self.makeLine(line, in: context)) }
    } catch {
      for index in unsafe parts.indices { unsafe GEOSGeom_destroy_r(context.handle, parts[index]) }
      throw error
    }
    let kind = Int32(GEOS_MULTILINESTRING.rawValue)
    try unsafe self.init(
      GEOSGeom_createCollection_r(context.handle, kind, &parts, UInt32(parts.count)),
      in: context, by: "GEOSGeom_createCollection_r")
  }

  private static func makeLine(
    _ line: [Coordinate], in context: GEOSContext
  ) throws(GEOSError) -> OpaquePointer {
    if let bad = line.first(where: { !$0.isFinite }) {
      throw GEOSError(
        function: "GEOSGeom_createLineString_r",
        reason: "the position (\(bad.x), \(bad.y)) is no place")
    }
    let sequence = unsafe line.withUnsafeBytes { bytes in
      unsafe GEOSCoordSeq_copyFromBuffer_r(
        context.handle, bytes.baseAddress?.assumingMemoryBound(to: Double.self),
        UInt32(line.count), 0, 0)
    }
    guard let sequence = unsafe sequence else {
      throw context.error("GEOSCoordSeq_copyFromBuffer_r")
    }
    guard let made = unsafe GEOSGeom_createLineString_r(context.handle, sequence) else {
      throw context.error("GEOSGeom_createLineString_r")
    }
    return unsafe made
  }
}
