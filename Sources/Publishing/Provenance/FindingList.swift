public import GeoModel

/// Findings in the order in which they are told: the gravest first, then by layer, feature and kind.
public struct FindingList: Sendable, Hashable {
  /// The findings, sorted.
  public let findings: [Finding]

  /// Sorts `findings`. Features whose names are whole numbers go by their size, `2` before `10`.
  /// O(n log n); the order of equal findings does not matter, because they are equal.
  public init(_ findings: [Finding]) {
    self.findings = findings.sorted(by: FindingList.precedes)
  }

  /// How many there are of a severity.
  public func count(_ severity: Finding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    let ranks = (rank(left.severity), rank(right.severity))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    if left.layer != right.layer { return left.layer < right.layer }
    if left.feature != right.feature { return precedes(left.feature, right.feature) }
    if left.kind != right.kind { return left.kind < right.kind }
    if left.message != right.message { return left.message < right.message }
    if left.place != right.place {
      guard let a = left.place, let b = right.place else { return left.place == nil }
      return a < b
    }
    return (left.amount ?? "", left.remedy) < (right.amount ?? "", right.remedy)
  }

  /// Nothing before numbers, numbers before names.
  private static func precedes(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return left == nil }
    switch (Int(left), Int(right)) {
    case (let a?, let b?) where a != b: return a < b
    case (.some, nil): return true
    case (nil, .some): return false
    default: return left < right
    }
  }

  private static func rank(_ severity: Finding.Severity) -> Int {
    switch severity {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}
