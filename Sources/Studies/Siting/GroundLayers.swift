internal import ForestCover
internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// Reads the layers that constraints and criteria name, each once.
struct GroundLayers {
  let study: Study
  let gridding: UnitGridding
  let options: StudyOptions
  /// The roads, where somebody has loaded them already.
  var network: PlacedNetwork?

  private var known: [SiteLayer: [GroundPart]] = [:]

  init(
    study: Study, gridding: UnitGridding, network: PlacedNetwork?, options: StudyOptions
  ) {
    self.study = study
    self.gridding = gridding
    self.network = network
    self.options = options
  }

  /// What an overlay, a hazard or a section of the plan covers or is near to.
  mutating func parts(of layer: SiteLayer) async throws -> [GroundPart] {
    if let parts = known[layer] { return parts }
    let parts = try await load(layer)
    known[layer] = parts
    return parts
  }

  private mutating func load(_ layer: SiteLayer) async throws -> [GroundPart] {
    let plan = study.plan
    switch layer {
    case .hazard(let name):
      return try plan.hazards.filter { $0.name == name }.map { try part(of: $0) }
    case .overlay(let name):
      guard let overlay = plan.overlays.first(where: { $0.name == name }) else { return [] }
      return [try part(of: overlay.source, called: name)]
    case .section(let section):
      switch section {
      case .hazards: return try plan.hazards.map { try part(of: $0) }
      case .forest: return try await forest()
      case .roads: return try await roads { _, _ in true }
      case .hardenedRoad: return try await roads { $0.surfaceTiers[$1] == .clear }
      case .allSeasonRoad: return try await roads { $0.allSeasonTiers[$1] == .clear }
      case .villages: return try villages()
      case .centres:
        guard let centres = plan.centres else { return [] }
        let level = try study.level(named: centres.level)
        let found = try CentresLoader(section: centres, study: study).load(level: level).centres
        return [GroundPart(shapes: FeatureDistance(found.map { [$0.position] }))]
      }
    }
  }

  private func part(of hazard: HazardDefinition) throws(StudyError) -> GroundPart {
    switch hazard.extent {
    case .areas(let source, _): return try part(of: source, called: hazard.name, hazardReach: 0)
    case .distance(let source, let within):
      var part = try part(of: source, called: hazard.name, hazardReach: within)
      part.within = within
      return part
    case .slope(let percent): return GroundPart(steepness: percent)
    case .raster(let source, let range):
      let raster = try ElevationRaster(source, plan: study.plan, ledger: study.ledger)
      return GroundPart(raster: .values(raster, range, source))
    }
  }

  /// The areas, lines and points of a source; of a hazard's that reaches `hazardReach` **metres** around
  /// them.
  private func part(
    of source: SourceReference, called name: String, hazardReach: Double? = nil
  ) throws(StudyError) -> GroundPart {
    if FileProbe.opensAsRaster(source.location) {
      throw .plan([
        study.plan.problem(
          at: source.mark, path: source.path,
          "'\(source.text)' is a raster, and sites look at areas, lines or points",
          suggestion: "name a hazard with a threshold for it")
      ])
    }
    let geometries = try VectorLoader(plan: study.plan, ledger: study.ledger)
      .load(source, fields: []).table.geometries.compactMap(\.self)
    // Where its source does not reach nothing is known of a hazard, as exposure has it too.
    if !isNear(name, geometries, hazardReach: hazardReach), hazardReach != nil {
      return GroundPart(isUnknown: true)
    }
    return try part(
      polygons: geometries.map(\.polygons).filter { !$0.isEmpty },
      lines: geometries.flatMap { $0.lines + $0.points.map { [$0] } })
  }

  /// Whether a layer, or what a hazard reaches around it, touches the study. One that does not is told:
  /// it may be the wrong file.
  private func isNear(_ name: String, _ geometries: [Geometry], hazardReach: Double?) -> Bool {
    let box = study.finest.units.reduce(into: BoundingBox.empty) {
      $0.formUnion(Geometry.multiPolygon($1.polygons).boundingBox)
    }.grown(byMetres: hazardReach.map { $0 + 1 } ?? 0)
    if geometries.contains(where: { $0.boundingBox.intersects(box) }) { return true }
    let effect =
      hazardReach != nil
      ? "where it lies is unknown"
      : geometries.isEmpty ? "it excludes nothing and is near to nothing" : nil
    study.ledger.warn(
      (geometries.isEmpty
        ? "\(name) has no feature" : "\(name) lies nowhere within the study's bounds")
        + ": " + (effect ?? "see that it is the right source"))
    return false
  }

  private func part(
    polygons: [[Polygon]], lines: [[Coordinate]]
  ) throws(StudyError) -> GroundPart {
    var part = GroundPart()
    if !polygons.isEmpty {
      let level = Study.Level(
        name: "sites",
        units: polygons.map {
          AdministrativeUnit(
            level: "sites", code: nil, name: nil, polygons: $0, area: 0, sourceFeature: "")
        }, attributes: [:])
      part.areas = BandedOutlines(
        try gridding.outlines(of: [level]), bandRows: SitingGrid.bandRows)
    }
    let rings = polygons.joined().flatMap { $0.rings.map(\.coordinates) }
    part.shapes = FeatureDistance(rings + lines)
    return part
  }

  private func forest() async throws -> [GroundPart] {
    guard let section = study.plan.forest, let cover = section.presentCover else { return [] }
    let forest = try ForestCoverStudy(study: study, section: section, options: options)
    switch cover.definition {
    case .classes, .threshold, .canopy:
      if forest.leastPatchArea > 0 {
        study.ledger.assume(
          "a forested cell counts as forest whatever the size of its patch", in: SitingStudy.path,
          count: 1)
      }
      return [GroundPart(raster: .forest(try forest.raster(of: cover)))]
    case .types(let types):
      let patches = try forest.inventory(cover: cover, types: types).forest.patches
      return [try part(polygons: patches.map { [$0] }, lines: [])]
    case .everything:
      let patches = try forest.polygonCover(of: cover).patches
      return [try part(polygons: patches.map { [$0] }, lines: [])]
    }
  }

  private func villages() throws(StudyError) -> [GroundPart] {
    let villages = study.villages ?? []
    var part = try part(
      polygons: villages.map(\.polygons).filter { !$0.isEmpty },
      lines: villages.filter(\.polygons.isEmpty).compactMap { $0.position.map { [$0] } })
    if !villages.contains(where: { !$0.polygons.isEmpty }) {
      part.within = study.plan.villages?.radiusMetres ?? 0
    }
    return [part]
  }

  /// The roads whose edges `keeps` takes.
  private mutating func roads(
    _ keeps: (RoadNetwork, Int) -> Bool
  ) async throws -> [GroundPart] {
    guard let section = study.plan.roads else { return [] }
    if network == nil {
      network = try await PlacedNetworkLoader(
        study: study, roads: section, centres: study.plan.centres, options: options
      ).load()
    }
    guard let roads = network?.roads else { return [] }
    let shapes = roads.edges.shapes
    let lines = (0..<shapes.count).filter { keeps(roads, $0) }.map { Array(shapes[$0]) }
    return [GroundPart(shapes: FeatureDistance(lines))]
  }
}
