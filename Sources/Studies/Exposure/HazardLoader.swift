internal import GDALKit
internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement

/// Reads the hazards of a plan.
struct HazardLoader {
  let study: Study
  let options: StudyOptions

  private var plan: Plan { study.plan }
  private var ledger: SourceLedger { study.ledger }

  /// The hazards in the order of the plan.
  ///
  /// - Throws: ``StudyError`` where a source cannot be read, holds nothing of the kind that is needed,
  ///   or an area of it is not valid: one line each.
  func load() async throws -> [StudyHazard] {
    var hazards: [StudyHazard] = []
    for definition in plan.hazards { hazards.append(try await load(definition)) }
    return hazards
  }

  private func load(_ hazard: HazardDefinition) async throws -> StudyHazard {
    switch hazard.extent {
    case .areas(let source, let field):
      return try await zones(of: hazard, source, field)
    case .distance(let source, let metres):
      return try await reached(hazard, source, within: metres)
    case .raster(let source, let range):
      return try cells(of: hazard, source, .values(range))
    case .slope(let least):
      guard let elevation = plan.elevation else {
        return StudyHazard(definition: hazard, extent: nil)
      }
      return try cells(of: hazard, elevation, .slope(atLeastPercent: least))
    }
  }

  // MARK: Cells

  private func cells(
    of hazard: HazardDefinition, _ source: SourceReference, _ test: HazardCells.Test
  ) throws -> StudyHazard {
    let raster = try ElevationRaster(source, plan: plan, ledger: ledger)
    let gridding = UnitGridding(
      grid: raster.description.grid, system: raster.system, ledger: ledger, path: hazard.path)
    let outlines = try gridding.outlines(of: [study.finest])
    let grid = raster.description.grid
    guard outlines.rows.overlaps(0..<grid.rows), outlines.columns.overlaps(0..<grid.columns) else {
      return apart(hazard, source)
    }
    var metrics: GroundMetricModel?
    if case .slope = test { metrics = try gridding.groundMetrics(reach: outlines) }
    return StudyHazard(
      definition: hazard,
      extent: .cells(
        HazardCells(raster: raster, test: test, path: hazard.path, metrics: metrics)))
  }

  // MARK: Zones

  private func zones(
    of hazard: HazardDefinition, _ source: SourceReference, _ field: FieldName?
  ) async throws -> StudyHazard {
    let table = try await VectorLoader(plan: plan, ledger: ledger)
      .load(source, fields: [field].compactMap(\.self), jobs: options.jobs).table
    guard table.geometries.contains(where: { !($0?.polygons.isEmpty ?? true) }) else {
      throw nothing("area", in: table, of: source, hazard)
    }
    ledger.leaveOut(
      table.geometries.count { $0?.polygons.isEmpty ?? true }, of: source.path,
      because: "feature that is no area")
    try await requireValid(table, source, hazard)
    let column = field.flatMap { table.column($0.name) }
    var zones: [HazardZone] = []
    for (row, geometry) in table.geometries.enumerated() {
      let name = column?.text(at: row).flatMap { $0.isEmpty ? nil : $0 }
      for polygon in geometry?.polygons ?? [] {
        zones.append(HazardZone(polygon: polygon, className: name))
      }
    }
    if column != nil {
      let unnamed = table.geometries.indices.count {
        table.geometries[$0] != nil && column?.text(at: $0)?.isEmpty ?? true
      }
      if unnamed > 0 {
        ledger.assume(
          "areas of a hazard without a class count for the hazard and for no class",
          in: source.path, count: unnamed, of: table.count)
      }
    }
    return try await placed(hazard, source, zones)
  }

  /// Zones near the study, prepared by all workers.
  private func placed(
    _ hazard: HazardDefinition, _ source: SourceReference, _ zones: [HazardZone]
  ) async throws -> StudyHazard {
    let options = self.options
    let survey = ZoneSurvey(zones)
    let outlines = try await OrderedWork.mapRuns(
      count: survey.zones.count, jobs: options.jobs, makeState: {},
      body: { range, _ in range.map(survey.outline) })
    let tree = PackedRTree(outlines.map(\.boundingBox))
    guard tree.extent.intersects(studyBox) else { return apart(hazard, source) }
    let overlaps = try await OrderedWork.mapRuns(
      count: outlines.count, jobs: options.jobs, makeState: { AreaOverlap() },
      progress: { options.report("hazards", $0, of: outlines.count) },
      body: { range, memory in
        try range.map {
          try survey.overlaps(of: $0, outlines: outlines, tree: tree, memory: &memory)
        }
      })
    let made = try HazardZones(survey, outlines: outlines, overlaps: overlaps)
    if made.unitedCount > 0 {
      ledger.assume(
        "areas of one class that overlap: the ground counts once", in: source.path,
        count: made.unitedCount, of: survey.zones.count)
    }
    return StudyHazard(definition: hazard, extent: .zones(made))
  }

