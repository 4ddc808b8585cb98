/// `population`: a raster of people.
public struct PopulationSection: Sendable, Hashable {
  /// The raster.
  public var source: SourceReference
  /// What a cell holds.
  public var kind: Kind
  /// Areas that are urban and so left out of the Rural Access Index.
  public var urban: SourceReference?
  /// Where the section stands in the plan.
  public var mark: SourceMark

  /// What a cell holds.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// People in the cell.
    case count
    /// People a square kilometre.
    case density
  }

  /// Makes the section.
  public init(
    source: SourceReference, kind: Kind, urban: SourceReference? = nil, mark: SourceMark
  ) {
    self.source = source
    self.kind = kind
    self.urban = urban
    self.mark = mark
  }
}
