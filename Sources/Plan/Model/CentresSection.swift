/// `centres`: the places that a village's road must lead to, one or more a unit.
public struct CentresSection: Sendable, Hashable {
  /// The level of units that the centres belong to.
  public var level: String
  /// The points.
  public var source: SourceReference
  /// The code of the unit; `nil`: by containment.
  public var unit: FieldName?
  /// The centre's name.
  public var name: FieldName?
  /// Where the section stands in the plan.
  public var mark: SourceMark

  /// Makes the section.
  public init(
    level: String, source: SourceReference, unit: FieldName? = nil, name: FieldName? = nil,
    mark: SourceMark
  ) {
    self.level = level
    self.source = source
    self.unit = unit
    self.name = name
    self.mark = mark
  }
}
