extension TransferMatrix {
  /// Where a crosswalk leads, and what settles the parts that it gives no weight.
  public struct Route {
    /// The steps.
    public var chain: CrosswalkChain
    /// The codes of the study's units; what goes to others is left out and counted. `nil`: all
    /// units count.
    public var study: Set<String>?
    /// Whether two names are the same but for spelling.
    public var isSameName: (String, String) -> Bool
    /// Whether a unit that a step does not list is known, by its ground, to lie outside the study.
    public var liesOutside: (_ code: String) throws(CrosswalkProblem) -> Bool
    /// The areas that an old unit has in common with each of the targets, parallel to them, in any
    /// unit, none below 0; `nil` where no geometry of the old unit is at hand. What lies outside
    /// the targets is spread over them in proportion: the crosswalk says that they took all of it.
    public var overlay: (_ code: String, _ targets: [String]) throws(CrosswalkProblem) -> [Double]?

    /// Makes a route.
    public init(
      chain: CrosswalkChain, study: Set<String>? = nil,
      isSameName: @escaping (String, String) -> Bool,
      liesOutside: @escaping (_ code: String) throws(CrosswalkProblem) -> Bool = { _ in false },
      overlay: @escaping (_ code: String, _ targets: [String]) throws(CrosswalkProblem) -> [Double]?
    ) {
      self.chain = chain
      self.study = study
      self.isSameName = isSameName
      self.liesOutside = liesOutside
      self.overlay = overlay
    }
  }

  /// The shares of all `units` by `route`.
  ///
  /// - Parameters:
  ///   - units: code and name in the table, in any order, each code once; where the name is `nil`
  ///     that of the crosswalk is taken.
  ///   - route: the steps, and what settles the parts that they give no weight.
  /// - Throws: the problems of all units, in the order of their codes.
  public init(
    _ units: [(code: String, name: String?)], by route: Route
  ) throws(CrosswalkProblems) {
    var entries: [Entry] = []
    var problems: [CrosswalkProblem] = []
    var seen: Set<String> = []
    for unit in units.sorted(by: { $0.code < $1.code }) {
      do throws(CrosswalkProblem) {
        guard seen.insert(unit.code).inserted else { throw .doubledUnit(code: unit.code) }
        entries.append(try Self.entry(code: unit.code, name: unit.name, by: route))
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw CrosswalkProblems(problems: problems) }
    self.init(entries: entries)
  }

  /// The shares of all `units` by `chain`, every target counted; see ``init(_:by:)``.
  public init(
    _ units: [(code: String, name: String?)], by chain: CrosswalkChain,
    isSameName: @escaping (String, String) -> Bool,
    overlay: @escaping (_ code: String, _ targets: [String]) throws(CrosswalkProblem) -> [Double]?
  ) throws(CrosswalkProblems) {
    try self.init(units, by: Route(chain: chain, isSameName: isSameName, overlay: overlay))
  }

  private static func entry(
    code: String, name: String?, by route: Route
  ) throws(CrosswalkProblem) -> Entry {
    let reach: CrosswalkChain.Reach
    do throws(CrosswalkProblem) {
      reach = try route.chain.reach(of: code, name: name, isSameName: route.isSameName)
    } catch {
      guard case .unlisted = error, try route.liesOutside(code) else { throw error }
      return Entry(code: code, name: name, targets: [], weights: [], outside: 1, kind: .unchanged)
    }
    let isInside = reach.targets.map { route.study?.contains($0) ?? true }
    let leftOut = zip(reach.targets, isInside).filter { !$1 }.map(\.0)
    guard leftOut.count < reach.targets.count else {
      // Of no use to the study, whatever its shares are.
      return Entry(
        code: code, name: name, targets: [], weights: [], outside: 1, kind: reach.kind,
        leftOut: leftOut)
    }
    let weights = try weights(of: reach, code: code, overlay: route.overlay)
    let outside = zip(weights, isInside).filter { !$1 }.map(\.0)
    return Entry(
      code: code, name: name, targets: zip(reach.targets, isInside).filter(\.1).map(\.0),
      weights: zip(weights, isInside).filter(\.1).map(\.0),
      outside: CompensatedSum(of: outside).value, kind: reach.kind, leftOut: leftOut)
  }

  private static func weights(
    of reach: CrosswalkChain.Reach, code: String,
    overlay: (_ code: String, _ targets: [String]) throws(CrosswalkProblem) -> [Double]?
  ) throws(CrosswalkProblem) -> [Double] {
    if let weights = reach.weights { return weights }
    guard let areas = try overlay(code, reach.targets) else {
      throw .noGeometry(code: code, targets: reach.targets)
    }
    precondition(areas.count == reach.targets.count, "one area a target")
    precondition(areas.allSatisfy { $0 >= 0 && $0.isFinite }, "areas are not negative")
    let sum = CompensatedSum(of: areas).value
    guard sum > 0 else { throw .nothingInCommon(code: code, targets: reach.targets) }
    return areas.map { $0 / sum }
  }
}
