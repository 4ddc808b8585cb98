internal import ForestCover
internal import GDALKit
internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// Forest cover of all units of some levels, in one reading of the source.
struct ForestCoverStudy {
  /// What was found of one level; parallel to the level's units.
  struct LevelResult {
    var level: Study.Level
    var areas: [ForestAreas]
  }

  let study: Study
  let section: ForestSection
  /// The rule as it is applied.
  let rule: ForestRule
  let options: StudyOptions

  /// Forest by the plan's `section`, the rule settled.
  init(study: Study, section: ForestSection, options: StudyOptions) throws(StudyError) {
    self.study = study
    self.section = section
    self.options = options
    rule = try ForestRuleLoader(plan: study.plan, section: section, ledger: study.ledger).load()
  }

  /// The least area of a patch, in **square metres**.
  var leastPatchArea: Double {
    rule.leastPatch.map {
      ForestRule.Bound(10_000 * $0.value, isInclusive: $0.isInclusive).leastNumber
    } ?? 0
  }

  /// The results of `levels`, in their order.
  func run(levels: [Study.Level]) async throws -> [LevelResult] {
    try study.requireSoundUnits()
    // A section without a source has years, which its reading has made sure of.
    guard let cover = section.presentCover else { return [] }
    let flat = try await areas(of: levels, cover: cover)
    var start = 0
    return levels.map { level in
      defer { start += level.units.count }
      return LevelResult(level: level, areas: Array(flat[start..<start + level.units.count]))
    }
  }

  /// The areas of all units of `levels`, in their order, by one source.
  func areas(
    of levels: [Study.Level], cover: ForestCoverSource
  ) async throws -> [ForestAreas] {
    switch cover.definition {
    case .classes, .threshold, .canopy: return try await rasterAreas(of: levels, cover: cover)
    case .types(let types): return try await plotAreas(of: levels, cover: cover, types: types)
    case .everything:
      // It says what is missing.
      if FileProbe.opensAsRaster(cover.source.location) { _ = try raster(of: cover) }
      return try await polygonAreas(of: levels, cover: cover)
    }
  }

  // MARK: Raster

  private func rasterAreas(
    of levels: [Study.Level], cover: ForestCoverSource
  ) async throws -> [ForestAreas] {
    let raster = try raster(of: cover)
    let run = try gridded(levels, on: raster)
    let bandRows = bandRows(of: raster.description)
    let bands = Array(run.outlines.bands)
    // The last band of a raster may be lower than the others.
    let rows = min(bands.count * bandRows, raster.description.grid.rows)
    let options = self.options
    let plan = study.plan
    let unitAreas = levels.flatMap { $0.units.map(\.area) }
    if run.prefersStream() {
      let result = run.areas(
        of: try streamedSums(run, raster: raster), unitAreas: unitAreas)
      warnOfRatios(result)
      return result
    }
    let sums = try await OrderedWork.map(
      count: bands.count, jobs: options.jobs,
      makeState: {
        (dataset: try RasterDataset(opening: raster.source), sums: run.makeAccumulator())
      },
      progress: {
        options.report("forest cover", min($0 * bandRows, rows), of: rows, unit: "raster rows")
      },
      body: { index, state in
        let dataset = state.dataset
        return try run.sums(band: bands[index], accumulator: &state.sums) { rows in
          do throws(GDALError) {
            return try raster.codes(rows: rows, from: dataset)
          } catch {
            throw SourceProblem(plan: plan, reference: cover.source).error(error)
          }
        }
      })
    let result = run.areas(of: sums, unitAreas: unitAreas)
    warnOfRatios(result)
    return result
  }

  /// The raster of `cover`, opened and settled; `waterClasses` are those of the section where `nil`.
  func raster(
    of cover: ForestCoverSource, waterClasses: [Int]? = nil
  ) throws(StudyError) -> ForestRaster {
    if rule.denominator == .landWithoutInlandWater, section.waterClasses.isEmpty {
      study.ledger.warn(
        "forest: the rule \(rule.name) leaves inland water out of the land, and the plan names no"
          + " water_classes: shares are of the whole area")
    }
    return try ForestRaster(
      cover, waterClasses: waterClasses ?? section.waterClasses, rule: rule, plan: study.plan,
      ledger: study.ledger)
  }

  /// A run over the units of `levels`, laid over the grid of `raster`.
  func gridded(
    _ levels: [Study.Level], on raster: ForestRaster
  ) throws(StudyError) -> RasterForestCover {
    let grid = raster.description.grid
    let gridding = UnitGridding(grid: grid, system: raster.system, ledger: study.ledger)
    let outlines = try gridding.outlines(of: levels)
    let areas = try gridding.cellAreas(reach: outlines)
    return RasterForestCover(
      outlines: BandedOutlines(outlines, bandRows: bandRows(of: raster.description)),
      columns: grid.columns, rows: grid.rows, areas: areas,
      leastPatchArea: leastPatchArea, connectivity: rule.connectivity == .eight ? .eight : .four)
  }

  /// Rows in a band: whole blocks, about 256 rows, so that a band is worth a worker's while and
  /// memory stays bounded whatever the size of the raster.
  private func bandRows(of description: RasterDescription) -> Int {
    let block = max(1, min(description.blockRows, 1024))
    return block * max(1, (256 + block - 1) / block)
  }

  /// Tells how far the cells of units are from their boundaries.
  func warnOfRatios(_ areas: [ForestAreas]) {
    let improper = areas.count { $0.improperCells > 0 }
    if improper > 0 {
      study.ledger.warn(
        "forest: rings overlap in the raster's system, of units: \(improper); their cells count the overlap"
          + " twice")
    }
    let ratios = areas.compactMap(\.cellAreaRatio)
    if let least = ratios.min(), let greatest = ratios.max() {
      study.ledger.assume(
        "hectares brought to close on the boundary, whose area the cells of a unit make up"
          + " \(Self.ratio(least)) to \(Self.ratio(greatest)) times", in: "forest",
        count: ratios.count, of: areas.count)
    }
    let off = ratios.map { abs($0 - 1) }.filter { $0 > 1e-4 }
    guard let worst = off.max() else { return }
    study.ledger.warn(
      "forest: cells add up to another area than the boundary encloses, of units: \(off.count), by \(worst)"
        + " of it at most; hectares are brought to close on the boundary")
  }

  /// A ratio to nine decimals, beyond which it says nothing.
  private static func ratio(_ value: Double) -> String { "\((value * 1e9).rounded() / 1e9)" }
}
