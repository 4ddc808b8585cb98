internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan
internal import Resettlement

/// What all workers share: the cells and what is looked at on them.
struct SitingGround: Sendable {
  let plan: Plan
  let grid: SitingGrid
  let elevation: ElevationRaster?
  /// How cells of the terrain model lie on the ground.
  let metrics: GroundMetricModel?
  let subjects: [GroundSubject]
}

/// Reads the subjects of some cells. One a worker.
struct GroundReader {
  let ground: SitingGround
  let placing: CellPlacing

  private var areas: [[AreaCells?]]
  private var searches: [[FeatureDistanceSearch?]]
  private var rasters: RasterSampler
  private var slopes: (rows: Range<Int>, cells: [Bool], values: [Double])?

  init(_ ground: SitingGround) throws(StudyError) {
    self.ground = ground
    placing = try CellPlacing(ground.grid)
    rasters = RasterSampler(plan: ground.plan, placing: placing)
    let parts = ground.subjects.map { subject in
      switch subject {
      case .slope, .height: [GroundPart]()
      case .within(let parts), .distance(let parts): parts
      }
    }
    areas = parts.map { $0.map { $0.areas.map { AreaCells($0) } } }
    searches = parts.map { $0.map { $0.shapes.map { FeatureDistanceSearch($0) } } }
  }

  /// The values of a subject for the `wanted` cells of whole rows; others may be anything.
  mutating func values(
    of subject: Int, rows: Range<Int>, wanted: [Bool]
  ) throws(StudyError) -> [Double] {
    switch ground.subjects[subject] {
    case .slope: return try slopes(rows: rows, wanted: wanted)
    case .height: return try rasters.heights(ground, rows: rows, wanted: wanted, slopes: false)
    case .within(let parts):
      var result = [Double](repeating: 0, count: wanted.count)
      var open = wanted
      for (index, part) in parts.enumerated() where open.contains(true) {
        let values = try inside(part, (subject, index), rows: rows, wanted: open)
        for cell in open.indices where open[cell] {
          if values[cell] == 1 {
            result[cell] = 1
            open[cell] = false
          } else if values[cell].isNaN {
            result[cell] = .nan
          }
        }
      }
      return result
    case .distance(let parts):
      var result = [Double](repeating: .infinity, count: wanted.count)
      if parts.contains(where: \.isUnknown) {
        return [Double](repeating: .nan, count: wanted.count)
      }
      for (index, part) in parts.enumerated() {
        var open = wanted
        var values = try distances((subject, index), rows: rows, wanted: open)
        if part.areas != nil {
          let inside = cells((subject, index), rows: rows)
          for cell in open.indices where inside[cell] == 1 { values[cell] = 0 }
        }
        for cell in open.indices where open[cell] {
          result[cell] = min(result[cell], max(0, values[cell] - part.within))
          open[cell] = false
        }
      }
      return result
    }
  }

  /// 1 for cells inside a part, 0 for others, NaN where that is not known.
  private mutating func inside(
    _ part: GroundPart, _ place: (subject: Int, part: Int), rows: Range<Int>, wanted: [Bool]
  ) throws(StudyError) -> [Double] {
    if part.isUnknown { return [Double](repeating: .nan, count: wanted.count) }
    if let steepness = part.steepness {
      let slopes = try slopes(rows: rows, wanted: wanted)
      return slopes.map { $0.isNaN ? .nan : $0 >= steepness ? 1 : 0 }
    }
    if let raster = part.raster {
      return try rasters.cells(of: raster, rows: rows, wanted: wanted)
    }
    if part.areas != nil, part.within == 0 { return cells(place, rows: rows) }
    var values = try distances(place, rows: rows, wanted: wanted).map {
      $0 <= part.within ? 1.0 : 0
    }
    if part.areas != nil {
      let inside = cells(place, rows: rows)
      for cell in values.indices where inside[cell] == 1 { values[cell] = 1 }
    }
    return values
  }

  private mutating func cells(
    _ place: (subject: Int, part: Int), rows: Range<Int>
  ) -> [Double] {
    areas[place.subject][place.part]?.cells(rows: rows, columns: ground.grid.grid.columns)
      ?? [Double](repeating: 0, count: rows.count * ground.grid.grid.columns)
  }

  private mutating func distances(
    _ place: (subject: Int, part: Int), rows: Range<Int>, wanted: [Bool]
  ) throws(StudyError) -> [Double] {
    let columns = 0..<ground.grid.grid.columns
    let placing = self.placing
    do {
      return try searches[place.subject][place.part]?.distances(
        rows: rows, columns: columns, wanted: wanted, place: { try placing.places(of: $0) })
        ?? [Double](repeating: .infinity, count: wanted.count)
    } catch {
      throw error as? StudyError ?? .internalFailure("\(error)")
    }
  }

  private mutating func slopes(
    rows: Range<Int>, wanted: [Bool]
  ) throws(StudyError) -> [Double] {
    if let known = slopes, known.rows == rows,
      !zip(wanted, known.cells).contains(where: { $0 && !$1 })
    {
      return known.values
    }
    let values = try rasters.heights(ground, rows: rows, wanted: wanted, slopes: true)
    slopes = (rows, wanted, values)
    return values
  }
}
