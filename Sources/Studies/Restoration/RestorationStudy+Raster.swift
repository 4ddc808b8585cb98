internal import ForestCover
internal import GDALKit
internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan

extension RestorationStudy {
  /// The least area of a site of a raster where neither the plan nor its rule has one, in hectares:
  /// the Vietnamese rule's least patch.
  private static let defaultSiteHectares = 0.3

  /// The bare land of a raster of land cover on land planned for forest.
  func land(
    of cover: ForestCoverSource, _ forest: ForestCoverStudy
  ) async throws -> RestorationLand {
    let hectares =
      restoration.minimumSiteHectares ?? forest.rule.leastPatch?.value ?? Self.defaultSiteHectares
    let leastSiteArea = 10_000 * hectares
    let functions = try ForestFunctionsLoader(plan: study.plan, ledger: study.ledger)
      .areas(section.functions)
    tellForestLand(functions)
    let raster = try forest.raster(
      of: ForestCoverSource(
        source: cover.source, definition: .classes(restoration.bareClasses),
        definitionMark: restoration.mark), waterClasses: [])
    let found = try find(raster, forest, leastSiteArea: leastSiteArea)
    let patches = try barePatches(found.patches, of: raster)
    let units = RestorationUnits(study.finest.units.map(\.polygons))
    let options = self.options
    let parts = try await OrderedWork.map(
      count: patches.count, jobs: options.jobs, makeState: {},
      progress: { options.report("bare land", $0, of: patches.count) },
      body: { index, _ in
        do throws(GEOSError) {
          return try RestorationLand(
            patches[index], functions: functions, leastSiteArea: leastSiteArea, units: units)
        } catch {
          throw StudyError.internalFailure("\(Self.path): \(error.message)")
        }
      })
    var land = RestorationLand()
    for part in parts { land.append(part) }
    for area in found.small { land.leaveOutSmall(area) }
    return land
  }

  /// Reads the raster.
  private func find(
    _ raster: ForestRaster, _ forest: ForestCoverStudy, leastSiteArea: Double
  ) throws -> RasterBareLand.Found {
    let run = try forest.gridded([study.finest], on: raster)
    let dataset = try RasterDataset(opening: raster.source)
    let bands = run.outlines.bands.count
    return try forest.heldBack(raster, asked: "\(Self.path).min_site_ha") { heldBytes in
      try RasterBareLand(run, leastSiteArea: leastSiteArea).find(
        unitAreas: study.finest.units.map(\.area), heldBytes: heldBytes,
        read: { rows in try raster.codes(rows: rows, from: dataset) },
        progress: { options.report("land cover", $0, of: bands) })
    }
  }

  /// The patches in longitude and latitude, each called by the row and column of its first cell.
  private func barePatches(
    _ patches: [GridPatch], of raster: ForestRaster
  ) throws(StudyError) -> [BarePatch] {
    let grid = raster.description.grid
    let isPlain = ["OGC:CRS84", "EPSG:4326"].contains(raster.system.definition)
    do throws(PROJError) {
      let operation =
        isPlain
        ? nil : try CoordinateOperation(from: raster.system, to: .longitudeLatitude, area: nil)
      let densifier = operation.map { Densifier(operation: $0) }
      func placed(_ ring: LinearRing) throws(PROJError) -> LinearRing {
        let corners = ring.coordinates.map { grid.position(column: $0.x, row: $0.y) }
        return LinearRing(try densifier?.transform(corners) ?? corners)
      }
      var placedPatches: [BarePatch] = []
      for patch in patches {
        let outline = patch.outline()
        var polygon = Polygon(exterior: try placed(outline.exterior), holes: [])
        for hole in outline.holes { polygon.holes.append(try placed(hole)) }
        let first = patch.runs[0]
        placedPatches.append(
          BarePatch(
            label: "R\(first.row + 1)C\(first.columns.lowerBound + 1)",
            polygons: [LongitudeTurns.principal(polygon)]))
      }
      return placedPatches
    } catch {
      throw .input(["\(Self.path): \(error.message)"])
    }
  }

  private func tellForestLand(_ functions: FunctionAreas?) {
    guard let functions else {
      study.ledger.warn(
        "\(Self.path): the plan names no land planned for forest (forest.functions); bare land"
          + " anywhere is taken, farm land at rest included")
      return
    }
    study.ledger.assume(
      "land planned for forest is that of forest.functions: "
        + functions.functions.map(\.rawValue).joined(separator: ", "), in: Self.path,
      count: functions.functions.count)
  }
}
