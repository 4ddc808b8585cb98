public import GEOSKit
public import GeoModel

/// The ground by which a village is judged: its own, and what lies within a distance of it.
public struct VillageGround: Sendable {
  /// What the ground was made from.
  public enum Basis: String, Sendable, Hashable {
    /// The village's own area.
    case area
    /// What of its unit lies nearest to its point.
    case thiessen
    /// A circle about its point.
    case circle
    /// The point alone: the square metres on which it stands.
    case point
    /// Nothing: the village has no place.
    case none
  }

  /// The areas (longitude and latitude); none for a village without a place.
  public let polygons: [Polygon]
  /// What they were made from.
  public let basis: Basis

  /// The radius in metres of the ground of a point that is given none.
  public static let pointRadius = 1.0

  /// The ground of a village.
  ///
  /// - Parameters:
  ///   - areas: the village's own areas (valid; longitude and latitude), where it has some.
  ///   - cell: what of its unit lies nearest to its point; used where it has no area of its own.
  ///   - position: its position; used where it has neither.
  ///   - radius: the radius in **metres** that its point stands for; 0 for none.
  ///   - within: how far around its ground hazards count, in **metres**; 0 for not at all.
  /// - Throws: what GEOS reports for areas that are not valid.
  public init(
    areas: [Polygon], cell: [Polygon] = [], position: Coordinate?, radius: Double, within: Double
  ) throws(GEOSError) {
    let own = areas.isEmpty ? cell : areas
    if !own.isEmpty {
      basis = areas.isEmpty ? .thiessen : .area
      polygons =
        within > 0 ? try ReachedGround(distance: within).ground(around: .multiPolygon(own)) : own
      return
    }
    guard let position, position.isFinite else {
      basis = .none
      polygons = []
      return
    }
    let reach = radius + within
    basis = reach > 0 ? .circle : .point
    polygons = [
      ReachedGround.circle(about: position, radius: reach > 0 ? reach : Self.pointRadius)
    ]
  }
}
