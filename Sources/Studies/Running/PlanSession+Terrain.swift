internal import GeoAlgorithms
internal import GeoModel
internal import Plan

extension PlanSession {
  /// How each unit of `level` (the first where `nil`), all of them or those in `code`, divides by slope
  /// and height; with `path` the slope of every cell as a GeoTIFF.
  ///
  /// - Throws: ``StudyError``.
  public func terrain(
    level: String?, in code: String?, rasterTo path: String?
  ) async throws -> LayerResult {
    guard let elevation = plan.elevation else {
      throw StudyError.plan([
        PlanProblem(
          file: plan.file, mark: nil, path: "elevation", message: "the plan has no such section",
          suggestion: "name a raster of heights in metres")
      ])
    }
    let study = try await StudyLoader(plan: plan, jobs: options.jobs).load(villages: false)
    try study.requireSoundUnits()
    var wanted = try study.level(named: level)
    if let code { wanted = try study.narrow(wanted, to: code) }
    let tallies = try await TerrainStudy(
      study: study, elevation: elevation, bands: plan.terrainBands, options: options
    ).run(levels: [wanted])
    if let path {
      try await write(SlopeRaster(study: study, elevation: elevation).output(), to: path)
    }
    return LayerResult(
      layer: study.totalled(
        TerrainLayer(plan: plan).layer(
          of: wanted, tallies: tallies[0], name: TerrainLayer.name(of: wanted.name, plan)), of: code
      ),
      warnings: study.ledger.warnings)
  }

  /// The limits between classes of slope in **per cent** and bands of height in **metres**, by the
  /// plan or by default, as names of properties of the layer `terrain` hold them.
  public var terrainNames: (slopes: [String], heights: [String]) {
    (
      TerrainLayer.slopeNames(plan.terrainBands.slopes),
      TerrainLayer.heightNames(plan.terrainBands.heights)
    )
  }

  /// The layers and the raster of the terrain that are wanted.
  func terrain(
    of study: Study, wanted: LayerSelection
  ) async throws -> (layers: [Layer], rasters: [RasterOutput]) {
    guard let elevation = plan.elevation else { return ([], []) }
    let levels = study.levels.filter { wanted.contains(TerrainLayer.name(of: $0.name, plan)) }
    guard !levels.isEmpty else { return ([], []) }
    let tallies = try await TerrainStudy(
      study: study, elevation: elevation, bands: plan.terrainBands, options: options
    ).run(levels: levels)
    let layer = TerrainLayer(plan: plan)
    return (
      zip(levels, tallies).map {
        layer.layer(of: $0, tallies: $1, name: TerrainLayer.name(of: $0.name, plan))
      }, [try SlopeRaster(study: study, elevation: elevation).output()]
    )
  }
}

extension Plan {
  /// The bands of the section `terrain`, or the defaults.
  var terrainBands: TerrainBands {
    let section = terrain ?? TerrainSection()
    return TerrainBands(heights: section.heightLimits, slopes: section.slopeLimits)
  }
}
