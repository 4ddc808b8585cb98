public import GeoModel

/// Why a layer cannot be written as GeoJSON. Each names the feature by its identifier.
public enum GeoJSONError: Error, Sendable, Hashable {
  /// Raised when a coordinate is no number or lies beyond ±360 in longitude or ±90 in latitude:
  /// the geometry is not in longitude and latitude.
  case coordinateOutOfRange(feature: String, coordinate: Coordinate)
  /// Raised when a number among the properties is infinite or not a number.
  case propertyNotFinite(feature: String, property: String)
  /// Raised when a ring runs round a pole: GeoJSON has no form for it that readers agree on.
  case ringAroundPole(feature: String)
  /// Raised when the mender fails; gives its own words.
  case mendingFailed(feature: String, reason: String)

  /// One line for people.
  public var message: String {
    switch self {
    case .coordinateOutOfRange(let feature, let coordinate):
      "feature '\(feature)': the position \(coordinate.x), \(coordinate.y) is no longitude and "
        + "latitude"
    case .propertyNotFinite(let feature, let property):
      "feature '\(feature)': the property '\(property)' is not a finite number"
    case .ringAroundPole(let feature):
      "feature '\(feature)': a ring runs round a pole, which GeoJSON cannot hold"
    case .mendingFailed(let feature, let reason):
      "feature '\(feature)': mending failed: \(reason)"
    }
  }
}
