public import GeoModel
internal import RealModule

/// What became of a unit's forest from one year to another, in **square metres**.
public struct ForestChange: Sendable, Hashable {
  /// The change on the ground that is known in both years.
  public struct Balance: Sendable, Hashable {
    /// Forest in both years.
    public var kept: Double
    /// No forest before, forest after.
    public var gain: Double
    /// Forest before, none after.
    public var loss: Double
    /// Ground that is not known in one year or the other, or in neither.
    public var unknown: Double

    /// Makes a balance.
    public init(kept: Double, gain: Double, loss: Double, unknown: Double) {
      self.kept = kept
      self.gain = gain
      self.loss = loss
      self.unknown = unknown
    }

    /// The forest of the first year on the ground known in both.
    public var forestBefore: Double { kept + loss }
    /// The forest of the last year on the ground known in both.
    public var forestAfter: Double { kept + gain }
    /// Gain less loss.
    public var net: Double { gain - loss }
  }

  /// The share of a unit up to which an area is none: a border along a column of cells, 108.1°, is
  /// no exact number, and leaves so much of the neighbouring cells in the unit.
  static let negligibleShare = 1e-9

  /// The division of the unit in the first year.
  public var before: ForestAreas
  /// The division of the unit in the last year.
  public var after: ForestAreas
  /// What was gained and lost; `nil` where the two years cannot be laid over each other.
  public var balance: Balance?
  /// Of the loss, what lay on land of each function; functions that are not known are absent.
  public var lossByFunction: [ForestFunction: Double]
  /// The area of each transition that occurs; empty where the years cannot be laid over each other.
  public var transitions: [GroundTransition: Double]

  /// Makes a change.
  public init(
    before: ForestAreas, after: ForestAreas, balance: Balance?,
    lossByFunction: [ForestFunction: Double] = [:],
    transitions: [GroundTransition: Double] = [:]
  ) {
    self.before = before
    self.after = after
    self.balance = balance
    self.lossByFunction = lossByFunction
    self.transitions = transitions
  }

  /// The change of several units taken together; of none all is 0.
  ///
  /// - Parameters:
  ///   - parts: the change of each unit, areas in **square metres**; ground that units share counts twice.
  ///   - areComparable: whether the years of the parts can be laid over each other; without it the whole
  ///     has no balance either.
  public static func sum(of parts: [ForestChange], areComparable: Bool) -> ForestChange {
    var whole = ForestChange(
      before: ForestAreas.sum(of: parts.map(\.before)),
      after: ForestAreas.sum(of: parts.map(\.after)),
      balance: areComparable ? Balance(kept: 0, gain: 0, loss: 0, unknown: 0) : nil)
    for part in parts {
      if let balance = part.balance {
        whole.balance?.kept += balance.kept
        whole.balance?.gain += balance.gain
        whole.balance?.loss += balance.loss
        whole.balance?.unknown += balance.unknown
      }
      whole.lossByFunction.merge(part.lossByFunction, uniquingKeysWith: +)
      whole.transitions.merge(part.transitions, uniquingKeysWith: +)
    }
    return whole
  }

  /// The yearly rate of change in **per cent** on the ground known in both years; `nil` where there
  /// was no forest to begin with, or where the years cannot be laid over each other.
  public func yearlyRatePercent(years: Int) -> Double? {
    guard let balance, balance.forestBefore > Self.negligibleShare * before.total else {
      return nil
    }
    return Self.yearlyRatePercent(
      before: balance.forestBefore, after: balance.forestAfter, years: years)
  }

  /// The yearly rate of change in **per cent**, compounded: `100·((after ÷ before)^(1 ÷ years) − 1)`.
  /// −100 where nothing is left; `nil` where there was nothing, or no time passed.
  ///
  /// Source: FAO, Forest Resources Assessment 1990: Global synthesis (FAO Forestry Paper 124, 1995);
  /// Puyravaud 2003, doi:10.1016/S0378-1127(02)00335-3.
  public static func yearlyRatePercent(before: Double, after: Double, years: Int) -> Double? {
    guard before > 0, after >= 0, years > 0 else { return nil }
    return 100 * (Double.pow(after / before, 1 / Double(years)) - 1)
  }
}
