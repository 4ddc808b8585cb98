/// A natural hazard, and where it is.
public struct HazardDefinition: Sendable, Hashable {
  /// Its name: `landslide`.
  public var name: String
  /// Where it is.
  public var extent: Extent
  /// Where it stands in the plan.
  public var mark: SourceMark
  /// What part of the plan this is: `hazards.landslide`.
  public var path: String

  /// Where a hazard is.
  public enum Extent: Sendable, Hashable {
    /// Within polygons, with a class in a field where one is named.
    case areas(SourceReference, classField: FieldName?)
    /// Where a raster's values lie in a range.
    case raster(SourceReference, NumberRange)
    /// Where the ground is at least so steep, in per cent.
    case slope(atLeastPercent: Double)
    /// Within a distance in metres of a source's features.
    case distance(SourceReference, withinMetres: Double)
  }

  /// Makes a hazard.
  public init(name: String, extent: Extent, mark: SourceMark, path: String) {
    self.name = name
    self.extent = extent
    self.mark = mark
    self.path = path
  }
}

/// A layer of the planner's own, for constraints, criteria and maps.
public struct OverlayDefinition: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Its data.
  public var source: SourceReference
  /// Where it stands in the plan.
  public var mark: SourceMark

  /// Makes an overlay.
  public init(name: String, source: SourceReference, mark: SourceMark) {
    self.name = name
    self.source = source
    self.mark = mark
  }
}
