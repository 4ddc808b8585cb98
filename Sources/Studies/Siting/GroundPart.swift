internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// A part of what a constraint or criterion looks at: areas, features within a distance, steep
/// ground, or cells of another raster. A value that workers share.
struct GroundPart: Sendable {
  /// Areas in grid coordinates; `nil` for a part that has none.
  var areas: BandedOutlines?
  /// Lines, points and the outlines of areas, in longitude and latitude.
  var shapes: FeatureDistance?
  /// Within how many **metres** of the shapes ground is inside.
  var within = 0.0
  /// From which slope, in per cent, ground is inside.
  var steepness: Double?
  /// The cells of another raster that are inside.
  var raster: GroundRaster?
  /// Whether nothing is known of it here: a hazard whose source does not reach the study.
  var isUnknown = false
}

/// A raster some of whose cells are inside. A value: each worker opens it for itself.
enum GroundRaster: Sendable {
  /// Those whose values lie in a range.
  case values(ElevationRaster, NumberRange, SourceReference)
  /// Those that are forest.
  case forest(ForestRaster)
}

/// What a constraint or criterion looks at, as it is read.
enum GroundSubject: Sendable {
  /// The slope in per cent.
  case slope
  /// The height in metres.
  case height
  /// 1 inside one of the parts, 0 outside all.
  case within([GroundPart])
  /// The least distance to the parts in metres; +∞ where there is nothing.
  case distance([GroundPart])
}
