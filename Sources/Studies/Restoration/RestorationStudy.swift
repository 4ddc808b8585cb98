internal import ForestCover
internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// Where new forest could come from: the bare land of an inventory, plot by plot, or of a raster of
/// land cover, patch by patch, by slope and distance to a road, and what each target for forest cover
/// needs of it.
struct RestorationStudy {
  /// A piece of bare land with what it is ranked by.
  struct Site {
    var piece: RestorationLand.Piece
    var unit: AdministrativeUnit
    /// How its area divides by slope; `nil` where the plan has no terrain model.
    var slope: SlopeDivision?
    /// The least distance to a road in **metres**; `nil` where the plan has no roads.
    var roadMetres: Double?
    /// The class of that distance, 0 the nearest.
    var roadClass: Int?
    /// The area of this site and all before it, in **square metres**.
    var cumulativeArea = 0.0
  }

  /// A target and what it needs.
  struct Goal {
    var target: ForestTarget
    /// Missing forest in **square metres**, 0 or less where the target is met; `nil` where it is
    /// not known.
    var gap: Double?
    var outlook: RestorationOutlook
    /// How many sites, from the first, close the gap; `nil` where all of them do not or the gap is
    /// not known.
    var sitesNeeded: Int?
  }

  /// What was found.
  struct Result {
    /// The sites in their order of rank.
    var sites: [Site]
    /// What of the bare land is no site.
    var leftOut: RestorationLand.LeftOut
    /// The areas of the study as a whole.
    var whole: ForestAreas
    var goals: [Goal]
    var rule: ForestRule
  }

  let study: Study
  let section: ForestSection
  let restoration: RestorationSection
  let options: StudyOptions

  /// Where the section stands in a plan, in messages.
  static let path = "forest.restoration"

  /// Finds and ranks the sites of the finest level's units.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where the source of forest does not tell what is bare land.
  func run() async throws -> Result {
    try study.requireSoundUnits()
    let forest = try ForestCoverStudy(study: study, section: section, options: options)
    let whole: ForestAreas
    let land: RestorationLand
    switch (section.presentCover, section.presentCover?.definition) {
    case (let cover?, .types(let types)):
      let inventory = try forest.inventory(cover: cover, types: types)
      whole = .sum(of: try await forest.areas(of: [study.levels[0]], inventory: inventory))
      land = try self.land(of: inventory, forest)
    case (let cover?, .classes) where !restoration.bareClasses.isEmpty:
      whole = .sum(of: try await forest.areas(of: [study.levels[0]], cover: cover))
      land = try await self.land(of: cover, forest)
    case (_, .classes):
      throw problem("no class of the raster is named as bare land", "name bare_classes: [30, 60]")
    default:
      throw problem(
        "the source of forest does not tell what is bare land",
        "name an inventory with 'types', or a raster with 'classes' and 'bare_classes'")
    }
    let slopes = try await slopes(of: land.pieces)
    let roads = try await roadDistances(of: land.pieces)
    let found = land.pieces.indices.map { index in
      let metres = roads?[index] ?? nil
      return Site(
        piece: land.pieces[index], unit: study.finest.units[land.pieces[index].unit],
        slope: slopes?[index], roadMetres: metres,
        roadClass: metres.map {
          RestorationRanking.classNumber(of: $0, limits: restoration.roadLimits)
        })
    }
    let ranking = ranking(of: found)
    let sites = zip(ranking.order, ranking.cumulativeAreas).map { index, cumulative in
      var site = found[index]
      site.cumulativeArea = cumulative
      return site
    }
    tellUnknown(sites)
    return Result(
      sites: sites, leftOut: land.leftOut, whole: whole,
      goals: try goals(whole, ranking: ranking, rule: forest.rule), rule: forest.rule)
  }

  private func problem(_ message: String, _ suggestion: String) -> StudyError {
    .plan([
      study.plan.problem(
        at: restoration.mark, path: Self.path, message, suggestion: suggestion)
    ])
  }

  private func land(
    of inventory: InventoryForestCover, _ forest: ForestCoverStudy
  ) throws(StudyError) -> RestorationLand {
    do throws(GEOSError) {
      return try RestorationLand(
        inventory.disjoint, counted: forest.rule.counted, leastPatchArea: forest.leastPatchArea,
        leastSiteArea: 10_000 * (restoration.minimumSiteHectares ?? 0),
        units: RestorationUnits(study.finest.units.map(\.polygons)))
    } catch {
      throw .internalFailure("\(Self.path): \(error.message)")
    }
  }

  private func ranking(of sites: [Site]) -> RestorationRanking {
    RestorationRanking(
      sites.map { site in
        RestorationRanking.Candidate(
          slopeClass: site.slope?.dominant, roadClass: site.roadClass, area: site.piece.area)
      })
  }

  // MARK: Targets

  private func goals(
    _ whole: ForestAreas, ranking: RestorationRanking, rule: ForestRule
  ) throws(StudyError) -> [Goal] {
    let targets = try TargetsLoader(plan: study.plan, ledger: study.ledger).forestTargets()
    guard !targets.isEmpty else {
      study.ledger.warn(
        "\(Self.path): the plan has no target for \(ForestTarget.indicator); plots are ranked, and"
          + " none is called needed")
      return []
    }
    let years = restoration.yearsToForest
    study.ledger.assume(
      "a plantation meets the rule \(years) years after it is planted"
        + (restoration.statesYears ? ", as the plan says" : ", where the plan says nothing"),
      in: Self.path, count: targets.count)
    let potential = ranking.cumulativeAreas.last ?? 0
    return targets.map { target in
      let gap = whole.gap(
        to: target.percent, minimumKnownPercent: section.minimumKnownPercent,
        countsWater: rule.denominator == .naturalArea)
      return Goal(
        target: target, gap: gap,
        outlook: RestorationOutlook(
          gap: gap, year: target.year, vintage: study.plan.vintage?.year, yearsToForest: years,
          potential: potential, plantedNotYet: whole.types.map { $0[.plantedNotYet] ?? 0 }),
        sitesNeeded: gap.flatMap(ranking.count(reaching:)))
    }
  }

  /// Ground of unknown slope ranks last; it is told how much there is.
  private func tellUnknown(_ sites: [Site]) {
    if study.plan.elevation == nil {
      study.ledger.warn(
        "\(Self.path): the plan has no 'elevation'; the slope of every plot is unknown")
    }
    if study.plan.roads == nil {
      study.ledger.warn(
        "\(Self.path): the plan has no 'roads'; the distance of every plot is unknown")
    }
    let unknown = sites.count { $0.slope?.dominant == nil }
    guard unknown > 0 else { return }
    study.ledger.assume(
      "plots whose class of slope is not known rank last", in: Self.path, count: unknown,
      of: sites.count)
  }
}
