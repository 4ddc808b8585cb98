internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit

/// Cuts areas by the units of a level.
struct UnitPieces {
  /// What an area has in common with a unit.
  struct Piece {
    /// The index of the unit.
    var unit: Int
    /// The common ground, in longitude and latitude.
    var polygons: [Polygon]
    /// Its geodesic area in **square metres**.
    var area: Double
  }

  let units: [AdministrativeUnit]
  private let tree: PackedRTree

  init(_ units: [AdministrativeUnit]) {
    self.units = units
    tree = PackedRTree(units.map { Geometry.multiPolygon($0.polygons).boundingBox })
  }

  /// The pieces of `polygons`, by the index of their unit; those without area are left out.
  func pieces(of polygons: [Polygon]) throws(GEOSError) -> [Piece] {
    guard !polygons.isEmpty else { return [] }
    var pieces: [Piece] = []
    for index in tree.items(meeting: Geometry.multiPolygon(polygons).boundingBox).sorted() {
      let common = try Overlay.intersection(polygons, units[index].polygons)
      let area = Geodesic.area(of: common)
      if area > 0 { pieces.append(Piece(unit: index, polygons: common, area: area)) }
    }
    return pieces
  }
}
