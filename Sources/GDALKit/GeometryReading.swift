internal import CGDAL
internal import GeoModel

/// Copies OGR geometries into values, two dimensions, curves as lines.
enum GeometryReading {
  /// The geometry as a value; `nil` where it is empty or of a kind that has no value (collections
  /// of mixed kinds, surfaces in space).
  static func value(of handle: OGRGeometryH) -> Geometry? {
    if unsafe OGR_G_HasCurveGeometry(handle, 1) != 0 {
      // 0 and nil: GDAL's default step of 4 degrees of arc.
      guard let linear = unsafe OGR_G_GetLinearGeometry(handle, 0, nil) else { return nil }
      defer { unsafe OGR_G_DestroyGeometry(linear) }
      return unsafe straightValue(of: linear)
    }
    return unsafe straightValue(of: handle)
  }

  private static func straightValue(of handle: OGRGeometryH) -> Geometry? {
    guard unsafe OGR_G_IsEmpty(handle) == 0 else { return nil }
    switch unsafe OGR_GT_Flatten(OGR_G_GetGeometryType(handle)) {
    case wkbPoint:
      return unsafe positions(of: handle).first.map { .point($0) }
    case wkbMultiPoint:
      return .multiPoint(unsafe children(of: handle).flatMap { unsafe positions(of: $0) })
    case wkbLineString, wkbLinearRing:
      return .lineString(unsafe positions(of: handle))
    case wkbMultiLineString:
      return .multiLineString(unsafe children(of: handle).map { unsafe positions(of: $0) })
    case wkbPolygon:
      return unsafe polygon(of: handle).map { .polygon($0) }
    case wkbMultiPolygon:
      return .multiPolygon(unsafe children(of: handle).compactMap { unsafe polygon(of: $0) })
    default:
      return nil
    }
  }

  private static func children(of handle: OGRGeometryH) -> [OGRGeometryH] {
    var found: [OGRGeometryH] = unsafe []
    for index in 0..<(unsafe OGR_G_GetGeometryCount(handle)) {
      if let child = unsafe OGR_G_GetGeometryRef(handle, index) { unsafe found.append(child) }
    }
    return unsafe found
  }

  private static func polygon(of handle: OGRGeometryH) -> Polygon? {
    let rings = unsafe children(of: handle).map { LinearRing(unsafe positions(of: $0)) }
    guard let exterior = rings.first, !exterior.coordinates.isEmpty else { return nil }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  /// The positions of a point, line or ring, copied in bulk. `OGR_G_GetPoints`.
  private static func positions(of handle: OGRGeometryH) -> [Coordinate] {
    let count = Int(unsafe OGR_G_GetPointCount(handle))
    guard count > 0 else { return [] }
    let stride = MemoryLayout<Coordinate>.stride
    var coordinates = [Coordinate](repeating: Coordinate(x: 0, y: 0), count: count)
    unsafe coordinates.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let y = unsafe base + MemoryLayout<Double>.stride
      _ = unsafe OGR_G_GetPoints(handle, base, Int32(stride), y, Int32(stride), nil, 0)
    }
    return coordinates
  }
}
