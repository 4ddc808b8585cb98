/// A layer that a constraint or criterion names.
public enum SiteLayer: Sendable, Hashable {
  /// One of the plan's own sections, or made from one.
  case section(Section)
  /// A hazard by its name.
  case hazard(String)
  /// An overlay by its name.
  case overlay(String)

  /// What the plan's sections give.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    /// All hazards.
    case hazards
    /// Forest.
    case forest
    /// All roads.
    case roads
    /// Roads known to be hardened.
    case hardenedRoad = "hardened_road"
    /// Roads known to be all-season.
    case allSeasonRoad = "all_season_road"
    /// Villages.
    case villages
    /// Centres.
    case centres
  }
}

/// What a constraint or criterion looks at.
public enum SiteSubject: Sendable, Hashable {
  /// The slope in per cent.
  case slopePercent
  /// The height in metres.
  case elevationMetres
  /// Whether the ground lies within a layer.
  case inside(SiteLayer)
  /// Whether the ground lies outside a layer.
  case outside(SiteLayer)
  /// The distance to a layer in metres.
  case distance(SiteLayer)
}
