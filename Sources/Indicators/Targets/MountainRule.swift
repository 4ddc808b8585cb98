public import GeoModel

/// When a village or a commune is a mountain one, by its terrain.
///
/// Shares of area are intervals, 0 to 1: what the terrain model does not know widens them. Each may
/// be missing: the answer is unknown unless the others settle it.
public struct MountainRule: DatedRule {
  /// The decision or decree, as figures cite it.
  public var source: String
  /// When it is in force.
  public var validity: RuleValidity
  /// The height from which land is high, in **metres** above sea level.
  public var leastHeight: Double
  /// The slope from which land is steep, in **per cent** (not degrees).
  public var leastSlopePercent: Double
  /// The share that must be high, steep or mountain villages, as a fraction of whole numbers.
  public var leastShare: (part: Int, of: Int) { (2, 3) }

  /// Decree 272/2025/NĐ-CP, for 2026-2030.
  public static let decree272 = MountainRule(
    source: "Decree 272/2025/NĐ-CP",
    validity: RuleValidity(from: "2026-01-01", until: "2030-12-31"), leastHeight: 200,
    leastSlopePercent: 15)

  /// The versions that are known, oldest first.
  public static var versions: [MountainRule] { [decree272] }

  /// Whether a village is a mountain village.
  ///
  /// - Parameters:
  ///   - highShare: the share of its area at ``leastHeight`` or above, lowest to highest.
  ///   - steepShare: the share of its area with a slope of ``leastSlopePercent`` or more.
  public func judgeVillage(
    highShare: ClosedRange<Double>?, steepShare: ClosedRange<Double>?
  ) -> Ternary {
    .any(judge(highShare), judge(steepShare))
  }

  /// Whether a commune is a mountain commune. Its slope does not count.
  ///
  /// - Parameters:
  ///   - highShare: the share of its area at ``leastHeight`` or above, lowest to highest.
  ///   - villages: the answer for each of its villages; `nil`, or none, where they are not known.
  public func judgeCommune(
    highShare: ClosedRange<Double>?, villages: [Ternary]?
  ) -> Ternary {
    .any(judge(highShare), judge(villages ?? []))
  }

  private func judge(_ share: ClosedRange<Double>?) -> Ternary {
    guard let share else { return .unknown }
    // A sum of many cells may miss two thirds by rounding alone.
    let least = Double(leastShare.part) / Double(leastShare.of) - 1e-9
    if share.lowerBound >= least { return .yes }
    return share.upperBound < least ? .no : .unknown
  }

  private func judge(_ villages: [Ternary]) -> Ternary {
    guard !villages.isEmpty else { return .unknown }
    let yes = villages.count { $0 == .yes }
    let possible = villages.count { $0 != .no }
    let least = leastShare.part * villages.count
    if yes * leastShare.of >= least { return .yes }
    return possible * leastShare.of < least ? .no : .unknown
  }
}
