internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement
internal import RoadAccess

/// Finds where the hazards of a plan lie on its roads.
struct RoadHazardStudy {
  let study: Study
  let hazards: [StudyHazard]
  let roads: RoadNetwork
  let options: StudyOptions

  /// The stretches of every edge, hazard by hazard.
  func run() async throws -> RoadHazards {
    var edges: [[LineStretches?]] = []
    for hazard in hazards {
      switch hazard.extent {
      case .zones(let zones): edges.append(try await stretches(in: zones))
      case .cells(let cells):
        guard let reference = hazard.reference ?? study.plan.elevation else { continue }
        edges.append(try await stretches(over: cells, reference))
      case nil:
        edges.append(
          roads.edges.lengths.map { LineStretches(whole: $0, label: RoadHazards.Label.unknown) })
      }
    }
    return RoadHazards(edges: edges)
  }

  /// The edges cut at the outlines of zones.
  private func stretches(in zones: HazardZones) async throws -> [LineStretches?] {
    let ground = zones.ground
    let cutter = AreaCutter([(code: "", polygons: ground)])
    let tree = PackedRTree(ground.map(\.boundingBox))
    let lines = roads.edges
    return try await OrderedWork.mapRuns(
      count: lines.edgeCount, jobs: options.jobs, longest: 1024,
      makeState: { AreaCutter.Walk(cutter) },
      body: { range, walk in
        range.map { edge -> LineStretches? in
          let line = lines.shapes[edge]
          guard line.count > 1, !tree.items(meeting: BoundingBox(of: line)).isEmpty else {
            return nil
          }
          var labelled = LineStretches()
          var start: Micrometres = 0
          for stretch in walk.stretches(line).stretches {
            labelled.extend(
              to: stretch.end,
              label: stretch.label < 0 ? RoadHazards.Label.safe : RoadHazards.Label.hazardous)
            start = stretch.end
          }
          return start > labelled.length(of: RoadHazards.Label.safe) ? labelled : nil
        }
      })
  }

  /// The edges cut at the borders of cells.
  private func stretches(
    over cells: HazardCells, _ reference: SourceReference
  ) async throws -> [LineStretches?] {
    let lines = roads.edges
    let grid = cells.grid
    let gridded = try cells.gridding(study.ledger).gridded(positions: lines.shapes.coordinates)
    let box = BoundingBox(of: gridded)
    let window = CellWindow(
      rows: Self.range(box.minimumY, box.maximumY, grid.rows),
      columns: Self.range(box.minimumX, box.maximumX, grid.columns))
    let codes = try await codes(of: window, cells, reference)
    let labels = CellLabels(window: window, codes: codes)
    return try await OrderedWork.mapRuns(
      count: lines.edgeCount, jobs: options.jobs, longest: 1024, makeState: {},
      body: { range, _ in
        range.map { edge -> LineStretches? in
          let places = lines.shapes.range(edge)
          let found = labels.stretches(
            of: lines.shapes.coordinates[places], gridded: gridded[places])
          return found.stretches.allSatisfy { $0.label == RoadHazards.Label.safe } ? nil : found
        }
      })
  }

  private static func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
    guard low <= high else { return 0..<0 }
    let first = min(max(low.rounded(.down), 0), Double(count))
    let end = min(max(high.rounded(.down) + 1, first), Double(count))
    return Int(first)..<Int(end)
  }

  /// The codes of the cells of a window, a byte each.
  private func codes(
    of window: CellWindow, _ cells: HazardCells, _ reference: SourceReference
  ) async throws -> [UInt8] {
    guard !window.rows.isEmpty, !window.columns.isEmpty else { return [] }
    let (rows, columns) = (window.rows, window.columns)
    let bandRows = cells.bandRows
    let bands = Array(rows.lowerBound / bandRows...(rows.upperBound - 1) / bandRows)
    let width = cells.grid.columns
    let plan = study.plan
    let parts = try await OrderedWork.map(
      count: bands.count, jobs: options.jobs,
      makeState: { try RasterDataset(opening: cells.raster.source) },
      body: { index, dataset in
        let own = (bands[index] * bandRows..<(bands[index] + 1) * bandRows).clamped(to: rows)
        do throws(GDALError) {
          let codes = try cells.codes(rows: own, from: dataset)
          return own.indices.flatMap { row in
            let start = (row - own.lowerBound) * width
            return codes[start + columns.lowerBound..<start + columns.upperBound]
          }
        } catch {
          throw SourceProblem(plan: plan, reference: reference).error(error)
        }
      })
    return parts.flatMap(\.self)
  }
}

/// A part of a raster.
struct CellWindow: Sendable {
  let rows: Range<Int>
  let columns: Range<Int>
}
