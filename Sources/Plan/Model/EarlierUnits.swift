/// Boundaries of the units of an earlier date, by which figures that were counted in them are
/// carried over where no crosswalk tells.
public struct EarlierUnits: Sendable, Hashable {
  /// The level of the plan that the units were of.
  public var level: String
  /// The date from which they were valid.
  public var vintage: CalendarDate
  /// The polygons.
  public var source: SourceReference
  /// The field with the unit's code at that date.
  public var code: FieldName
  /// The field with its name at that date; `nil`: names are not known.
  public var name: FieldName?
  /// Where it stands in the plan.
  public var mark: SourceMark
  /// What part of the plan this is: `earlier_units[1]`, counted from 1.
  public var path: String

  /// Makes boundaries of an earlier date.
  public init(
    level: String, vintage: CalendarDate, source: SourceReference, code: FieldName,
    name: FieldName? = nil, mark: SourceMark, path: String
  ) {
    self.level = level
    self.vintage = vintage
    self.source = source
    self.code = code
    self.name = name
    self.mark = mark
    self.path = path
  }
}
