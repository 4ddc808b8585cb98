internal import ForestCover
internal import GDALKit
internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan

extension ForestChangeStudy {
  /// The change between two rasters of one grid.
  func rasterChange(
    of levels: [Study.Level], from before: ForestRaster, to after: ForestRaster
  ) async throws -> Result {
    let functions = try ForestFunctionsLoader(plan: study.plan, ledger: study.ledger)
      .areas(section.functions)
    let units = levels.flatMap(\.units)
    let pieces = try self.pieces(of: units, functions)
    let run = RasterForestChange(
      try cover.gridded(levels + [pieces.level], on: before))
    let sums = try await read(before, after, by: run)
    var changes = run.changes(
      of: sums, unitAreas: (units + pieces.level.units).map(\.area))
    cover.warnOfRatios(changes[..<units.count].map(\.before))
    let ofPieces = changes[units.count...].map { $0.balance?.loss ?? 0 }
    changes.removeSubrange(units.count...)
    for index in changes.indices {
      for function in functions?.functions ?? [] { changes[index].lossByFunction[function] = 0 }
    }
    for (piece, loss) in zip(pieces.owners, ofPieces) {
      changes[piece.unit].lossByFunction[piece.function, default: 0] += loss
    }
    return Result(
      levels: results(of: levels, changes), obstacle: nil, functions: functions?.functions ?? [])
  }

  private func read(
    _ before: ForestRaster, _ after: ForestRaster, by run: RasterForestChange
  ) async throws -> [RasterForestChange.BandChange] {
    let bands = Array(run.cover.outlines.bands)
    let (plan, options) = (study.plan, cover.options)
    let (first, last) = (first.cover.source, last.cover.source)
    let withClasses = tellClasses(before, after)
    return try await OrderedWork.map(
      count: bands.count, jobs: options.jobs,
      makeState: {
        (
          before: try RasterDataset(opening: before.source),
          after: try RasterDataset(opening: after.source), sums: run.makeAccumulator()
        )
      },
      progress: { options.report("forest change", $0, of: bands.count) },
      body: { index, state in
        let (early, late) = (state.before, state.after)
        func cells(
          _ raster: ForestRaster, _ dataset: RasterDataset, _ source: SourceReference,
          _ rows: Range<Int>
        ) throws(StudyError) -> RasterForestChange.Cells {
          do throws(GDALError) {
            let codes = try raster.codes(rows: rows, from: dataset)
            // Blocks just decoded are still in GDAL's memory: the file is read once.
            return .init(codes: codes, classes: withClasses ? try dataset.bytes(rows: rows) : nil)
          } catch {
            throw SourceProblem(plan: plan, reference: source).error(error)
          }
        }
        return try run.sums(
          band: bands[index], accumulator: &state.sums,
          before: { try cells(before, early, first, $0) },
          after: { try cells(after, late, last, $0) })
      })
  }

  /// Whether both rasters hold classes of a legend, which a table of transitions tells apart.
  private func tellClasses(_ before: ForestRaster, _ after: ForestRaster) -> Bool {
    guard case .classes = first.cover.definition, case .classes = last.cover.definition else {
      return false
    }
    return before.description.isByte && after.description.isByte
  }

  /// The pieces of units that have a function, as a level of their own that is laid over the raster
  /// with the others.
  private func pieces(
    of units: [AdministrativeUnit], _ functions: FunctionAreas?
  ) throws(StudyError) -> (
    level: Study.Level, owners: [(unit: Int, function: ForestFunction)]
  ) {
    var level = Study.Level(
      name: "forest.functions", units: [], nativePolygons: nil, placement: nil, attributes: [:])
    var owners: [(unit: Int, function: ForestFunction)] = []
    guard let functions else { return (level, owners) }
    for (index, unit) in units.enumerated() {
      do throws(GEOSError) {
        for piece in try functions.pieces(of: unit.polygons) {
          var part = unit
          part.polygons = piece.polygons
          part.area = Geodesic.area(of: piece.polygons)
          level.units.append(part)
          owners.append((index, piece.function))
        }
      } catch {
        throw .internalFailure("forest.functions in \(unit.label): \(error.message)")
      }
    }
    return (level, owners)
  }
}
