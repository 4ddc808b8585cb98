internal import ForestCover
internal import GDALKit
internal import GeoAlgorithms
internal import Plan

extension ForestCoverStudy {
  /// The sums of the bands in one pass, where small patches may span more rows than bands have.
  func streamedSums(
    _ run: RasterForestCover, raster: ForestRaster
  ) throws -> [BandSums] {
    let dataset = try RasterDataset(opening: raster.source)
    let bands = run.outlines.bands.count
    return try heldBack(raster, asked: "forest.min_patch_ha") { heldBytes in
      try run.streamedSums(
        heldBytes: heldBytes,
        read: { rows in try raster.codes(rows: rows, from: dataset) },
        progress: { options.report("forest cover", $0, of: bands) })
    }
  }

  /// What `body` makes of a raster whose rows wait until their patches are decided; it is told how
  /// much memory they may take up. `key` is the part of the plan that has the least area.
  func heldBack<Value>(
    _ raster: ForestRaster, asked key: String, _ body: (Int) throws -> Value
  ) throws -> Value {
    do {
      return try body(Self.greatestHeldBytes)
    } catch let error as GDALError {
      throw SourceProblem(plan: study.plan, reference: raster.reference).error(error)
    } catch ForestStreamError.patchesTooTall(let row, let heldRows) {
      throw StudyError.plan([
        study.plan.problem(
          at: section.mark, path: key,
          "patches under the least area hold back \(heldRows) rows of"
            + " '\(raster.reference.text)' at row \(row + 1), more than fit in"
            + " \(Self.greatestHeldBytes >> 20) MiB",
          suggestion: "name a smaller least area")
      ])
    }
  }

  /// The most memory that rows may take up whose patches are not decided yet.
  private static let greatestHeldBytes = 256 << 20
}
