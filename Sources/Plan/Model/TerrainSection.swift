/// `terrain`: the bands of slope and of height that units are told by.
public struct TerrainSection: Sendable, Hashable {
  /// The limits between classes of slope in **per cent**, ascending.
  public var slopeLimits: [Double]
  /// The limits between bands of height in **metres**, ascending.
  public var heightLimits: [Double]

  /// The limits of slope where a plan gives none: 15 % is Decree 272/2025's, the others no norm's.
  public static let defaultSlopeLimits = [15.0, 30, 60]
  /// The limits of height where a plan gives none: 200 m is Decree 272/2025's, the others no norm's.
  public static let defaultHeightLimits = [200.0, 500, 1000]

  /// Makes the section; what is not given has the default of the grammar.
  public init(
    slopeLimits: [Double] = defaultSlopeLimits, heightLimits: [Double] = defaultHeightLimits
  ) {
    self.slopeLimits = slopeLimits
    self.heightLimits = heightLimits
  }
}
