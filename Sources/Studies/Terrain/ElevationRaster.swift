internal import GDALKit
internal import GeoModel
internal import Plan

/// The terrain model of a plan: heights in metres. A value: each worker opens the raster for itself.
struct ElevationRaster: Sendable {
  let system: ReferenceSystem

  private let raster: PlacedRaster

  /// Opens the raster of `reference` and settles how it is read.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for a raster of several bands, without a place or reference
  ///   system.
  init(
    _ reference: SourceReference, plan: Plan, ledger: SourceLedger
  ) throws(StudyError) {
    raster = try PlacedRaster(opening: reference, plan: plan)
    system = try raster.settle(reference, plan: plan, ledger: ledger)
  }

  /// Where it is to be opened.
  var source: DatasetSource { raster.source }
  /// Size, place and kind.
  var description: RasterDescription { raster.description }

  /// The heights of whole rows, or of `columns` of them, in **metres**, NaN where the raster has no
  /// data.
  func heights(
    rows: Range<Int>, columns: Range<Int>? = nil, from dataset: RasterDataset
  ) throws(GDALError) -> [Double] {
    var heights = try dataset.reals(rows: rows, columns: columns)
    if let noData = raster.storedNoData {
      for index in heights.indices where heights[index] == noData { heights[index] = .nan }
    }
    if description.hasMask {
      let mask = try dataset.mask(rows: rows)
      let width = description.grid.columns
      let wanted = columns ?? 0..<width
      for index in heights.indices {
        let (row, column) = index.quotientAndRemainder(dividingBy: wanted.count)
        if mask[row * width + wanted.lowerBound + column] == 0 { heights[index] = .nan }
      }
    }
    for index in heights.indices where !heights[index].isFinite { heights[index] = .nan }
    return heights
  }
}
