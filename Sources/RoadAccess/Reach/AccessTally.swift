import GeoModel

/// How many of some villages, or of the households in them, have a road, as intervals.
///
/// A count between `low`, where only those count that have it for sure, and `high`, where those of
/// which it is not known count too.
public struct AccessTally: Sendable, Hashable {
  /// A count that is known between two.
  public struct Interval: Sendable, Hashable {
    /// The least that it can be.
    public var low = 0
    /// The greatest that it can be.
    public var high = 0

    /// A count of nothing.
    public init() {}

    mutating func add(_ amount: Int, _ answer: Ternary) {
      if answer == .yes { low += amount }
      if answer != .no { high += amount }
    }
  }

  /// All that were judged: those with a unit and a centre.
  public var judged = 0
  /// Those with any road. It is known of all that were judged.
  public var car = 0
  /// Those with a road for all seasons.
  public var allSeason = Interval()
  /// Those with a road hardened all the way.
  public var hardened = Interval()

  /// A tally of nothing.
  public init() {}

  /// Adds so many that share one answer.
  mutating func add(_ amount: Int, _ access: VillageAccess) {
    judged += amount
    if access.car == .yes { car += amount }
    allSeason.add(amount, access.allSeason)
    hardened.add(amount, access.hardened)
  }

  /// The share in per cent, `nil` where there is none to share.
  public static func percent(_ count: Int, of whole: Int) -> Double? {
    whole > 0 ? 100 * Double(count) / Double(whole) : nil
  }
}
