/// Steps in time from one vintage to another, one after the other.
///
/// Codes are matched letter for letter, and only within their vintage: a code that an old unit and
/// a new one share says nothing about whether one became the other.
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

    /// How an old unit went over, the least simple of its steps.
    public enum Kind: String, Sendable, Hashable {
      /// Code and extent stayed.
      case unchanged
      /// As a whole.
      case full
      /// In parts of published weight.
      case weighted
      /// In parts settled by overlay.
      case overlay
    }
  }

  /// The chain among `steps` from the vintage `from` to `to`.
  ///
  /// - Throws: ``CrosswalkProblem/noChain(from:to:)``.
  public init(
    _ steps: [CrosswalkStep], from: String, to: String
  ) throws(CrosswalkProblem) {
    var chain: [CrosswalkStep] = []
    var vintage = from
    while vintage != to {
      // Dates only move forward, so the walk ends.
      guard let next = steps.first(where: { $0.from == vintage && $0.from < $0.to }),
        chain.count <= steps.count
      else { throw .noChain(from: from, to: to) }
      chain.append(next)
      vintage = next.to
    }
    self.steps = chain
    rowsByCode = chain.map { Dictionary(grouping: $0.rows, by: \.oldCode) }
  }

  /// Where the unit `code` can have gone. O(steps × parts).
  ///
  /// - Parameters:
  ///   - name: its name in the table, compared with the crosswalk's by `isSameName`.
  ///   - isSameName: whether two names are the same but for spelling.
  /// - Throws: ``CrosswalkProblem``.
  public func reach(
    of code: String, name: String?, isSameName: (String, String) -> Bool
  ) throws(CrosswalkProblem) -> Reach {
    var parts: [(code: String, weight: Double?)] = [(code, 1)]
    var kind = Reach.Kind.unchanged
    for index in steps.indices {
      var next: [(code: String, weight: Double?)] = []
      for part in parts {
        // Only the first step's old names are those of the table.
        let known = index == 0 ? name : nil
        let step = try self.step(index, from: part.code, name: known, isSameName: isSameName)
        kind = Self.worse(kind, step.kind)
        for target in step.targets {
          let weight = part.weight.flatMap { whole in target.weight.map { whole * $0 } }
          next.append((target.code, weight))
        }
      }
      parts = next
    }
    return Self.merged(parts, kind: kind)
  }

  private static func merged(
    _ parts: [(code: String, weight: Double?)], kind: Reach.Kind
  ) -> Reach {
    let targets = Set(parts.map(\.code)).sorted()
    // Parts that meet again in one unit need no weight.
    if targets.count == 1 { return Reach(targets: targets, weights: [1], kind: kind) }
    guard parts.allSatisfy({ $0.weight != nil }) else {
      return Reach(targets: targets, weights: nil, kind: .overlay)
    }
    let weights = targets.map { target in
      parts.filter { $0.code == target }.reduce(0) { $0 + ($1.weight ?? 0) }
    }
    return Reach(targets: targets, weights: weights, kind: kind)
  }

  private func step(
    _ index: Int, from code: String, name: String?, isSameName: (String, String) -> Bool
  ) throws(CrosswalkProblem) -> (
    targets: [(code: String, weight: Double?)], kind: Reach.Kind
  ) {
    let step = steps[index]
    guard let rows = rowsByCode[index][code], let first = rows.first else {
      guard step.keepsUnlisted else {
        throw .unlisted(code: code, name: name, step: "\(step.from) → \(step.to)")
      }
      return ([(code, 1)], .unchanged)
    }
    if let name, let other = first.oldName, !isSameName(name, other) {
      throw .otherName(code: code, unit: name, crosswalk: other, row: first.row)
    }
    if rows.contains(where: { $0.extent == .full }) {
      guard rows.count == 1 else { throw .contradictory(code: code, rows: rows.map(\.row)) }
      return ([(first.newCode, 1)], .full)
    }
    guard rows.count > 1 else { throw .lonePart(code: code, row: first.row) }
    return try parts(rows, of: code)
  }

  private func parts(
    _ rows: [CrosswalkRow], of code: String
  ) throws(CrosswalkProblem) -> (
    targets: [(code: String, weight: Double?)], kind: Reach.Kind
  ) {
    for row in rows {
      if let weight = row.weight, !(0...1).contains(weight) {
        throw .weightOutOfRange(code: code, weight: weight, row: row.row)
      }
    }
    let weights = rows.compactMap(\.weight)
    guard !weights.isEmpty else { return (rows.map { ($0.newCode, nil) }, .overlay) }
    guard weights.count == rows.count else {
      throw .weightMissing(code: code, rows: rows.map(\.row))
    }
    let sum = weights.reduce(0, +)
    guard abs(sum - 1) <= 1e-6 else {
      throw .weightsNotOne(code: code, sum: sum, rows: rows.map(\.row))
    }
    // Published shares are rounded; what is left of 1 is spread in proportion.
    return (rows.map { ($0.newCode, ($0.weight ?? 0) / sum) }, .weighted)
  }

  private static func worse(_ one: Reach.Kind, _ other: Reach.Kind) -> Reach.Kind {
    let order: [Reach.Kind] = [.unchanged, .full, .weighted, .overlay]
    let ranks = [one, other].map { order.firstIndex(of: $0) ?? 0 }
    return order[max(ranks[0], ranks[1])]
  }
}
