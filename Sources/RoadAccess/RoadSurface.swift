import GeoAlgorithms

/// What settles whether a road is hardened.
public enum SurfaceBasis: Sendable, Hashable, CaseIterable {
  /// Its surface is in the list of hardened ones.
  case hardenedBySurface
  /// Its surface is in the list of unhardened ones.
  case unhardenedBySurface
  /// Another field says that it is hardened.
  case hardenedByField
  /// Another field says that it is not.
  case unhardenedByField
  /// Its class is taken as hardened.
  case hardenedByAssumption
  /// Its class is taken as unhardened.
  case unhardenedByAssumption
  /// Nothing.
  case unknown

  /// What the road adds to the gap of a path: nothing, unknown metres, or metres of gap.
  var tier: EdgeTier {
    switch self {
    case .hardenedBySurface, .hardenedByField, .hardenedByAssumption: .clear
    case .unhardenedBySurface, .unhardenedByField, .unhardenedByAssumption: .adverse
    case .unknown: .unknown
    }
  }
}

extension RoadRules {
  /// What settles whether a road of a class and a surface is hardened: the surface where it is in
  /// one of the lists, else what another field says, else the class where something is assumed for
  /// it, else nothing.
  public func basis(
    roadClass: String?, surface: String?, evidence: RoadEvidence? = nil
  ) -> SurfaceBasis {
    if let surface {
      if hardened.contains(surface) { return .hardenedBySurface }
      if unhardened.contains(surface) { return .unhardenedBySurface }
    }
    if let evidence { return evidence.isHardened ? .hardenedByField : .unhardenedByField }
    if let roadClass {
      if assumedHardened.contains(roadClass) { return .hardenedByAssumption }
      if assumedUnhardened.contains(roadClass) { return .unhardenedByAssumption }
    }
    return .unknown
  }

  /// Whether such a road is all-season, as the tier of a path that is to be so: clear where it is
  /// hardened or its class can be used all the year, else as known as the surface is.
  func allSeasonTier(roadClass: String?, basis: SurfaceBasis) -> EdgeTier {
    guard let roadClass, notAllSeason.contains(roadClass) else { return .clear }
    return basis.tier
  }
}
