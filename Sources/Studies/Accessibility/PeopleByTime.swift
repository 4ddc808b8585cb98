internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan

/// Shares out the people of a raster to bands of time, by unit.
///
/// The rasters of people and of times have grids of their own. Each cell of people is asked at a
/// square pattern of places for its times, at least as close as the cells of time, and its people are
/// shared out evenly: people are taken as spread evenly over their cell.
struct PeopleByTime {
  /// The people of one unit.
  struct Sum {
    /// People by code.
    var people: [Double]
    /// The part of the unit where people are known, 0 to 1.
    var knownShare: Double
  }

  let raster: PopulationRaster
  let surface: TravelSurface
  let ledger: SourceLedger
  let options: StudyOptions

  /// No cell of people is asked at more than so many places along a side.
  private static let mostPlaces = 16

  /// The people of the units of `levels`, one level after the other.
  func people(levels: [Study.Level]) throws(StudyError) -> [Sum] {
    let grid = raster.description.grid
    let gridding = UnitGridding(
      grid: grid, system: raster.system, ledger: ledger, path: raster.section.source.path)
    let outlines = try gridding.outlines(of: levels)
    let unitCount = levels.reduce(0) { $0 + $1.units.count }
    let columns = outlines.columns.clamped(to: 0..<grid.columns)
    let places = TravelPlaces(
      from: gridding, to: surface.grid.gridding, perSide: try placesPerSide(gridding))
    let areas = try gridding.cellAreas(reach: outlines)
    var sums = (0..<surface.bands.count).map { _ in
      ZonalValueSums(
        outlines: BandedOutlines(outlines, bandRows: bandRows), unitCount: unitCount,
        columns: grid.columns, rows: grid.rows, areas: areas,
        measure: raster.section.kind == .count ? .amount : .density)
    }
    let bands = sums.first?.bands ?? 0..<0
    for band in bands {
      let rows = sums[0].rasterRows(of: band)
      let values = rows.isEmpty ? [] : try raster.values(rows: rows)
      var shared = [[Double]](repeating: values, count: surface.bands.count)
      for row in rows {
        try share(
          row: row, columns: columns, offset: (row - rows.lowerBound) * grid.columns, places,
          &shared)
      }
      for code in sums.indices {
        let part = shared[code]
        sums[code].add(band: band, values: part.span)
      }
      options.report("people", band - bands.lowerBound + 1, of: bands.count)
    }
    let scale = raster.section.kind == .count ? 1 : 1e-6
    return (0..<unitCount).map { unit in
      Sum(
        people: sums.map { $0.sums[unit].value * scale }, knownShare: sums[0].sums[unit].knownShare)
    }
  }

  /// Turns the values of a row, the same for each code, into the shares of each code.
  private func share(
    row: Int, columns: Range<Int>, offset: Int, _ places: TravelPlaces, _ shared: inout [[Double]]
  ) throws(StudyError) {
    let wanted = columns.filter { shared[0][offset + $0] > 0 }
    let found = try places.gridCoordinates(row: row, columns: wanted)
    let each = places.perSide * places.perSide
    for (index, column) in wanted.enumerated() {
      var counts = [Int](repeating: 0, count: shared.count)
      for place in found[index * each..<(index + 1) * each] {
        counts[Int(surface.code(column: place.x, row: place.y))] += 1
      }
      for code in shared.indices {
        shared[code][offset + column] *= Double(counts[code]) / Double(each)
      }
    }
  }

  /// So many that neighbouring places are no further apart than cells of time.
  private func placesPerSide(_ gridding: UnitGridding) throws(StudyError) -> Int {
    let middle = gridding.grid.rows / 2
    let people = try gridding.steps(rows: middle..<middle + 1)[0]
    let time = surface.grid.steps[surface.grid.grid.rows / 2]
    let ratio = max(people.across / time.across, people.down / time.down)
    // Cells narrow with latitude by less than a hundredth: 3.001 of them are 3.
    return min(max(Int((ratio * 0.99).rounded(.up)), 1), Self.mostPlaces)
  }

  /// Whole blocks, about 256 rows.
  private var bandRows: Int {
    let block = max(1, min(raster.description.blockRows, 1024))
    return block * max(1, (256 + block - 1) / block)
  }
}

/// Places within the cells of one grid, in the grid coordinates of another.
struct TravelPlaces {
  let from: UnitGridding
  let to: UnitGridding
  /// The number of places along each side of a cell.
  let perSide: Int

  /// The places of the cells of a row, cell by cell, in the other grid's coordinates.
  func gridCoordinates(row: Int, columns: [Int]) throws(StudyError) -> [Coordinate] {
    var places: [Coordinate] = []
    places.reserveCapacity(columns.count * perSide * perSide)
    for column in columns {
      for down in 0..<perSide {
        for right in 0..<perSide {
          places.append(
            from.grid.position(
              column: Double(column) + (Double(right) + 0.5) / Double(perSide),
              row: Double(row) + (Double(down) + 0.5) / Double(perSide)))
        }
      }
    }
    if from.system.definition == to.system.definition {
      return places.map(to.grid.gridCoordinate)
    }
    let operation = try from.operation(area: nil)
    let placed: [Coordinate]
    do throws(PROJError) {
      placed = try operation?.transform(places) ?? places
    } catch {
      throw .input(["population: a cell cannot be placed: \(error.message)"])
    }
    // Places, not a line: nothing between them is to be kept straight.
    return try to.gridded(lines: placed.map { [$0] }).compactMap(\.first)
  }
}
