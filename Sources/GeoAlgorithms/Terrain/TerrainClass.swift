/// The classes of ground that the rules of mountain villages and communes tell apart, as the codes
/// of a raster.
///
/// Height and slope are judged apart, because a cell beside a void has a height and no slope.
public struct TerrainClass: Sendable, Hashable {
  /// Whether the ground is at least as high as the limit; `unknown` in a void.
  public enum Answer: UInt8, Sendable, Hashable, CaseIterable {
    /// Below the limit.
    case no
    /// At the limit or above.
    case yes
    /// Not known.
    case unknown
  }

  /// Height against its limit.
  public var high: Answer
  /// Slope against its limit.
  public var steep: Answer

  /// Makes a class.
  public init(high: Answer, steep: Answer) {
    self.high = high
    self.steep = steep
  }

  /// The number of codes.
  public static let count = 9

  /// The code: 3 × height + slope.
  public var code: UInt8 { 3 * high.rawValue + steep.rawValue }

  /// The class of a code; `nil` for a code that is none.
  public init?(code: UInt8) {
    guard let high = Answer(rawValue: code / 3), let steep = Answer(rawValue: code % 3) else {
      return nil
    }
    self.init(high: high, steep: steep)
  }

  /// The class of a cell; NaN is unknown. Limits are inclusive: 200 m is "from 200 m".
  public static func of(
    height: Double, slope: Double, heightLimit: Double, slopeLimit: Double
  ) -> TerrainClass {
    TerrainClass(high: answer(height, heightLimit), steep: answer(slope, slopeLimit))
  }

  private static func answer(_ value: Double, _ limit: Double) -> Answer {
    value.isNaN ? .unknown : value >= limit ? .yes : .no
  }
}
