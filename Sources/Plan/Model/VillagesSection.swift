/// `villages`: the settlements that the study is about.
public struct VillagesSection: Sendable, Hashable {
  /// Points, polygons, or a table.
  public var source: SourceReference
  /// The village's code; `nil` where the source has none.
  public var code: FieldName?
  /// The village's name.
  public var name: FieldName?
  /// The code of the unit of the lowest level that it belongs to; `nil`: by containment.
  public var unit: FieldName?
  /// The number of households.
  public var households: FieldName?
  /// The number of people.
  public var population: FieldName?
  /// The radius in metres that a village given by a point is taken to have.
  public var radiusMetres: Double?
  /// How a village given by a point is given an area; `nil`: it stays a point.
  public var shape: Shape?
  /// Where the section stands in the plan.
  public var mark: SourceMark

  /// How points are given areas.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// All that lies nearer to this village than to another, within the unit.
    case thiessen
  }

  /// Makes the section.
  public init(
    source: SourceReference, code: FieldName? = nil, name: FieldName? = nil,
    unit: FieldName? = nil, households: FieldName? = nil, population: FieldName? = nil,
    radiusMetres: Double? = nil, shape: Shape? = nil, mark: SourceMark
  ) {
    self.source = source
    self.code = code
    self.name = name
    self.unit = unit
    self.households = households
    self.population = population
    self.radiusMetres = radiusMetres
    self.shape = shape
    self.mark = mark
  }
}
