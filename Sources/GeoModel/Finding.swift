/// What `check` and the readers have to say about the data.
public struct Finding: Sendable, Hashable {
  /// How grave a finding is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Figures built on this are wrong.
    case error
    /// Figures built on this may be wrong.
    case warning
    /// Worth knowing.
    case note
  }

  /// How grave it is.
  public var severity: Severity
  /// What kind of finding, in kebab-case: `invalid-geometry`, `duplicate-code`, …
  public var kind: String
  /// The part of the plan or the layer: `units.commune`, `villages`, …
  public var layer: String
  /// The feature, by code or by its number in the source; `nil` where the layer as a whole is meant.
  public var feature: String?
  /// Where it is, in longitude and latitude.
  public var place: Coordinate?
  /// How much: an amount with its unit, as text.
  public var amount: String?
  /// What was found.
  public var message: String
  /// What to do.
  public var remedy: String
  /// Message, remedy and amount in Vietnamese, for tables; JSON keeps the English, which is stable.
  public var vietnamese: Wording?

  /// A finding's words in another language.
  public struct Wording: Sendable, Hashable {
    /// What was found.
    public var message: String
    /// What to do.
    public var remedy: String
    /// How much, as the language writes numbers; `nil` where ``Finding/amount`` serves.
    public var amount: String?

    /// Makes the words.
    public init(_ message: String, remedy: String, amount: String? = nil) {
      self.message = message
      self.remedy = remedy
      self.amount = amount
    }
  }

  /// Makes a finding.
  public init(
    severity: Severity, kind: String, layer: String, feature: String? = nil,
    place: Coordinate? = nil, amount: String? = nil, message: String, remedy: String,
    vietnamese: Wording? = nil
  ) {
    self.severity = severity
    self.kind = kind
    self.layer = layer
    self.feature = feature
    self.place = place
    self.amount = amount
    self.message = message
    self.remedy = remedy
    self.vietnamese = vietnamese
  }
}
