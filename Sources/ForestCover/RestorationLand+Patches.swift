public import GEOSKit
public import GeoModel
internal import PROJKit

/// A contiguous patch of bare land.
public struct BarePatch: Sendable, Hashable {
  /// What tables call it.
  public var label: String
  /// Its area (valid; longitude and latitude), of which no two parts meet in more than points.
  public var polygons: [Polygon]

  /// Makes a patch.
  public init(label: String, polygons: [Polygon]) {
    self.label = label
    self.polygons = polygons
  }
}

extension RestorationLand {
  /// What of one patch is a candidate.
  ///
  /// Only what lies on land planned for forest is; it must hang together in at least the least area,
  /// before units and functions cut it.
  ///
  /// - Parameters:
  ///   - patch: a contiguous patch of bare land of at least `leastSiteArea`.
  ///   - functions: the land planned for forest; `nil` where it is not known, and all is taken.
  ///   - leastSiteArea: in **square metres**.
  ///   - units: the units.
  /// - Throws: what GEOS reports for areas that are not valid.
  public init(
    _ patch: BarePatch, functions: FunctionAreas?, leastSiteArea: Double, units: RestorationUnits
  ) throws(GEOSError) {
    self.init()
    guard let functions else {
      try add(patch.label, function: nil, polygons: patch.polygons, units: units)
      return
    }
    let planned = try Overlay.union(functions.pieces(of: patch.polygons).flatMap(\.polygons))
    let rest = planned.isEmpty ? patch.polygons : try Overlay.difference(patch.polygons, planned)
    for unit in units.near(rest) {
      leftOut.notPlanned += Geodesic.area(
        of: try Overlay.intersection(rest, units.polygons[unit]))
    }
    for part in planned {
      // A patch of cells that is just large enough may lack a billionth on the ellipsoid.
      guard Geodesic.area(of: part) >= leastSiteArea * (1 - 1e-9) else {
        for unit in units.near([part]) {
          leftOut.smallPatches += Geodesic.area(
            of: try Overlay.intersection([part], units.polygons[unit]))
        }
        continue
      }
      for piece in try functions.pieces(of: [part]) {
        try add(patch.label, function: piece.function, polygons: piece.polygons, units: units)
      }
    }
  }

  /// Takes in the candidates of another patch, and what is left out of it.
  public mutating func append(_ other: RestorationLand) {
    pieces += other.pieces
    leftOut.notPlanned += other.leftOut.notPlanned
    leftOut.smallPatches += other.leftOut.smallPatches
    leftOut.slivers += other.leftOut.slivers
  }

  /// Notes bare land in patches that are too small for a site, in **square metres**.
  public mutating func leaveOutSmall(_ area: Double) { leftOut.smallPatches += area }

  private mutating func add(
    _ label: String, function: ForestFunction?, polygons: [Polygon], units: RestorationUnits
  ) throws(GEOSError) {
    for unit in units.near(polygons) {
      let inside = try Overlay.intersection(polygons, units.polygons[unit])
      let area = Geodesic.area(of: inside)
      guard area > 0 else { continue }
      guard area >= Self.leastPiece else {
        leftOut.slivers += area
        continue
      }
      pieces.append(
        Piece(plot: label, unit: unit, function: function, polygons: inside, area: area))
    }
  }
}
