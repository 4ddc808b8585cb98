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
    /// The share of the old unit that each target receives; they add up to 1.
    public var weights: [Double]
    /// How it went over.
    public var kind: CrosswalkChain.Reach.Kind
  }

  /// The old units, in the order of their codes.
  public let entries: [Entry]

  /// The shares of all `units` by `chain`.
  ///
  /// - Parameters:
  ///   - units: code and name in the table; a code stands once.
  ///   - isSameName: whether two names are the same but for spelling.
  ///   - overlay: the areas that an old unit has in common with each of the targets, parallel to
  ///     them, in any unit; `nil` where no geometry of the old unit is at hand.
  /// - Throws: the problems of all units, in the order of their codes.
  public init(
    _ units: [(code: String, name: String?)], by chain: CrosswalkChain,
    isSameName: (String, String) -> Bool,
    overlay: (_ code: String, _ targets: [String]) -> [Double]?
  ) throws(CrosswalkProblems) {
    var entries: [Entry] = []
    var problems: [CrosswalkProblem] = []
    for unit in units.sorted(by: { $0.code < $1.code }) {
      do throws(CrosswalkProblem) {
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
    self.entries = entries
  }

  private static func weights(
    of reach: CrosswalkChain.Reach, code: String,
    overlay: (_ code: String, _ targets: [String]) -> [Double]?
  ) throws(CrosswalkProblem) -> [Double] {
    if let weights = reach.weights { return weights }
    guard let areas = overlay(code, reach.targets), areas.count == reach.targets.count,
      case let sum = areas.reduce(0, +), sum > 0, areas.allSatisfy({ $0 >= 0 })
    else { throw .noGeometry(code: code, targets: reach.targets) }
    return areas.map { $0 / sum }
  }

  /// The figures of the new units, by code. A target of which any source is not known is not known
  /// either: unknown is not zero.
  ///
  /// - Parameter values: the figure of each old unit, by code; counts or areas, which add up.
  public func carry(_ values: [String: Double?]) -> [String: Double?] {
    var sums: [String: CompensatedSum] = [:]
    var unknown: Set<String> = []
    for entry in entries {
      let value = values[entry.code] ?? nil
      for (target, weight) in zip(entry.targets, entry.weights) {
        guard let value else {
          // A share of nothing known; of a part that is none, nothing is missing.
          if weight > 0 { unknown.insert(target) }
          continue
        }
        sums[target, default: CompensatedSum()].add(value * weight)
      }
    }
    var carried: [String: Double?] = sums.mapValues { $0.value }
    for target in unknown { carried[target] = .some(nil) }
    return carried
  }
}

/// All problems of a crosswalk at once.
public struct CrosswalkProblems: Error, Sendable, Hashable {
  /// The problems, in the order of the units.
  public var problems: [CrosswalkProblem]
}
