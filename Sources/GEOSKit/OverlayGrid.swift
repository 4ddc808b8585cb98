internal import CGEOS
internal import GeoModel

/// What an overlay falls back to where GEOS's floating noding fails at the last bit.
///
/// Areas cut from each other differ in the last bit with the machine's mathematical library, and a
/// corner that lies within rounding of an edge can make GEOS 3.11 report a topology conflict, or hand
/// back an area that crosses itself by a unit in the last place. The overlay is then done again on a
/// grid, by snap rounding, which cannot fail that way (Hobby 1999,
/// doi:10.1016/S0925-7721(99)00021-8); first on a grid of about a micrometre for longitude and
/// latitude, then on coarser ones.
enum OverlayGrid {
  /// The fractions of the largest coordinate's power of two that a cell of the grid has: 2⁻⁴⁴ is
  /// 0.8 µm at longitude 108°, 2⁻³⁶ is 0.2 mm.
  private static let exponents = [-44, -40, -36]

  /// The result of `exact`, or where that fails or is not valid, of `onGrid` with the parts snapped.
  ///
  /// - Parameters:
  ///   - parts: the operands.
  ///   - function: the C function's name, for errors.
  ///   - exact: the overlay as GEOS does it; `nil` where it fails.
  ///   - onGrid: the same on a grid of the given size, of the snapped parts.
  /// - Returns: a valid area.
  /// - Throws: what GEOS said first, or where it said nothing why its result is not valid, where no grid
  ///   helps, or where an operand crosses itself by more than the grid: such an area is the caller's to
  ///   repair, never this function's.
  static func overlay(
    of parts: [GEOSGeometry], in context: GEOSContext, by function: String,
    exact: () -> OpaquePointer?, onGrid: ([GEOSGeometry], Double) -> OpaquePointer?
  ) throws(GEOSError) -> GEOSGeometry {
    let failure: GEOSError
    if let handle = unsafe exact() {
      let result = try unsafe GEOSGeometry(handle, in: context, by: function)
      guard let reason = invalidity(of: result, in: context) else { return result }
      failure = GEOSError(function: function, reason: "the result is not valid: \(reason)")
    } else {
      failure = context.error(function)
    }
    let scale = largestPowerOfTwo(of: parts, in: context)
    for exponent in exponents {
      let size = scale * Double(sign: .plus, exponent: exponent, significand: 1)
      guard let snapped = try snapped(parts, to: size, in: context) else { continue }
      guard let handle = unsafe onGrid(snapped, size) else { continue }
      let result = try unsafe GEOSGeometry(handle, in: context, by: function)
      if invalidity(of: result, in: context) == nil {
        OverlayLog.current?.note()
        return result
      }
    }
    throw failure
  }

  /// What is wrong with an area, in GEOS's words; `nil` where it is valid.
  private static func invalidity(of area: GEOSGeometry, in context: GEOSContext) -> String? {
    switch unsafe GEOSisValid_r(context.handle, area.handle) {
    case 1: return nil
    case 0:
      guard let words = unsafe GEOSisValidReason_r(context.handle, area.handle) else {
        return "it is not valid"
      }
      defer { unsafe GEOSFree_r(context.handle, words) }
      return unsafe String(cString: words)
    default: return context.error("GEOSisValid_r").message
    }
  }

  /// The least power of two that no coordinate reaches.
  private static func largestPowerOfTwo(
    of parts: [GEOSGeometry], in context: GEOSContext
  ) -> Double {
    var largest = 0.0
    for part in parts {
      var corners = (0.0, 0.0, 0.0, 0.0)
      // An empty operand has no extent and no say.
      guard unsafe GEOSGeom_getXMin_r(context.handle, part.handle, &corners.0) == 1,
        unsafe GEOSGeom_getXMax_r(context.handle, part.handle, &corners.1) == 1,
        unsafe GEOSGeom_getYMin_r(context.handle, part.handle, &corners.2) == 1,
        unsafe GEOSGeom_getYMax_r(context.handle, part.handle, &corners.3) == 1
      else { continue }
      largest = max(largest, abs(corners.0), abs(corners.1), abs(corners.2), abs(corners.3))
    }
    return largest > 0
      ? Double(sign: .plus, exponent: Int(largest.exponent) + 1, significand: 1) : 1
  }

  /// The operands on the grid; `nil` where one of them encloses another area there than as drawn,
  /// by more than its outline times the grid: then it crosses itself in earnest.
  private static func snapped(
    _ parts: [GEOSGeometry], to size: Double, in context: GEOSContext
  ) throws(GEOSError) -> [GEOSGeometry]? {
    var found: [GEOSGeometry] = []
    for part in parts {
      var polygons: [Polygon] = []
      for index in 0..<(unsafe GEOSGetNumGeometries_r(context.handle, part.handle)) {
        guard let drawn = unsafe GEOSGetGeometryN_r(context.handle, part.handle, index),
          let handle = unsafe GEOSGeom_setPrecision_r(context.handle, drawn, size, 0)
        else { return nil }
        let member = try unsafe GEOSGeometry(handle, in: context, by: "GEOSGeom_setPrecision_r")
        guard unsafe enclosesSame(drawn, handle, within: size, in: context) else { return nil }
        polygons += try member.polygons()
      }
      found.append(try GEOSGeometry(polygons, in: context))
    }
    return found
  }

  private static func enclosesSame(
    _ drawn: OpaquePointer, _ snapped: OpaquePointer, within size: Double, in context: GEOSContext
  ) -> Bool {
    var before = 0.0
    var after = 0.0
    var outline = 0.0
    guard unsafe GEOSArea_r(context.handle, drawn, &before) == 1,
      unsafe GEOSArea_r(context.handle, snapped, &after) == 1,
      unsafe GEOSLength_r(context.handle, drawn, &outline) == 1
    else { return false }
    return abs(after - before) <= 2 * size * (outline + size)
  }
}
