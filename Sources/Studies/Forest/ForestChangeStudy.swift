internal import ForestCover
internal import GDALKit
internal import GeoModel
internal import Plan

/// Change of forest between the years of a plan, for all units of some levels.
struct ForestChangeStudy {
  /// Why the first and the last year cannot be laid over each other.
  enum Obstacle: String {
    /// Two rasters whose cells do not coincide; a raster is never resampled.
    case differentGrids = "different_grids"
    /// A raster and polygons.
    case differentKinds = "different_kinds"
  }

  /// What was found of one level; parallel to the level's units.
  struct LevelResult {
    var level: Study.Level
    /// From the first year to the last.
    var changes: [ForestChange]
    /// The areas of the years between, in their order.
    var between: [[ForestAreas]]
  }

  /// What was found.
  struct Result {
    var levels: [LevelResult]
    /// Why nothing is told of gain and loss; `nil` where it is.
    var obstacle: Obstacle?
    /// The functions by which loss is told apart, the strictest first.
    var functions: [ForestFunction]
  }

  let cover: ForestCoverStudy
  let first: ForestYear
  let last: ForestYear

  var study: Study { cover.study }
  var section: ForestSection { cover.section }
  var years: [Int] { section.years.map(\.year) }

  /// The change by the plan's `section`, the rule settled.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for a section with fewer than two years.
  init(study: Study, section: ForestSection, options: StudyOptions) throws(StudyError) {
    guard section.years.count > 1, let first = section.years.first, let last = section.years.last
    else {
      throw .plan([
        study.plan.problem(
          at: section.mark, path: "forest", "change needs two years",
          suggestion: "name a source for each under years: [{year: 2020, source: …}, …]")
      ])
    }
    cover = try ForestCoverStudy(study: study, section: section, options: options)
    self.first = first
    self.last = last
  }

  /// The results of `levels`, in their order.
  func run(levels: [Study.Level]) async throws -> Result {
    try study.requireSoundUnits()
    tellMethods()
    var result = try await ends(of: levels)
    for year in section.years.dropFirst().dropLast() {
      let flat = try await cover.areas(of: levels, cover: year.cover)
      for (index, areas) in split(flat, by: levels).enumerated() {
        result.levels[index].between.append(areas)
      }
    }
    return result
  }

  /// The first and the last year, laid over each other where they can be.
  private func ends(of levels: [Study.Level]) async throws -> Result {
    switch (isRaster(first.cover), isRaster(last.cover)) {
    case (true, true):
      let rasters = (try cover.raster(of: first.cover), try cover.raster(of: last.cover))
      guard rasters.0.sharesCells(with: rasters.1) else {
        study.ledger.warn(
          "forest: the rasters of \(first.year) and \(last.year) do not lie on one grid; no raster"
            + " is resampled, so gain and loss are not told; bring one to the grid of the other"
            + " (gdalwarp -r near -te … -ts …)")
        return try await apart(levels, because: .differentGrids)
      }
      return try await rasterChange(of: levels, from: rasters.0, to: rasters.1)
    case (false, false):
      return try await polygonChange(of: levels)
    default:
      study.ledger.warn(
        "forest: \(first.year) and \(last.year) are a raster and polygons; their difference is that"
          + " of the methods as much as of the land, so gain and loss are not told")
      return try await apart(levels, because: .differentKinds)
    }
  }

  /// The areas of both years by themselves.
  private func apart(
    _ levels: [Study.Level], because obstacle: Obstacle
  ) async throws -> Result {
    let before = try await cover.areas(of: levels, cover: first.cover)
    let after = try await cover.areas(of: levels, cover: last.cover)
    let changes = zip(before, after).map { ForestChange(before: $0, after: $1, balance: nil) }
    return Result(
      levels: results(of: levels, changes), obstacle: obstacle, functions: [])
  }

  private func isRaster(_ cover: ForestCoverSource) -> Bool {
    switch cover.definition {
    case .classes, .threshold, .canopy: true
    case .types: false
    case .everything: FileProbe.opensAsRaster(cover.source.location)
    }
  }

  /// Part of what changes between two ways of telling forest is the way.
  private func tellMethods() {
    guard first.cover.definition != last.cover.definition else { return }
    study.ledger.warn(
      "forest: \(first.year) and \(last.year) tell forest in different ways; part of the change"
        + " may be the method")
  }

  /// `changes` of all units, level by level.
  func results(of levels: [Study.Level], _ changes: [ForestChange]) -> [LevelResult] {
    zip(levels, split(changes, by: levels)).map {
      LevelResult(level: $0, changes: $1, between: [])
    }
  }

  private func split<Value>(_ flat: [Value], by levels: [Study.Level]) -> [[Value]] {
    var start = 0
    return levels.map { level in
      defer { start += level.units.count }
      return Array(flat[start..<start + level.units.count])
    }
  }
}

extension ForestRaster {
  /// Whether the cells of two rasters coincide: as many, in one system, and no corner apart by more
  /// than a millionth of a cell, which is what files round to.
  func sharesCells(with other: ForestRaster) -> Bool {
    let (one, two) = (description.grid, other.description.grid)
    guard one.columns == two.columns, one.rows == two.rows,
      system.definition == other.system.definition
    else { return false }
    return [(0, 0), (one.columns, 0), (0, one.rows)].allSatisfy { column, row in
      let corner = two.position(column: Double(column), row: Double(row))
      let place = one.gridCoordinate(of: corner)
      return max(abs(place.x - Double(column)), abs(place.y - Double(row))) <= 1e-6
    }
  }
}
