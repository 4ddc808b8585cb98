/// What is asked of paving.
public struct PavingRequest: Sendable, Hashable {
  /// What is to be achieved.
  public enum Goal: Sendable, Hashable {
    /// The share in per cent of what counts that is to have a hardened road, 0 to 100; `nil` for the
    /// plan's own target, or 100 where it has none.
    case reach(Double?)
    /// The greatest cost, in the money of the plan's costs, or in metres where it has none.
    case budget(Double)
  }

  /// What counts.
  public enum Weight: String, Sendable, CaseIterable {
    /// Each village once.
    case villages
    /// Each village as many times as it has households; one whose households are not known does not
    /// count, and is told of.
    case households
  }

  /// What is to be achieved.
  public var goal: Goal
  /// What counts.
  public var weight: Weight
  /// Whether roads of unknown surface are taken as hardened; else they are paved at their length.
  public var isUnknownHardened: Bool

  /// Makes a request; by default the plan's target, by villages, unknown taken as unhardened.
  public init(
    goal: Goal = .reach(nil), weight: Weight = .villages, isUnknownHardened: Bool = false
  ) {
    self.goal = goal
    self.weight = weight
    self.isUnknownHardened = isUnknownHardened
  }
}
