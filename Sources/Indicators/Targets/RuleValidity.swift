/// The dates between which a rule is the one to judge by.
public struct RuleValidity: Sendable, Hashable {
  /// The first day, as an ISO date.
  public var from: String
  /// The last day, as an ISO date; `nil` where no end is set.
  public var until: String?

  /// Makes a span of days.
  public init(from: String, until: String? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether the rule is in force on `date`, an ISO date (`2025-07-01`).
  public func contains(_ date: String) -> Bool {
    from <= date && (until.map { date <= $0 } ?? true)
  }
}

/// A rule of law that judges units between two dates. Several versions of one rule may stand side
/// by side; figures made by different versions are not compared in silence.
public protocol DatedRule: Sendable, Hashable {
  /// The decision or decree, as figures cite it.
  var source: String { get }
  /// When it is in force.
  var validity: RuleValidity { get }
  /// The versions that are known, oldest first.
  static var versions: [Self] { get }
}

extension DatedRule {
  /// The version in force on `date`, an ISO date; `nil` where none is known.
  public static func version(on date: String) -> Self? {
    versions.last { $0.validity.contains(date) }
  }
}