  /// All ground within a distance of a source's features.
  private func reached(
    _ hazard: HazardDefinition, _ source: SourceReference, within metres: Double
  ) async throws -> StudyHazard {
    let options = self.options
    let table = try await VectorLoader(plan: plan, ledger: ledger)
      .load(source, fields: [], jobs: options.jobs).table
    let near = studyBox.grown(byMetres: metres + 1)
    let found = table.geometries.compactMap(\.self).filter { !$0.isEmpty }
    guard !found.isEmpty else { throw nothing("place", in: table, of: source, hazard) }
    try await requireValid(table, source, hazard)
    let geometries = found.filter { $0.boundingBox.intersects(near) }
    guard !geometries.isEmpty else { return apart(hazard, source) }
    var polygons = geometries.flatMap(\.polygons)
    if metres > 0 {
      let reach = ReachedGround(distance: metres)
      let pieces = geometries.flatMap(ReachedGround.pieces)
        .filter { BoundingBox(of: $0).intersects(near) }
      let parts = try await OrderedWork.mapRuns(
        count: pieces.count, jobs: options.jobs, makeState: {},
        progress: { options.report("hazards", $0, of: pieces.count) },
        body: { range, _ in try range.map { try reach.ground(of: pieces[$0]) } })
      polygons += parts.flatMap(\.self)
    }
    let zones = try Overlay.union(polygons).map { HazardZone(polygon: $0, className: nil) }
    return try await placed(hazard, source, zones)
  }

  // MARK: Faults

  private var studyBox: BoundingBox {
    study.finest.units.reduce(into: BoundingBox.empty) {
      $0.formUnion(Geometry.multiPolygon($1.polygons).boundingBox)
    }
  }

  /// A hazard of which nothing is known here, with a warning.
  private func apart(_ hazard: HazardDefinition, _ source: SourceReference) -> StudyHazard {
    ledger.warn(
      "\(hazard.path): '\(source.text)' does not reach the study; whether anything is exposed to"
        + " \(hazard.name) is unknown")
    return StudyHazard(definition: hazard, extent: nil)
  }

  private func nothing(
    _ what: String, in table: FeatureTable, of source: SourceReference, _ hazard: HazardDefinition
  ) -> StudyError {
    var kinds: [String: Int] = [:]
    for geometry in table.geometries {
      kinds[geometry?.typeName ?? "feature without geometry", default: 0] += 1
    }
    let found =
      kinds.isEmpty
      ? "no feature"
      : kinds.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }.joined(separator: ", ")
    return .plan([
      plan.problem(
        at: source.mark, path: source.path, "'\(source.text)' has no \(what) (\(found))",
        suggestion: what == "area"
          ? "name the layer of the areas and see its where; for lines and points say from:"
            + " distance_to and within_m"
          : "name the layer, and see its where")
    ])
  }

  private func requireValid(
    _ table: FeatureTable, _ source: SourceReference, _ hazard: HazardDefinition
  ) async throws {
    let geometries = table.geometries
    let faults = try await OrderedWork.mapRuns(
      count: geometries.count, jobs: options.jobs, makeState: {},
      body: { range, _ in
        try range.map { try Validity.invalidity(of: geometries[$0]?.polygons ?? []) }
      })
    let lines = faults.enumerated().compactMap { row, fault -> String? in
      guard let fault else { return nil }
      let place = fault.place.map { " at \($0.x), \($0.y)" } ?? ""
      return "\(plan.file): \(hazard.path): '\(source.text)': feature #\(table.identifiers[row]):"
        + " \(fault.reason)\(place); repair it first, for example with ogr2ogr -makevalid"
    }
    if !lines.isEmpty { throw StudyError.input(lines) }
  }
}

extension BoundingBox {
  /// The box with so many **metres** more on each side, for longitude and latitude.
  func grown(byMetres metres: Double) -> BoundingBox {
    let latitude = metres / 110_000
    let farthest = min(max(abs(minimumY), abs(maximumY)) + latitude, 89.9)
    let longitude =
      metres / max(1, ShortGeodesic.metresPerDegree(atLatitude: farthest).longitude)
    return BoundingBox(
      minimumX: minimumX - longitude, minimumY: minimumY - latitude,
      maximumX: maximumX + longitude, maximumY: maximumY + latitude)
  }
}
