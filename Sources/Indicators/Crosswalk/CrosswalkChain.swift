/// Steps in time from one vintage to another, one after the other.
///
/// Codes are matched letter for letter, and only within their vintage: a code that an old unit and
/// a new one share says nothing about whether one became the other. So the name goes along, and
/// each step must call the unit by the name that it had after the step before.
public struct CrosswalkChain: Sendable {
  /// The steps, in order; none where both vintages are the same.
  public let steps: [CrosswalkStep]

  private let rowsByCode: [[String: [CrosswalkRow]]]

  /// Where an old unit can have gone.
  public struct Reach: Sendable, Hashable {
    /// The codes of the last vintage, in ascending order.
    public var targets: [String]
    /// The share of the old unit that each target received; `nil` where a part on the way has no
    /// weight, so that the shares must be settled by overlay.
    public var weights: [Double]?
    /// How it went.
    public var kind: Kind

    /// Makes a reach.
    public init(targets: [String], weights: [Double]?, kind: Kind) {
      self.targets = targets
      self.weights = weights
      self.kind = kind
    }

    /// How an old unit went over, the least simple of its steps.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Code and extent stayed.
      case unchanged
      /// As a whole.
      case full
      /// In parts of published weight.
      case weighted
      /// In parts settled by the areas in common.
      case overlay
      /// In parts settled by the people who live in them.
      case population
    }
  }

  /// A unit, or a part of one, on its way.
  private struct Part {
    var code: String
    /// Its name at the vintage reached; `nil` where no source tells.
    var name: String?
    /// Its share of the unit that set out; `nil` where it is not published.
    var weight: Double?
  }

  /// The chain among `steps` from the vintage `from` to `to`. The order of `steps` does not matter.
  ///
  /// - Throws: ``CrosswalkProblem/noChain(from:to:)``,
  ///   ``CrosswalkProblem/severalChains(from:to:branches:)``.
  public init(
    _ steps: [CrosswalkStep], from: String, to: String
  ) throws(CrosswalkProblem) {
    let useful = Self.leading(to: to, among: steps)
    var chain: [CrosswalkStep] = []
    var vintage = from
    // Dates only move forward, so the walk ends.
    while vintage != to {
      let next = useful.filter { $0.from == vintage }
      guard let only = next.first else { throw .noChain(from: from, to: to) }
      guard next.count == 1 else {
        let branches = next.map { "\($0.from) → \($0.to)" }
        throw .severalChains(from: vintage, to: to, branches: branches.sorted())
      }
      chain.append(only)
      vintage = only.to
    }
    self.steps = chain
    // In an order of their own, so that no sum depends on the order of the file.
    rowsByCode = chain.map { step in
      let rows = step.rows.sorted {
        ($0.newCode, $0.weight ?? 0, $0.row) < ($1.newCode, $1.weight ?? 0, $1.row)
      }
      return Dictionary(grouping: rows, by: \.oldCode)
    }
  }

  /// The steps from which there is a way to the vintage `to`.
  private static func leading(to: String, among steps: [CrosswalkStep]) -> [CrosswalkStep] {
    var reached: Set = [to]
    var useful: [CrosswalkStep] = []
    for step in steps.sorted(by: { $0.to > $1.to })
    where step.from < step.to && reached.contains(step.to) {
      useful.append(step)
      reached.insert(step.from)
    }
    return useful
  }

  /// Where the unit `code` can have gone. O(steps × parts).
  ///
  /// - Parameters:
  ///   - code: the unit's code in the vintage that the chain sets out from.
  ///   - name: its name in the table, compared with the crosswalk's by `isSameName`.
  ///   - isSameName: whether two names are the same but for spelling.
  /// - Throws: ``CrosswalkProblem``.
  public func reach(
    of code: String, name: String?, isSameName: (String, String) -> Bool
  ) throws(CrosswalkProblem) -> Reach {
    var parts = [Part(code: code, name: name, weight: 1)]
    var kind = Reach.Kind.unchanged
    for index in steps.indices {
      var next: [Part] = []
      for part in parts {
        let went = try step(index, from: part, isSameName: isSameName)
        kind = Self.worse(kind, went.kind)
        next += went.parts
      }
      parts = next
    }
    return Self.merged(parts, kind: kind)
  }

  private static func merged(_ parts: [Part], kind: Reach.Kind) -> Reach {
    let targets = Set(parts.map(\.code)).sorted()
    // Parts that meet again in one unit need no weight: the old unit went over as a whole.
    if targets.count == 1 {
      return Reach(
        targets: targets, weights: [1], kind: kind == .unchanged ? .unchanged : .full)
    }
    guard parts.allSatisfy({ $0.weight != nil }) else {
      return Reach(targets: targets, weights: nil, kind: .overlay)
    }
    var sums: [String: CompensatedSum] = [:]
    for part in parts { sums[part.code, default: CompensatedSum()].add(part.weight ?? 0) }
    return Reach(
      targets: targets, weights: targets.map { sums[$0]?.value ?? 0 }, kind: kind)
  }

  /// What became of `part` in one step, each new part with its share of the unit that set out.
  private func step(
    _ index: Int, from part: Part, isSameName: (String, String) -> Bool
  ) throws(CrosswalkProblem) -> (parts: [Part], kind: Reach.Kind) {
    let step = steps[index]
    guard let rows = rowsByCode[index][part.code], let first = rows.first else {
      guard step.keepsUnlisted else {
        throw .unlisted(code: part.code, name: part.name, step: "\(step.from) → \(step.to)")
      }
      return ([part], .unchanged)
    }
    var name = part.name
    for row in rows {
      guard let other = row.oldName else { continue }
      if let name, !isSameName(name, other) {
        throw .otherName(code: part.code, unit: name, crosswalk: other, row: row.row)
      }
      name = name ?? other
    }
    if rows.contains(where: { $0.extent == .full }) {
      guard rows.count == 1 else {
        throw .contradictory(code: part.code, rows: rows.map(\.row).sorted())
      }
      try Self.check(weights: rows, expectAll: false)
      let whole = Part(code: first.newCode, name: first.newName, weight: part.weight)
      return ([whole], .full)
    }
    return try Self.split(part, rows)
  }

  private static func split(
    _ part: Part, _ rows: [CrosswalkRow]
  ) throws(CrosswalkProblem) -> (parts: [Part], kind: Reach.Kind) {
    let isWeighted = rows.contains { $0.weight != nil }
    // Without weights a row that is merely doubled looks like two parts.
    guard rows.count > 1, isWeighted || Set(rows.map(\.newCode)).count > 1 else {
      throw .lonePart(code: part.code, row: rows[0].row)
    }
    guard isWeighted else {
      let parts = rows.map { Part(code: $0.newCode, name: $0.newName, weight: nil) }
      return (parts, .overlay)
    }
    let sum = try check(weights: rows, expectAll: true)
    // Published shares are rounded; what is left of 1 is spread in proportion.
    let parts = rows.map { row in
      Part(
        code: row.newCode, name: row.newName,
        weight: part.weight.flatMap { whole in row.weight.map { whole * ($0 / sum) } })
    }
    return (parts, .weighted)
  }

  /// The sum of the weights of a unit's rows, which is 1 but for rounding; 1 where there are none.
  @discardableResult
  private static func check(
    weights rows: [CrosswalkRow], expectAll: Bool
  ) throws(CrosswalkProblem) -> Double {
    let code = rows[0].oldCode
    for row in rows {
      if let weight = row.weight, !(0...1).contains(weight) {
        throw .weightOutOfRange(code: code, weight: weight, row: row.row)
      }
    }
    let weights = rows.compactMap(\.weight)
    guard weights.count == rows.count else {
      if expectAll { throw .weightMissing(code: code, rows: rows.map(\.row).sorted()) }
      return 1
    }
    let sum = CompensatedSum(of: weights).value
    // Each may be rounded at its sixth decimal.
    guard abs(sum - 1) <= Double(weights.count) * 5e-7 + 1e-12 else {
      throw .weightsNotOne(code: code, sum: sum, rows: rows.map(\.row).sorted())
    }
    return sum
  }

  private static func worse(_ one: Reach.Kind, _ other: Reach.Kind) -> Reach.Kind {
    let order = Reach.Kind.allCases
    let ranks = [one, other].map { order.firstIndex(of: $0) ?? 0 }
    return order[max(ranks[0], ranks[1])]
  }
}
