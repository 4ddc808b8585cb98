/// How the area of a unit divides into bands of height and slope, all in **square metres**. Bands
/// and what lies outside the terrain model close on the geodesic area of the unit.
public struct TerrainTally: Sendable, Hashable {
  /// The bands.
  public let bands: TerrainBands
  /// The geodesic area of the unit.
  public let total: Double
  /// The area of each code of ``bands``.
  public let areas: [Double]
  /// The area beyond the edge of the terrain model.
  public let outside: Double

  /// Makes a division of `total`; one area for each code.
  public init(bands: TerrainBands, total: Double, areas: [Double], outside: Double) {
    precondition(areas.count == bands.count, "one area for each code")
    self.bands = bands
    self.total = total
    self.areas = areas
    self.outside = outside
  }

  /// The share of the area, 0 to 1, that lies at the `limit`-th limit of height or above: what is
  /// not known counted on neither side, then on the side above. `nil` for a unit without area.
  public func highShare(fromLimit limit: Int) -> ClosedRange<Double>? {
    share(fromLimit: limit) { bands.heightBand(of: $0) }
  }

  /// The share of the area, 0 to 1, whose slope reaches the `limit`-th limit, as
  /// ``highShare(fromLimit:)``.
  public func steepShare(fromLimit limit: Int) -> ClosedRange<Double>? {
    share(fromLimit: limit) { bands.slopeBand(of: $0) }
  }

  private func share(fromLimit limit: Int, band: (UInt8) -> Int?) -> ClosedRange<Double>? {
    guard total > 0 else { return nil }
    var above = 0.0
    var below = 0.0
    for (index, area) in areas.enumerated() {
      guard let band = band(UInt8(truncatingIfNeeded: index)) else { continue }
      if band > limit { above += area } else { below += area }
    }
    // From both sides, so that where all is known both ends are the same but for rounding.
    let low = min(max(above / total, 0), 1)
    return low...max(low, min(1 - below / total, 1))
  }
}
