internal import ForestCover
internal import GDALKit
internal import GeoAlgorithms
internal import Plan

extension ForestCoverStudy {
  /// The sums of the bands in one pass, where small patches may span more rows than bands have.
  func streamedSums(
    _ run: RasterForestCover, raster: ForestRaster, cover: ForestCoverSource
  ) throws -> [BandSums] {
    let dataset = try RasterDataset(opening: raster.source)
    let bands = run.outlines.bands.count
    do {
      return try run.streamedSums(
        heldBytes: Self.greatestHeldBytes,
        read: { rows in try raster.codes(rows: rows, from: dataset) },
        progress: { options.report("forest cover", $0, of: bands) })
    } catch let error as GDALError {
      throw SourceProblem(plan: study.plan, reference: cover.source).error(error)
    } catch ForestStreamError.patchesTooTall(let row, let heldRows) {
      throw StudyError.plan([
        study.plan.problem(
          at: section.mark, path: "forest.min_patch_ha",
          "patches under \(rule.leastPatch?.value ?? 0) ha hold back \(heldRows) rows of"
            + " '\(cover.source.text)' at row \(row + 1), more than fit in"
            + " \(Self.greatestHeldBytes >> 20) MiB",
          suggestion: "name a smaller least patch")
      ])
    }
  }

  /// The most memory that rows may take up whose patches are not decided yet.
  private static let greatestHeldBytes = 256 << 20
}
