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

    init(
      code: String, name: String?, targets: [String], weights: [Double], outside: Double = 0,
      kind: CrosswalkChain.Reach.Kind
    ) {
      self.code = code
      self.name = name
      self.targets = targets
      self.weights = weights
      self.outside = outside
      self.kind = kind
    }
  }

  /// The old units, in the order of their codes.
  public let entries: [Entry]
  /// The new units of which a part lies in no old unit, so that no figure of theirs is whole.
  public let incompleteTargets: Set<String>

  init(entries: [Entry], incompleteTargets: Set<String> = []) {
    self.entries = entries.sorted { $0.code < $1.code }
    self.incompleteTargets = incompleteTargets
  }

  /// The shares of all `units` by `chain`.
  ///
  /// - Parameters:
  ///   - units: code and name in the table.
  ///   - isSameName: whether two names are the same but for spelling.
  ///   - overlay: the areas that an old unit has in common with each of the targets, parallel to
  ///     them, in any unit, none below 0; `nil` where no geometry of the old unit is at hand. What
  ///     lies outside the targets is spread over them in proportion: the crosswalk says that they
  ///     took all of it.
  /// - Throws: the problems of all units, in the order of their codes.
  public init(
    _ units: [(code: String, name: String?)], by chain: CrosswalkChain,
    isSameName: (String, String) -> Bool,
    overlay: (_ code: String, _ targets: [String]) -> [Double]?
  ) throws(CrosswalkProblems) {
    var entries: [Entry] = []
    var problems: [CrosswalkProblem] = []
    var seen: Set<String> = []
    for unit in units.sorted(by: { $0.code < $1.code }) {
      do throws(CrosswalkProblem) {
        guard seen.insert(unit.code).inserted else { throw .doubledUnit(code: unit.code) }
        let reach = try chain.reach(of: unit.code, name: unit.name, isSameName: isSameName)
        let weights = try Self.weights(of: reach, code: unit.code, overlay: overlay)
        entries.append(
          Entry(
            code: unit.code, name: unit.name, targets: reach.targets, weights: weights,
            kind: reach.kind))
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw CrosswalkProblems(problems: problems) }
    self.init(entries: entries)
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

  private static func weights(
    of reach: CrosswalkChain.Reach, code: String,
    overlay: (_ code: String, _ targets: [String]) -> [Double]?
  ) throws(CrosswalkProblem) -> [Double] {
    if let weights = reach.weights { return weights }
    guard let areas = overlay(code, reach.targets) else {
      throw .noGeometry(code: code, targets: reach.targets)
    }
    precondition(areas.count == reach.targets.count, "one area a target")
    precondition(areas.allSatisfy { $0 >= 0 && $0.isFinite }, "areas are not negative")
    let sum = CompensatedSum(of: areas).value
    guard sum > 0 else { throw .nothingInCommon(code: code, targets: reach.targets) }
    return areas.map { $0 / sum }
  }
}
