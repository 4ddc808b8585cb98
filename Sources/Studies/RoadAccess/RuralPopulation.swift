internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan

/// The people of a raster by unit, and how many of them live near an all-season road.
struct RuralPopulation {
  let study: Study
  let section: PopulationSection
  let lines: LineReach
  let options: StudyOptions

  /// What was found of one unit.
  struct Unit: Sendable {
    /// Outside urban areas.
    var rural = ReachedAmount()
    /// All people; the same as the rural ones where no urban areas are left out.
    var people = ReachedAmount()
  }

  /// The people of the units of `levels`, level by level.
  func run(levels: [Study.Level]) async throws -> [[Unit]] {
    let placed = try PlacedPopulation(section, plan: study.plan, ledger: study.ledger)
    var counted = levels
    if let urban = section.urban {
      let areas = try RuralUnits(urban, plan: study.plan, ledger: study.ledger)
      for level in levels { counted.append(try areas.rural(level)) }
    }
    let amounts = try await amounts(of: counted, in: placed)
    var start = 0
    let byLevel = counted.map { level in
      defer { start += level.units.count }
      return Array(amounts[start..<start + level.units.count])
    }
    return levels.indices.map { index in
      let whole = byLevel[index]
      let rural = section.urban == nil ? whole : byLevel[levels.count + index]
      return zip(whole, rural).map { Unit(rural: $1, people: $0) }
    }
  }

  /// The amounts of all units, one level after another.
  private func amounts(
    of levels: [Study.Level], in placed: PlacedPopulation
  ) async throws -> [ReachedAmount] {
    let grid = placed.description.grid
    let gridding = UnitGridding(
      grid: grid, system: placed.system, ledger: study.ledger, path: section.source.path)
    let outlines = try gridding.outlines(of: levels)
    let areas = try gridding.cellAreas(reach: outlines)
    let banded = BandedOutlines(outlines, bandRows: Self.bandRows(placed.description))
    let columns = (0..<grid.columns).clamped(to: outlines.columns)
    let bands = Array(banded.bands)
    let (lines, section, options) = (self.lines, self.section, self.options)
    let parts = try await OrderedWork.map(
      count: columns.isEmpty ? 0 : bands.count, jobs: options.jobs,
      makeState: {
        Worker(
          raster: try PopulationRaster(placed), search: CellReachSearch(lines),
          sums: ZonalReachSums(
            outlines: banded, columns: columns, rows: grid.rows, areas: areas,
            measure: section.kind == .count ? .amount : .density),
          operation: try Self.operation(from: placed))
      },
      progress: { options.report("people", $0, of: bands.count) },
      body: { index, worker in
        let rows = worker.sums.rasterRows(of: bands[index])
        let values = rows.isEmpty ? [] : try worker.raster.values(rows: rows, columns: columns)
        let operation = worker.operation
        let reach = try worker.search.reach(rows: rows, columns: columns) { cells in
          let places = cells.map { grid.position(column: $0.x, row: $0.y) }
          return try operation?.transform(places) ?? places
        }
        return worker.sums.sums(band: bands[index], values: values, reach: reach)
      })
    var amounts = [ReachedAmount](
      repeating: ReachedAmount(), count: levels.reduce(0) { $0 + $1.units.count })
    for entry in parts.joined() { amounts[entry.unit] += entry.amount }
    guard section.kind == .density else { return amounts }
    return amounts.map(Self.peopleByDensity)
  }

  private struct Worker {
    let raster: PopulationRaster
    var search: CellReachSearch
    var sums: ZonalReachSums
    let operation: CoordinateOperation?
  }

  /// People a km² × m².
  private static func peopleByDensity(_ amount: ReachedAmount) -> ReachedAmount {
    var people = amount
    people.all *= 1e-6
    people.surely *= 1e-6
    people.perhaps *= 1e-6
    return people
  }

  /// Brings positions of the raster to longitude and latitude; `nil` where they are there.
  private static func operation(from placed: PlacedPopulation) throws -> CoordinateOperation? {
    if ["OGC:CRS84", "EPSG:4326"].contains(placed.system.definition) { return nil }
    do throws(PROJError) {
      return try CoordinateOperation(from: placed.system, to: .longitudeLatitude)
    } catch {
      throw StudyError.input(["population: \(error.message)"])
    }
  }

  /// Whole blocks, about 256 rows, so that memory stays bounded whatever the size of the raster.
  private static func bandRows(_ description: RasterDescription) -> Int {
    let block = max(1, min(description.blockRows, 1024))
    return block * max(1, (256 + block - 1) / block)
  }
}
