internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// How long it takes from every cell of the ground to the nearest destination, on and off the road.
struct AccessibilityStudy {
  let study: Study
  let section: AccessibilitySection
  let options: StudyOptions

  /// Where the section stands in a plan, in messages.
  static let path = "accessibility"

  /// Finds the times, for the units of the finest level with a margin around them.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where no destination lies on ground that is known.
  func run() async throws -> TravelSurface {
    let (grid, distance, codes) = try await ground()
    try await DestinationCells(study: study, section: section, grid: grid).seed(distance)
    options.report("travel times", 0, of: 0)
    await distance.settle(jobs: options.jobs)
    options.report("travel times", 1, of: 1)
    return await TravelSurface(
      grid: grid, distance: distance, barriers: codes, bands: TravelBands(limits: section.limits),
      isCounted: study.plan.population != nil || study.villages != nil)
  }

  private func ground() async throws -> (TravelGrid, CostDistance, CellCodes?) {
    if let friction = section.friction {
      let found = try await FrictionRaster(study: study, reference: friction, section: section)
        .load()
      return (found.grid, found.distance, nil)
    }
    guard let elevation = study.plan.elevation else {
      throw StudyError.plan([
        PlanProblem(
          file: study.plan.file, mark: section.mark, path: "elevation",
          message: "the plan has no such section", suggestion: "name a terrain model to walk on")
      ])
    }
    let raster = try ElevationRaster(elevation, plan: study.plan, ledger: study.ledger)
    let grid = try TravelGrid(
      raster.description, system: raster.system, level: study.finest,
      margin: section.marginKilometres * 1000, reference: elevation, study: study)
    let ways = try TravelWays(study: study, section: section, grid: grid).load()
    let distance = CostDistance(rows: grid.grid.rows, columns: grid.grid.columns, steps: grid.steps)
    try await fill(distance, from: raster, elevation, grid, ways)
    return (grid, distance, ways.codes)
  }

  /// Rows of the raster at a time: memory beside the grid stays bounded.
  private static let rowsAtOnce = 256

  private func fill(
    _ distance: CostDistance, from raster: ElevationRaster, _ reference: SourceReference,
    _ grid: TravelGrid, _ ways: TravelWays.Cells
  ) async throws {
    let (rows, columns) = (grid.grid.rows, grid.grid.columns)
    let metrics = try grid.gridding.groundMetrics(reach: GridOutlines())
    let dataset: RasterDataset
    do throws(GDALError) {
      dataset = try RasterDataset(opening: raster.source)
    } catch {
      throw SourceProblem(plan: study.plan, reference: reference).error(error)
    }
    for first in stride(from: 0, to: rows, by: Self.rowsAtOnce) {
      let own = first..<min(first + Self.rowsAtOnce, rows)
      let window = max(0, own.lowerBound - 1)..<min(rows, own.upperBound + 1)
      let heights: [Double]
      do throws(GDALError) {
        heights = try raster.heights(
          rows: window.lowerBound + grid.rows.lowerBound..<window.upperBound + grid.rows.lowerBound,
          columns: grid.columns, from: dataset)
      } catch {
        throw SourceProblem(plan: study.plan, reference: reference).error(error)
      }
      let slopes = HornSlope.slopes(
        rows: own, heights: heights.span, window: window, columns: columns, metrics: metrics)
      let frictions = ways.costs.frictions(
        codes: ways.codes.codes.span.extracting(
          own.lowerBound * columns..<own.upperBound * columns),
        slopes: slopes.span)
      await distance.setFrictions(rows: own, frictions)
      options.report("ground", own.upperBound, of: rows, unit: "rows")
    }
  }
}

/// The times as they were found.
struct TravelSurface {
  let grid: TravelGrid
  let bands: TravelBands
  /// The code of each cell's band, row by row; of ``TravelBands``. Empty where nobody is counted by them.
  let codes: [UInt8]

  private let distance: CostDistance

  /// Puts times into bands, where anybody `isCounted`. People on a barrier are where nobody can be:
  /// theirs is unknown.
  init(
    grid: TravelGrid, distance: CostDistance, barriers: CellCodes?, bands: TravelBands,
    isCounted: Bool
  ) async {
    self.grid = grid
    self.distance = distance
    self.bands = bands
    var codes: [UInt8] = []
    if isCounted { codes.reserveCapacity(grid.grid.rows * grid.grid.columns) }
    for row in 0..<(isCounted ? grid.grid.rows : 0) {
      for (column, minutes) in await distance.costs(rows: row..<row + 1).enumerated() {
        let isBarrier = barriers?[row: row, column: column] == TravelCosts.barrier
        codes.append(isBarrier ? bands.unknown : bands.code(minutes: minutes))
      }
    }
    self.codes = codes
  }

  /// The code of the cell at a place in grid coordinates; unknown off the grid.
  func code(column: Double, row: Double) -> UInt8 {
    guard column >= 0, row >= 0, column < Double(grid.grid.columns), row < Double(grid.grid.rows),
      !codes.isEmpty
    else { return bands.unknown }
    return codes[Int(row) * grid.grid.columns + Int(column)]
  }

  /// What stands in a raster where there is no time.
  static let noData: Float = -9999

  /// The raster of minutes: ``noData`` where nothing leads and where it is unknown.
  var raster: RasterOutput {
    let distance = self.distance
    return RasterOutput(
      name: AccessibilityLayer.name, grid: grid.grid, referenceSystem: grid.system.definition,
      content: .init(name: "minutes", unit: "min", noDataValue: Self.noData)
    ) { rows in await distance.costs(rows: rows).map { $0 < .infinity ? $0 : Self.noData } }
  }
}
