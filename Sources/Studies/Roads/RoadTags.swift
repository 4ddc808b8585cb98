internal import GeoModel
internal import Plan

/// The fields of a source that tell something of a road.
struct RoadTags {
  var roadClass: FieldName?
  var surface: FieldName?
  var bridge: FieldName?
  var tunnel: FieldName?
  var layer: FieldName?
  var access: FieldName?
  var oneway: FieldName?
  /// Further fields that tell the surface.
  var evidence: [SurfaceEvidence]

  /// All of them.
  var all: [FieldName] {
    [roadClass, surface, bridge, tunnel, layer, access, oneway].compactMap(\.self)
      + evidence.map(\.field)
  }
}

/// The same fields as columns of a table: each is looked for once, not for each of a million lines.
struct RoadColumns {
  let roadClass: Column?
  let surface: Column?
  let bridge: Column?
  let tunnel: Column?
  let layer: Column?
  let access: Column?
  let oneway: Column?
  let evidence: [(rule: SurfaceEvidence, column: Column?)]

  init(_ tags: RoadTags, of table: FeatureTable) {
    func column(_ field: FieldName?) -> Column? { field.flatMap { table.column($0.name) } }
    roadClass = column(tags.roadClass)
    surface = column(tags.surface)
    bridge = column(tags.bridge)
    tunnel = column(tags.tunnel)
    layer = column(tags.layer)
    access = column(tags.access)
    oneway = column(tags.oneway)
    evidence = tags.evidence.map { (rule: $0, column: column($0.field)) }
  }
}
