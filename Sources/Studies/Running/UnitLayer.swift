internal import GeoModel
internal import Plan

/// The part that all layers of units have in common.
enum UnitLayer {
  /// The properties that every unit feature begins with.
  static func properties(of unit: AdministrativeUnit, vintage: CalendarDate?) -> [Property] {
    [
      Property("code", .optionalText(unit.code)), Property("name", .optionalText(unit.name)),
      Property("level", .text(unit.level)), Property("parent", .optionalText(unit.parentCode)),
      Property("vintage", .optionalText(vintage?.description)),
      Property("area_ha", .hectares(unit.area / 10_000)),
    ]
  }

  /// The same for the whole study; `area` in square metres.
  static func studyProperties(plan: Plan, area: Double) -> [Property] {
    [
      Property("code", .null), Property("name", .optionalText(plan.title)),
      Property("level", .text("study")), Property("parent", .null),
      Property("vintage", .optionalText(plan.vintage?.description)),
      Property("area_ha", .hectares(area / 10_000)),
    ]
  }

  /// The unit's geometry.
  static func geometry(of unit: AdministrativeUnit) -> Geometry? {
    switch unit.polygons.count {
    case 0: nil
    case 1: .polygon(unit.polygons[0])
    default: .multiPolygon(unit.polygons)
    }
  }

  /// A unit as a feature of the layer of units alone.
  static func feature(of unit: AdministrativeUnit, plan: Plan) -> LayerFeature {
    LayerFeature(
      identifier: "\(unit.level)/\(unit.label)", geometry: geometry(of: unit),
      properties: properties(of: unit, vintage: plan.vintage) + [
        Property("full_name", .optionalText(unit.fullName)),
        Property("declared_area_ha", .hectares(unit.declaredArea.map { $0 / 10_000 })),
      ])
  }

  /// The name of the layer of a level's units alone.
  static func name(of level: String) -> String { "units-\(level)" }

  /// The layer of a level's units alone.
  static func layer(of level: Study.Level, plan: Plan) -> Layer {
    let features = level.units.map { feature(of: $0, plan: plan) }
    let area = level.units.reduce(0) { $0 + $1.area }
    return Layer(
      name: name(of: level.name), features: features,
      studyTotals: studyProperties(plan: plan, area: area))
  }
}
