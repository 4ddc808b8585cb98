/// A step in time: which unit became which.
public struct CrosswalkStep: Sendable, Hashable {
  /// The table, a row for each pair of old and new unit.
  public var source: SourceReference
  /// The units before.
  public var from: Side
  /// The units after.
  public var to: Side
  /// The field that says whether a row is `full` or `partial`; `nil`: all are full.
  public var type: FieldName?
  /// The field with the share of the old unit that goes to the new one, 0 to 1.
  public var weight: FieldName?
  /// What a unit that the table does not list means.
  public var unlisted: Unlisted
  /// Where it stands in the plan.
  public var mark: SourceMark
  /// What part of the plan this is: `crosswalk[1]`, counted from 1.
  public var path: String

  /// The units of one date.
  public struct Side: Sendable, Hashable {
    /// The date from which they are valid.
    public var vintage: CalendarDate
    /// The field with the code.
    public var code: FieldName
    /// The field with the name.
    public var name: FieldName?

    /// Makes a side.
    public init(vintage: CalendarDate, code: FieldName, name: FieldName? = nil) {
      self.vintage = vintage
      self.code = code
      self.name = name
    }
  }

  /// What a unit that the table does not list means.
  public enum Unlisted: String, Sendable, Hashable, CaseIterable {
    /// Something is missing.
    case error
    /// It stays as it is, code and name.
    case unchanged
  }

  /// Makes a step.
  public init(
    source: SourceReference, from: Side, to: Side, type: FieldName? = nil,
    weight: FieldName? = nil, unlisted: Unlisted = .error, mark: SourceMark, path: String
  ) {
    self.source = source
    self.from = from
    self.to = to
    self.type = type
    self.weight = weight
    self.unlisted = unlisted
    self.mark = mark
    self.path = path
  }
}
