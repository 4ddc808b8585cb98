public import GeoModel

/// Whether a target for forest cover can still be met by planting, as far as land and time go.
///
/// A plantation counts only when it meets the rule, some years after it was planted; land that is
/// planted and not yet forest may come to count before. Money, seedlings and hands are not judged.
public struct RestorationOutlook: Sendable, Hashable {
  /// Why the answer is what it is.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The target is met.
    case met
    /// Bare land planted in time is enough.
    case enoughLand = "enough_land"
    /// Only with planted land that comes to count is there enough.
    case needsPlantedLand = "needs_planted_land"
    /// What is planted from now on counts too late, and only planted land can close the gap.
    case onlyPlantedLand = "only_planted_land"
    /// What is planted from now on counts too late, and planted land is not enough.
    case tooLate = "too_late"
    /// Bare land and planted land together are not enough.
    case notEnoughLand = "not_enough_land"
    /// Bare land planted in time is not enough, and how much land is planted and not yet forest is
    /// not known.
    case plantedLandUnknown = "planted_land_unknown"
    /// Too little is known for a gap.
    case gapUnknown = "gap_unknown"
    /// The plan does not say of which year it is.
    case noVintage = "no_vintage"
  }

  /// The last year in which planting still counts by the target's year.
  public let plantBy: Int
  /// Whether the target can still be met.
  public let canBeMet: Ternary
  /// Why.
  public let reason: Reason

  /// Judges a target.
  ///
  /// - Parameters:
  ///   - gap: missing forest in **square metres**, 0 or less where the target is met; `nil` where
  ///     it is not known.
  ///   - year: the target's year.
  ///   - vintage: the year that the figures are of; `nil` where it is not known.
  ///   - yearsToForest: from planting until a plantation meets the rule.
  ///   - potential: bare land that could bear forest, in **square metres**.
  ///   - plantedNotYet: planted land that is not yet forest, in **square metres**; `nil` where the
  ///     source does not tell it.
  public init(
    gap: Double?, year: Int, vintage: Int?, yearsToForest: Int, potential: Double,
    plantedNotYet: Double?
  ) {
    plantBy = year - yearsToForest
    let answer: (Ternary, Reason)
    switch (gap, plantedNotYet, vintage) {
    case (nil, _, _): answer = (.unknown, .gapUnknown)
    case (let gap?, _, _) where gap <= 0: answer = (.yes, .met)
    case (let gap?, let planted?, _) where gap > potential + planted:
      answer = (.no, .notEnoughLand)
    case (_, _, nil): answer = (.unknown, .noVintage)
    case (let gap?, let planted?, let vintage?) where plantBy < vintage:
      answer = gap > planted ? (.no, .tooLate) : (.unknown, .onlyPlantedLand)
    case (let gap?, nil, let vintage?) where plantBy < vintage || gap > potential:
      answer = (.unknown, .plantedLandUnknown)
    case (let gap?, _, _):
      answer = gap <= potential ? (.yes, .enoughLand) : (.unknown, .needsPlantedLand)
    }
    canBeMet = answer.0
    reason = answer.1
  }
}
