/// How figures of old units are carried to new ones: for each old unit the shares of its targets.
public struct TransferMatrix: Sendable, Hashable {
  /// One old unit.
  public struct Entry: Sendable, Hashable {
    /// The code of the old unit.
    public var code: String
    /// Its name; `nil` where the table has none.
    public var name: String?
    /// The codes of the new units, in ascending order.
    public var targets: [String]
    /// The share of the old unit that each target receives; with ``outside`` they add up to 1.
    public var weights: [Double]
    /// The share of the old unit that lies in no new unit: 0 by a crosswalk, which tells where all
    /// of it went.
    public var outside: Double
    /// How the old unit went over.
    public var kind: CrosswalkChain.Reach.Kind

    /// The codes of units outside the study that it went to by the crosswalk, in ascending order;
    /// what they received is in ``outside``.
    public var leftOut: [String]
    /// The part of each target's ground that this unit's piece makes up, 0 to 1; `nil` by a
    /// crosswalk, which knows of no ground.
    var groundShares: [Double]?

    init(
      code: String, name: String?, targets: [String], weights: [Double], outside: Double = 0,
      kind: CrosswalkChain.Reach.Kind, leftOut: [String] = [], groundShares: [Double]? = nil
    ) {
      self.code = code
      self.name = name
      self.targets = targets
      self.weights = weights
      self.outside = outside
      self.kind = kind
      self.leftOut = leftOut
      self.groundShares = groundShares
    }
  }

  /// The old units, in the order of their codes.
  public let entries: [Entry]
  /// The part of each new unit's ground that lies in no old unit, 0 to 1, by code; those without
  /// any are left out, and by a crosswalk all are.
  public let uncoveredShares: [String: Double]
  /// The part of its ground that must lie in old units whose figure is known for a new unit to have
  /// a figure; 0 by a crosswalk.
  let leastCovered: Double

  /// The new units of which so much lies in no old unit that they have no figure.
  public var incompleteTargets: Set<String> {
    Set(uncoveredShares.filter { 1 - $0.value < leastCovered }.keys)
  }

  init(
    entries: [Entry], uncoveredShares: [String: Double] = [:], leastCovered: Double = 0
  ) {
    self.entries = entries.sorted { $0.code < $1.code }
    self.uncoveredShares = uncoveredShares
    self.leastCovered = leastCovered
  }

  /// Adds the figures of units up to those of the units that they lie in.
  ///
  /// - Parameter parents: for each unit the code of the one that it lies in; a unit that lies in
  ///   none goes to no one and is counted as outside.
  public init(parents: [String: String?]) {
    self.init(
      entries: parents.map { code, parent in
        Entry(
          code: code, name: nil, targets: parent.map { [$0] } ?? [],
          weights: parent == nil ? [] : [1], outside: parent == nil ? 1 : 0, kind: .full)
      })
  }
}
