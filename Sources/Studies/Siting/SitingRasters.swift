internal import GDALKit
internal import GeoModel
internal import Plan
internal import Resettlement

/// The score of every cell, and what became of it, as rasters.
struct SitingRasters {
  let run: GroundRun
  let jobs: Int

  /// The names of the rasters.
  static let suitabilityName = "resettlement-suitability"
  static let reasonName = "resettlement-reason"
  /// What stands in cells that have no score, or that no unit reaches.
  static let noData: Float = -9999

  /// The rasters; nothing of them is computed before they are written.
  var outputs: [RasterOutput] {
    let run = run
    return [
      output(Self.suitabilityName) { band in
        band.scores.map { $0.isNaN ? Self.noData : Float($0) }
      },
      output(Self.reasonName) { band in
        band.codes.map { Self.number(of: run.rules.verdict(of: $0)) }
      },
    ]
  }

  /// 0 scored; 1, 2, … excluded by the first, the second constraint, …; 101, 102, … not known of the
  /// first, the second constraint, …; 201, 202, … of the criteria.
  static func number(of verdict: GroundRules.Verdict) -> Float {
    switch verdict {
    case .scored: 0
    case .excluded(let index): Float(1 + index)
    case .unknownConstraint(let index): Float(101 + index)
    case .unknownCriterion(let index): Float(201 + index)
    case .beyond: noData
    }
  }

  private func output(
    _ name: String, _ cells: @escaping @Sendable (GroundBand) -> [Float]
  ) -> RasterOutput {
    let (run, jobs) = (run, jobs)
    let grid = run.ground.grid
    return RasterOutput(
      name: name, grid: grid.grid, referenceSystem: grid.system.definition,
      content: .init(name: name, unit: "", noDataValue: Self.noData)
    ) { rows in
      // Rows come in whole tiles, which are whole bands.
      let first = rows.lowerBound / SitingGrid.bandRows
      let count = (rows.count + SitingGrid.bandRows - 1) / SitingGrid.bandRows
      let parts = try await OrderedWork.map(
        count: count, jobs: jobs, makeState: { try run.makeWorker() },
        body: { index, worker in
          let found = try run.judge(band: first + index, with: &worker)
          return cells(found.cells)
        })
      return parts.flatMap(\.self)
    }
  }
}
