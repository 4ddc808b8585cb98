internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement

/// Where ground is fit for a settlement, in one pass over the cells.
struct SitingStudy {
  let study: Study
  let section: ResettlementSection
  let sites: SiteRules
  let options: StudyOptions

  /// Where the section stands in a plan, in messages.
  static let path = "resettlement.sites"

  /// The least area of a site in hectares where the plan says nothing: a dozen plots of 600 m² and
  /// the lanes between them.
  private static let defaultSiteHectares = 1.0

  /// What was found.
  struct Result: Sendable {
    /// The sites, by the row and column of their first cells.
    var sites: [FitSite]
    /// For each unit of the finest level how its area divides, in **square metres**.
    var areas: [GroundAreas]
    /// Fit ground in patches under the least area, in **square metres** of whole cells.
    var smallArea: Double
    var ground: SitingGround
    var rules: GroundRules
    var weights: CriterionWeights
    var constraintNames: [String]
    var criterionNames: [String]
    /// The units and cells, for another pass.
    var run: GroundRun
  }

  /// Judges the ground of all units.
  ///
  /// - Parameter network: the roads where they are loaded already.
  func run(network: PlacedNetwork? = nil) async throws -> Result {
    try study.requireSoundUnits()
    let plan = study.plan
    let settled = try SitingRules(sites, plan: plan)
    let elevation = try plan.elevation.map { reference throws(StudyError) in
      (
        raster: try ElevationRaster(reference, plan: plan, ledger: study.ledger),
        reference: reference
      )
    }
    let grid = try SitingGrid(sites, elevation: elevation, study: study)
    let gridding = UnitGridding(
      grid: grid.grid, system: grid.system, ledger: study.ledger, path: Self.path)
    var layers = GroundLayers(
      study: study, gridding: gridding, network: network, options: options)
    var subjects: [GroundSubject] = []
    for entry in settled.subjects {
      subjects.append(try await read(entry.subject, at: entry.mark, &layers))
    }
    let metrics = try elevation.map { elevation throws(StudyError) in
      try UnitGridding(
        grid: elevation.raster.description.grid, system: elevation.raster.system,
        ledger: study.ledger, path: "elevation"
      ).groundMetrics(reach: GridOutlines())
    }
    let ground = SitingGround(
      plan: plan, grid: grid, elevation: elevation?.raster, metrics: metrics, subjects: subjects)
    let outlines = try gridding.outlines(of: [study.finest])
    let run = GroundRun(
      ground: ground, rules: settled.rules,
      outlines: BandedOutlines(outlines, bandRows: SitingGrid.bandRows),
      areas: try gridding.cellAreas(reach: outlines))
    var collector = SiteCollector(
      leastArea: 10_000 * (sites.minimumSiteHectares ?? Self.defaultSiteHectares),
      connectivity: sites.connectivity == .eight ? .eight : .four,
      criteria: settled.rules.criteria.count)
    var sums = ZonalSums(
      unitCount: study.finest.units.count, classCount: settled.rules.codeCount)
    try await run.forEachBand(options: options) { band in
      sums.add(band.sums)
      collector.push(band.runs)
    }
    let found = collector.finish()
    tellRules(settled)
    return Result(
      sites: found,
      areas: study.finest.units.indices.map { unit in
        GroundAreas(
          sums, unit: unit, area: study.finest.units[unit].area, rules: settled.rules)
      },
      smallArea: collector.smallArea, ground: ground, rules: settled.rules,
      weights: settled.weights, constraintNames: settled.constraintNames,
      criterionNames: settled.criterionNames, run: run)
  }

  private func read(
    _ subject: SiteSubject, at mark: SourceMark, _ layers: inout GroundLayers
  ) async throws -> GroundSubject {
    switch subject {
    case .slopePercent: return .slope
    case .elevationMetres: return .height
    case .inside(let layer), .outside(let layer):
      let parts = try await layers.parts(of: layer)
      try requireGround(parts, layer, mark)
      return .within(parts)
    case .distance(let layer):
      let parts = try await layers.parts(of: layer)
      if parts.contains(where: { $0.steepness != nil || $0.raster != nil }) {
        throw Self.fault(
          study.plan, at: mark,
          "a distance to '\(layer.title)' is wanted, which is made of cells",
          "name inside or outside for it, or give it as areas")
      }
      return .distance(parts)
    }
  }

  /// Lines and points have no ground to be inside of.
  private func requireGround(
    _ parts: [GroundPart], _ layer: SiteLayer, _ mark: SourceMark
  ) throws(StudyError) {
    let isBare = parts.contains { part in
      part.areas == nil && part.within == 0 && part.steepness == nil && part.raster == nil
        && part.shapes?.isEmpty == false
    }
    guard isBare else { return }
    throw Self.fault(
      study.plan, at: mark,
      "'\(layer.title)' is lines or points, which no ground is inside of", "name distance_to for it"
    )
  }

  private func tellRules(_ settled: SitingRules) {
    let isHardened = settled.subjects.contains {
      if case .distance(.section(.hardenedRoad)) = $0.subject { true } else { false }
    }
    if isHardened {
      study.ledger.assume(
        "the distance to a hardened road is to roads known to be hardened; of unknown surface none"
          + " counts", in: Self.path, count: 1)
    }
    if let priorities = settled.weights.priorities,
      priorities.ratio > PairwiseMatrix.greatestRatio
    {
      study.ledger.warn(
        "\(Self.path).pairwise: the comparisons contradict each other (consistency ratio"
          + " \((priorities.ratio * 1e4).rounded() / 1e4)) and are used because the plan says so")
    }
  }

  /// A problem of the section.
  static func fault(
    _ plan: Plan, at mark: SourceMark?, _ message: String, _ suggestion: String?,
    key: String? = nil
  ) -> StudyError {
    .plan([
      PlanProblem(
        file: plan.file, mark: mark, path: key.map { "\(path).\($0)" } ?? path, message: message,
        suggestion: suggestion)
    ])
  }
}

extension SiteLayer {
  /// The name by which the plan calls it.
  var title: String {
    switch self {
    case .section(let section): section.rawValue
    case .hazard(let name), .overlay(let name): name
    }
  }
}
