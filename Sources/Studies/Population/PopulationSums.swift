internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// Counts the people of a raster in areas.
struct PopulationSums {
  /// The people in one area.
  struct People {
    /// The people in the part of the area that is known.
    var count: Double
    /// The part of the area that is known, 0 to 1.
    var knownShare: Double
  }

  let raster: PopulationRaster
  let ledger: SourceLedger

  /// The people in each of `areas` (longitude and latitude), in their order.
  ///
  /// A cell across a border gives each side its share by area. O(cells in the areas).
  func people(in areas: [[Polygon]]) throws(StudyError) -> [People] {
    let grid = raster.description.grid
    let gridding = UnitGridding(
      grid: grid, system: raster.system, ledger: ledger, path: raster.section.source.path)
    // The pieces of the areas are units to the gridding.
    let level = Study.Level(
      name: "population",
      units: areas.enumerated().map { index, polygons in
        AdministrativeUnit(
          level: "population", code: nil, name: nil, polygons: polygons, area: 0,
          sourceFeature: "#\(index + 1)")
      }, nativePolygons: nil, placement: nil, attributes: [:])
    let outlines = try gridding.outlines(of: [level])
    var sums = ZonalValueSums(
      outlines: BandedOutlines(outlines, bandRows: bandRows), unitCount: areas.count,
      columns: grid.columns, rows: grid.rows, areas: try gridding.cellAreas(reach: outlines),
      measure: raster.section.kind == .count ? .amount : .density)
    for band in sums.bands {
      let rows = sums.rasterRows(of: band)
      let values = rows.isEmpty ? [] : try raster.values(rows: rows)
      sums.add(band: band, values: values.span)
    }
    // People a km² × m².
    let scale = raster.section.kind == .count ? 1 : 1e-6
    return sums.sums.map { People(count: $0.value * scale, knownShare: $0.knownShare) }
  }

  /// Whole blocks, about 256 rows.
  private var bandRows: Int {
    let block = max(1, min(raster.description.blockRows, 1024))
    return block * max(1, (256 + block - 1) / block)
  }
}
