internal import GDALKit
internal import GeoModel
internal import Plan
internal import Publishing

/// How long it takes to the nearest destination: the answer to
/// ``PlanSession/accessibility(level:in:rasterTo:)``.
public struct AccessibilityAnswer: Sendable {
  /// People and villages of units by band of time.
  public var units: LayerResult
  /// The limits between bands in **minutes**.
  public var limits: [Double]
  /// What people want to get to, as the plan calls it.
  public var destinations: [String]
  /// Whether a ready-made raster says what every cell costs, in place of terrain and roads.
  public var usesFriction: Bool

  /// What each band is called in the names of properties, nearest first, then `not_reached` and
  /// `unknown`.
  public var bandNames: [String] { TravelBands(limits: limits).names }
  /// Whether people are told by band, not villages only.
  public var countsPeople: Bool {
    units.layer.studyTotals.contains { $0.name == "people" }
  }

  /// A limit as names of properties hold it: `30`, `7p5`.
  public func name(of limit: Double) -> String { TravelBands.number(limit) }
}

extension PlanSession {
  /// Who lives how far from the nearest destination, by unit of `level` (the first where `nil`), all
  /// of them or those in `code`; with `path` the minutes of every cell as a GeoTIFF.
  ///
  /// - Throws: ``StudyError``.
  public func accessibility(
    level: String?, in code: String?, rasterTo path: String?
  ) async throws -> AccessibilityAnswer {
    guard let section = plan.computedAccessibility else {
      throw StudyError.plan([
        PlanProblem(
          file: plan.file, mark: nil, path: AccessibilityStudy.path,
          message: "the plan has no terrain to travel on, or nowhere to get to",
          suggestion: "add 'elevation' and 'centres', or the section 'accessibility'")
      ])
    }
    let shown = [level ?? plan.units[0].name, plan.units[plan.units.count - 1].name]
    let study = try await StudyLoader(plan: plan, options: options, shown: Set(shown)).load()
    try study.requireSoundUnits()
    var wanted = try study.level(named: level)
    if let code { wanted = try study.narrow(wanted, to: code) }
    let surface = try await AccessibilityStudy(study: study, section: section, options: options)
      .run()
    let counts = try AccessibilityCounter(study: study, surface: surface, options: options)
      .counts(levels: [wanted])
    if let path { try await write(surface.raster, to: path) }
    let layer = AccessibilityLayer(plan: plan, section: section, bands: surface.bands)
    return AccessibilityAnswer(
      units: LayerResult(
        layer: study.totalled(
          layer.layer(
            of: wanted, counts: counts[0], name: AccessibilityLayer.name(of: wanted.name, plan)),
          of: code),
        warnings: study.ledger.warnings),
      limits: section.limits, destinations: section.destinations.map(\.name),
      usesFriction: section.friction != nil)
  }

  /// Writes a raster to `path`, whole or not at all.
  func write(_ raster: RasterOutput, to path: String) async throws {
    do {
      try await ExternalFile.write(path) { temporary in
        try await raster.write(to: temporary, jobs: options.jobs)
      }
    } catch let error as OutputError {
      throw StudyError.output(error)
    } catch let error as GDALError {
      throw StudyError.output(
        .failed(
          path: path, action: "write the raster", reason: error.messages.joined(separator: "; ")))
    }
  }

  /// The layers and the raster of travel times that are wanted.
  func accessibility(
    of study: Study, wanted: LayerSelection
  ) async throws -> (layers: [Layer], rasters: [RasterOutput]) {
    guard let section = plan.computedAccessibility else { return ([], []) }
    let levels = study.levels.filter {
      wanted.contains(AccessibilityLayer.name(of: $0.name, plan))
    }
    guard !levels.isEmpty else { return ([], []) }
    let surface = try await AccessibilityStudy(study: study, section: section, options: options)
      .run()
    let counts = try AccessibilityCounter(study: study, surface: surface, options: options)
      .counts(levels: levels)
    let layer = AccessibilityLayer(plan: plan, section: section, bands: surface.bands)
    return (
      zip(levels, counts).map {
        layer.layer(of: $0, counts: $1, name: AccessibilityLayer.name(of: $0.name, plan))
      }, [surface.raster]
    )
  }
}
