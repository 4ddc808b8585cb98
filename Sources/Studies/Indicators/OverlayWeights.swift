internal import GEOSKit
internal import GeoModel
internal import PROJKit

/// The areas that old units have in common with new ones, by which parts without a published weight
/// are settled.
struct OverlayWeights {
  /// The areas of the old units, by code; the oldest geometry at hand.
  let old: [String: [Polygon]]
  /// The areas of the new units, by code.
  let new: [String: [Polygon]]

  /// The geodesic areas in **square metres** that `code` has in common with each of `targets`;
  /// `nil` where no geometry of it, or of one of them, is at hand.
  func areas(of code: String, in targets: [String]) -> [Double]? {
    guard let polygons = old[code], !polygons.isEmpty else { return nil }
    var areas: [Double] = []
    for target in targets {
      guard let area = new[target],
        let common = try? Overlay.intersection(polygons, area)
      else { return nil }
      areas.append(Geodesic.area(of: common))
    }
    return areas
  }
}
