internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan

/// The cells that ground is judged by: those of the terrain model around the units, or of a grid in
/// longitude and latitude whose cells have the size that the plan wants.
struct SitingGrid: Sendable {
  /// The cells.
  let grid: GridGeometry
  let system: ReferenceSystem
  /// The row and column of the terrain model that the first cell is; 0 in a grid of its own.
  let firstRow: Int
  let firstColumn: Int
  /// The rows in a band: as many as a quarter of the tiles that rasters are written in.
  static let bandRows = RasterWriter.tileRows / 4

  /// The greatest number of cells: more would take days, and means a slip in `cell_m`.
  private static let greatestCells = 4_000_000_000.0

  /// Takes the terrain model's cells, or makes some where the plan says `cell_m`.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where there is neither, or too many.
  init(
    _ rules: SiteRules, elevation: (raster: ElevationRaster, reference: SourceReference)?,
    study: Study
  ) throws(StudyError) {
    if let cell = rules.cellMetres {
      grid = try Self.grid(of: study.finest, cell: cell, study: study)
      system = .longitudeLatitude
      (firstRow, firstColumn) = (0, 0)
      return
    }
    guard let elevation else {
      throw SitingStudy.fault(
        study.plan, at: study.plan.resettlement?.mark,
        "the plan names no cells to judge ground by",
        "name 'elevation', whose cells are taken, or sites.cell_m")
    }
    let part = try TravelGrid(
      elevation.raster.description, system: elevation.raster.system, level: study.finest,
      margin: 0, reference: elevation.reference, study: study)
    grid = part.grid
    system = elevation.raster.system
    (firstRow, firstColumn) = (part.rows.lowerBound, part.columns.lowerBound)
  }

  /// A grid parallel to the axes whose cells are `cell` **metres** wide and high at the middle
  /// latitude of the units, its corner at a whole number of cells, so that more units on one side
  /// move no cell.
  private static func grid(
    of level: Study.Level, cell: Double, study: Study
  ) throws(StudyError) -> GridGeometry {
    let box = level.units.reduce(into: BoundingBox.empty) {
      $0.formUnion(Geometry.multiPolygon($1.polygons).boundingBox)
    }
    // To a whole degree, so that a unit more or less changes the size of no cell.
    let latitude = ((box.minimumY + box.maximumY) / 2).rounded()
    let scale = ShortGeodesic.metresPerDegree(atLatitude: min(max(latitude, -85), 85))
    let (across, down) = (cell / scale.longitude, cell / scale.latitude)
    let left = (box.minimumX / across).rounded(.down) * across
    let top = (box.maximumY / down).rounded(.up) * down
    let columns = ((box.maximumX - left) / across).rounded(.up)
    let rows = ((top - box.minimumY) / down).rounded(.up)
    guard columns * rows <= greatestCells, columns < 1e8, rows < 1e8, columns >= 1, rows >= 1
    else {
      throw SitingStudy.fault(
        study.plan, at: study.plan.resettlement?.mark, "cells of \(cell) m would be too many",
        "give a larger cell_m", key: "cell_m")
    }
    return GridGeometry(
      columns: Int(columns), rows: Int(rows), originX: left, columnStepX: across, originY: top,
      rowStepY: -down)
  }

  /// Whether the cells lie in longitude and latitude of WGS 84.
  var isPlain: Bool { ["OGC:CRS84", "EPSG:4326"].contains(system.definition) }
}
