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

  /// Makes a finding.
  public init(
    severity: Severity, kind: String, layer: String, feature: String? = nil,
    place: Coordinate? = nil, amount: String? = nil, message: String, remedy: String
  ) {
    self.severity = severity
    self.kind = kind
    self.layer = layer
    self.feature = feature
    self.place = place
    self.amount = amount
    self.message = message
    self.remedy = remedy
  }
}
