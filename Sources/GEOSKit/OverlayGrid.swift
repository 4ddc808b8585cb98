internal import CGEOS

/// The grid on which areas are overlaid.
///
/// With floating coordinates an overlay hangs on the last bit, and that differs with the machine's
/// mathematical library: where a corner lies within rounding of an edge, GEOS 3.11 reports a topology
/// conflict, hands back an area that crosses itself, or loses a part without a word. By snap rounding
/// every corner of operands and result lies on one grid and none of it can happen (Hobby 1999,
/// doi:10.1016/S0925-7721(99)00021-8). The size is far above the rounding of a transformation
/// (some 10⁻⁹ m) and far below what anyone draws.
enum OverlayGrid {
  /// The size of a cell, in the operands' unit: 2⁻⁴⁴ of the least power of two that no coordinate
  /// reaches, which is 0.8 µm on the ground at longitudes of 64° to 128°.
  static func size(for parts: GEOSGeometry..., in context: GEOSContext) -> Double {
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
    let exponent = largest > 0 ? Int(largest.exponent) + 1 : 0
    return Double(sign: .plus, exponent: exponent - 44, significand: 1)
  }
}
