internal import GeoModel

/// A vector source in place: its features as read, and their geometries on WGS 84.
struct PlacedTable {
  /// The features; geometries in longitude and latitude (WGS 84).
  var table: FeatureTable
  /// The geometries as the source holds them, where its system is another; else `nil`.
  var nativeGeometries: [Geometry?]?
  /// The source's own system.
  var system: ReferenceSystem
  /// How they were brought to WGS 84; `nil` where nothing moved.
  var placement: Placement?

  /// The geometries in the source's own system.
  var sourceGeometries: [Geometry?] { nativeGeometries ?? table.geometries }
}
