internal import Plan

/// Every source that a plan names, with the fields that it must have.
struct PlanSources {
  /// What a source must be.
  enum Kind {
    /// Features with geometry, or a table with columns for x and y.
    case vector
    /// Cells.
    case raster
    /// Either; what it is decides how it is used.
    case rasterOrVector
    /// Rows that the reader of tables takes apart by itself.
    case table
  }

  /// A source and the part of the plan that names it.
  struct Entry {
    var reference: SourceReference
    var kind: Kind
    var fields: [FieldName] = []
  }

  private(set) var entries: [Entry] = []

  init(_ plan: Plan) {
    for level in plan.units { add(level) }
    addUnitFields(plan.units)
    if let villages = plan.villages { add(villages) }
    if let centres = plan.centres {
      add(centres.source, .vector, [centres.unit, centres.name])
    }
    for service in plan.services { add(service.source, .vector) }
    if let roads = plan.roads {
      add(roads.source, .vector, roads.fields.all + roads.surfaceFrom.map(\.field))
    }
    if let population = plan.population {
      add(population.source, .raster)
      if let urban = population.urban { add(urban, .vector) }
    }
    if let forest = plan.forest { add(forest) }
    if let elevation = plan.elevation { add(elevation, .raster) }
    if let friction = plan.accessibility?.friction { add(friction, .raster) }
    for hazard in plan.hazards { add(hazard) }
    for overlay in plan.overlays { add(overlay.source, .rasterOrVector) }
    for indicator in plan.indicators { add(indicator.source, .table) }
    for base in plan.classifications.compactMap(\.base) { add(base.source, .table) }
    for step in plan.crosswalk { add(step.source, .table) }
    for earlier in plan.earlierUnits { add(earlier.source, .vector, [earlier.code, earlier.name]) }
    if case .source(let source) = plan.targets { add(source, .table) }
  }

  private mutating func add(
    _ reference: SourceReference, _ kind: Kind, _ fields: [FieldName?] = []
  ) {
    entries.append(Entry(reference: reference, kind: kind, fields: fields.compactMap(\.self)))
  }

  private mutating func add(_ level: UnitLevel) {
    guard case .source(let unit) = level.origin else { return }
    add(
      unit.source, .vector,
      [unit.code, unit.name, unit.fullName, unit.parent, unit.declaredArea?.field])
  }

  /// The fields by which a level is dissolved belong to the source of the level below it.
  private mutating func addUnitFields(_ levels: [UnitLevel]) {
    for level in levels {
      guard case .dissolve(let dissolve) = level.origin,
        let source = Self.ownSource(below: dissolve, in: levels),
        let index = entries.firstIndex(where: { $0.reference == source.source })
      else { continue }
      entries[index].fields += [dissolve.by, dissolve.name].compactMap(\.self)
    }
  }

  /// The source that holds the fields of a dissolve: that of the level below, or, where that is
  /// itself dissolved, of the first one below that is not.
  static func ownSource(below dissolve: UnitDissolve, in levels: [UnitLevel]) -> UnitSource? {
    guard let level = levels.first(where: { $0.name == dissolve.level }) else { return nil }
    switch level.origin {
    case .source(let source): return source
    case .dissolve(let next): return ownSource(below: next, in: levels)
    }
  }

  private mutating func add(_ villages: VillagesSection) {
    add(
      villages.source, .vector,
      [villages.code, villages.name, villages.unit, villages.households, villages.population])
  }

  private mutating func add(_ forest: ForestSection) {
    for cover in [forest.cover].compactMap(\.self) + forest.years.map(\.cover) {
      switch cover.definition {
      case .classes, .threshold, .canopy: add(cover.source, .raster)
      case .types(let types): add(cover.source, .vector, types.fields)
      case .everything: add(cover.source, .rasterOrVector)
      }
    }
    for function in forest.functions {
      switch function.meaning {
      case .all: add(function.source, .vector)
      case .field(let field): add(function.source, .vector, [field.field])
      }
    }
  }

  private mutating func add(_ hazard: HazardDefinition) {
    switch hazard.extent {
    case .areas(let source, let classField): add(source, .vector, [classField])
    case .raster(let source, _): add(source, .raster)
    case .slope: break
    case .distance(let source, _): add(source, .vector)
    }
  }
}

extension RoadFields {
  /// The fields that the plan names.
  var all: [FieldName?] { [roadClass, surface, bridge, tunnel, layer, oneway, access] }
}
