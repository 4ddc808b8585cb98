/// Bands of height and of slope, and the code of a cell that lies in one of each.
///
/// *n* limits make *n* + 1 bands, each from its limit upwards ("from 200 m": the limit belongs to
/// the band above it), and one more for what is not known. Height and slope are banded apart,
/// because a cell beside a void has a height and no slope.
public struct TerrainBands: Sendable, Hashable {
  /// The limits between bands of height, in **metres**, ascending.
  public let heights: [Double]
  /// The limits between bands of slope, in **per cent**, ascending.
  public let slopes: [Double]

  /// Makes bands; (heights + 2) × (slopes + 2) must be no more than 256.
  public init(heights: [Double], slopes: [Double]) {
    precondition((heights.count + 2) * (slopes.count + 2) <= 256, "codes are bytes")
    precondition(
      zip(heights, heights.dropFirst()).allSatisfy(<)
        && zip(slopes, slopes.dropFirst()).allSatisfy(<), "limits ascend")
    self.heights = heights
    self.slopes = slopes
  }

  /// The number of codes.
  public var count: Int { (heights.count + 2) * (slopes.count + 2) }

  /// The code of a cell; NaN is not known.
  public func code(height: Double, slope: Double) -> UInt8 {
    let high = Self.band(of: height, heights)
    let steep = Self.band(of: slope, slopes)
    return UInt8(truncatingIfNeeded: high * (slopes.count + 2) + steep)
  }

  /// The band of height of a code: 0 below the first limit, the number of limits from the last one
  /// on; `nil` where the height is not known.
  public func heightBand(of code: UInt8) -> Int? {
    let band = Int(code) / (slopes.count + 2)
    return band > heights.count ? nil : band
  }

  /// The band of slope of a code; `nil` where the slope is not known.
  public func slopeBand(of code: UInt8) -> Int? {
    let band = Int(code) % (slopes.count + 2)
    return band > slopes.count ? nil : band
  }

  /// The number of limits that `value` reaches; one more than there are for NaN.
  private static func band(of value: Double, _ limits: [Double]) -> Int {
    if value.isNaN { return limits.count + 1 }
    var band = 0
    while band < limits.count, value >= limits[band] { band += 1 }
    return band
  }
}
