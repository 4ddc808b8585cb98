/// A step of an order of paving: links that are paved together because only together they gain.
struct PavingStep: Sendable, Hashable {
  /// The links, from the hardened road outwards.
  var links: [Int]
  /// The demands that this step joins.
  var demands: [Int]
  /// What the links cost that were not paved before.
  var cost: Int
  /// What the demands weigh.
  var weight: Int
}
