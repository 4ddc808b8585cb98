internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement

/// The passes over the cells, band of rows by band of rows. A value that workers share.
struct GroundRun: Sendable {
  let ground: SitingGround
  let rules: GroundRules
  let outlines: BandedOutlines
  let areas: CellAreaModel

  /// What a band gives.
  struct Band: Sendable {
    var sums: BandSums
    var runs: FitRuns
  }

  /// The working memory of a worker.
  struct Worker {
    var reader: GroundReader
    var units: CellUnits
    var sums: ZonalAccumulator
  }

  func makeWorker() throws(StudyError) -> Worker {
    Worker(
      reader: try GroundReader(ground), units: CellUnits(outlines),
      sums: ZonalAccumulator(
        outlines: outlines, columns: ground.grid.grid.columns, rows: ground.grid.grid.rows,
        classCount: rules.codeCount, areas: areas))
  }

  /// Judges the cells of a band that units reach.
  func judge(
    band: Int, with worker: inout Worker
  ) throws(StudyError) -> (rows: Range<Int>, units: CellUnits.Band, cells: GroundBand) {
    let grid = ground.grid.grid
    let rows = outlines.rows(of: band).clamped(to: 0..<grid.rows)
    let units = worker.units.units(band: band, rows: 0..<grid.rows, columns: grid.columns)
    var reader = worker.reader
    do {
      let cells = try GroundBand(rules, wanted: units.isTouched) { subject, cells in
        try reader.values(of: subject, rows: rows, wanted: cells)
      }
      worker.reader = reader
      return (rows, units, cells)
    } catch {
      throw error as? StudyError ?? .internalFailure("\(error)")
    }
  }

  /// Hands the bands to `body` in order. Some are computed at a time, so that memory does not grow
  /// with the raster.
  func forEachBand(
    options: StudyOptions, _ body: (Band) -> Void
  ) async throws {
    let bands = Array(outlines.bands)
    let chunk = 8 * options.jobs
    for first in stride(from: 0, to: bands.count, by: chunk) {
      let own = bands[first..<min(first + chunk, bands.count)]
      let found = try await OrderedWork.map(
        count: own.count, jobs: options.jobs, makeState: { try makeWorker() },
        progress: { options.report("fit ground", first + $0, of: bands.count) },
        body: { index, worker in try self.band(own[own.startIndex + index], with: &worker) })
      for band in found { body(band) }
    }
  }

  private func band(_ band: Int, with worker: inout Worker) throws(StudyError) -> Band {
    let (rows, units, cells) = try judge(band: band, with: &worker)
    return Band(
      sums: worker.sums.sums(band: band, codes: cells.codes.span),
      runs: FitRuns(cells, units: units, rows: rows, rules: rules, areas: areas))
  }
}
