internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan

/// The people of a raster by unit, and how many of them live near an all-season road.
///
/// Made of all that needs no road; a value, so that people can be counted beside other work.
struct RuralPopulation: Sendable {
  /// What was found of one unit.
  struct Unit: Sendable {
    /// Outside urban areas.
    var rural = ReachedAmount()
    /// All people; the same as the rural ones where no urban areas are left out.
    var people = ReachedAmount()
  }

  private let placed: PlacedPopulation
  /// The units of all levels, then, where urban areas are left out, the rural part of each.
  private let outlines: BandedOutlines
  private let areas: CellAreaModel
  private let columns: Range<Int>
  /// The number of units of each level.
  private let unitCounts: [Int]
  private let leavesOutUrban: Bool
  private let options: StudyOptions

  /// Looks at the raster of `section` and lays the units of `levels` over it.
  init(
    study: Study, section: PopulationSection, levels: [Study.Level], options: StudyOptions
  ) throws(StudyError) {
    let placed = try PlacedPopulation(section, plan: study.plan, ledger: study.ledger)
    var counted = levels
    if let urban = section.urban {
      let areas = try RuralUnits(urban, plan: study.plan, ledger: study.ledger)
      for level in levels { counted.append(try areas.rural(level)) }
    }
    let grid = placed.description.grid
    let gridding = UnitGridding(
      grid: grid, system: placed.system, ledger: study.ledger, path: section.source.path)
    let outlines = try gridding.outlines(of: counted)
    areas = try gridding.cellAreas(reach: outlines)
    self.outlines = BandedOutlines(outlines, bandRows: Self.bandRows(placed.description))
    columns = (0..<grid.columns).clamped(to: outlines.columns)
    unitCounts = levels.map(\.units.count)
    leavesOutUrban = section.urban != nil
    self.placed = placed
    self.options = options
  }

  /// The people of the units, level by level, and those of them whom `lines` reach.
  func people(near lines: LineReach) async throws -> [[Unit]] {
    let amounts = try await amounts(near: lines)
    let total = unitCounts.reduce(0, +)
    var start = 0
    return unitCounts.map { count in
      defer { start += count }
      return (start..<start + count).map { unit in
        Unit(rural: amounts[leavesOutUrban ? total + unit : unit], people: amounts[unit])
      }
    }
  }

  /// The amounts of all units, one level after another.
  private func amounts(near lines: LineReach) async throws -> [ReachedAmount] {
    let grid = placed.description.grid
    let kind = placed.section.kind
    let bands = Array(outlines.bands)
    let (placed, outlines, areas, columns) = (self.placed, self.outlines, self.areas, self.columns)
    let options = self.options
    let parts = try await OrderedWork.map(
      count: columns.isEmpty ? 0 : bands.count, jobs: options.jobs,
      makeState: {
        Worker(
          raster: try PopulationRaster(placed), search: CellReachSearch(lines),
          sums: ZonalReachSums(
            outlines: outlines, columns: columns, rows: grid.rows, areas: areas,
            measure: kind == .count ? .amount : .density),
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
      repeating: ReachedAmount(), count: unitCounts.reduce(0, +) * (leavesOutUrban ? 2 : 1))
    for entry in parts.joined() { amounts[entry.unit] += entry.amount }
    return kind == .density ? amounts.map(Self.peopleByDensity) : amounts
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
