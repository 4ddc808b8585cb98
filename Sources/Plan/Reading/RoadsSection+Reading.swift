extension RoadsSection {
  init?(reading reader: SectionReader) {
    let source = reader.source()
    let assume = reader.section("assume", .assume)
    let hardened = reader.texts("hardened") ?? []
    let unhardened = reader.texts("unhardened") ?? []
    let assumedHardened = assume?.texts("hardened") ?? []
    let assumedUnhardened = assume?.texts("unhardened") ?? []
    reader.refuseShared(hardened, unhardened, what: "surface")
    reader.refuseShared(assumedHardened, assumedUnhardened, what: "class")
    let notAllSeason = reader.texts("not_all_season") ?? []
    let fields = RoadFields(reading: reader)
    let join = reader.choice("join", of: Join.self)
    let snap = reader.choice("snap", of: Snap.self) ?? .nearest
    let limit = reader.number("snap_limit_m", .notNegative) ?? 500
    let tolerance = reader.number("tolerance_m", .notNegative) ?? 1
    let ruralAccess = reader.number("rural_access_m", .positive) ?? 2000
    let joinsNearMisses = reader.flag("join_near_misses") ?? false
    let closed = reader.texts("closed")
    if let first = closed?.first, fields.access == nil {
      reader.context.report(
        first.mark, first.path, "it holds values of a field that the section does not name",
        "name the field under 'access'")
    }
    let surfaceFrom = reader.sections("surface_from", .surfaceFrom)
      .compactMap(SurfaceEvidence.init(reading:))
    let speeds = RoadSpeed.read(reader)
    let costs = reader.sections("costs", .cost).compactMap(RoadCost.init(reading:))
    guard let source else { return nil }
    self.init(
      source: source, fields: fields, hardened: hardened.map(\.name),
      unhardened: unhardened.map(\.name), assumedHardened: assumedHardened.map(\.name),
      assumedUnhardened: assumedUnhardened.map(\.name), notAllSeason: notAllSeason.map(\.name),
      join: join, snap: snap, snapLimitMetres: limit, toleranceMetres: tolerance,
      ruralAccessMetres: ruralAccess, joinsNearMisses: joinsNearMisses,
      closed: closed?.map(\.name) ?? (fields.access == nil ? [] : Self.usuallyClosed),
      surfaceFrom: surfaceFrom, speeds: speeds, costs: costs, mark: reader.mark)
  }
}

extension SurfaceEvidence {
  init?(reading reader: SectionReader) {
    let hardened = reader.texts("hardened") ?? []
    let unhardened = reader.texts("unhardened") ?? []
    reader.refuseShared(hardened, unhardened, what: "value")
    guard let field = reader.field("field") else { return nil }
    self.init(field: field, hardened: hardened.map(\.name), unhardened: unhardened.map(\.name))
  }
}

extension RoadFields {
  init(reading reader: SectionReader) {
    self.init(
      roadClass: reader.field("class"), surface: reader.field("surface"),
      bridge: reader.field("bridge"), tunnel: reader.field("tunnel"),
      layer: reader.field("layer_field"), oneway: reader.field("oneway"),
      access: reader.field("access"))
  }
}

extension RoadSpeed {
  static func read(_ reader: SectionReader) -> [RoadSpeed] {
    let entries = reader.ownEntries("speeds_kmh", meant: "a mapping from class to km/h,") ?? []
    return entries.compactMap { entry in
      reader.number(entry.value, "speeds_kmh", .positive).map {
        RoadSpeed(roadClass: entry.key, kilometresPerHour: $0)
      }
    }
  }
}

extension RoadCost {
  init?(reading reader: SectionReader) {
    let classes = reader.texts("class") ?? []
    let surfaces = reader.texts("surface") ?? []
    let slope = reader.range("slope_pct")
    let bridge = reader.flag("bridge")
    guard let cost = reader.number("per_km", .notNegative) else { return nil }
    self.init(
      classes: classes.map(\.name), surfaces: surfaces.map(\.name), slopePercent: slope,
      bridge: bridge, perKilometre: cost)
  }
}

extension SectionReader {
  /// Reports words that are called both hardened and unhardened.
  func refuseShared(_ hardened: [FieldName], _ unhardened: [FieldName], what: String) {
    let names = Set(hardened.map(\.name))
    for word in unhardened where names.contains(word.name) {
      context.report(
        word.mark, word.path, "the \(what) '\(word.name)' is under 'hardened' too", "keep one")
    }
  }
}
