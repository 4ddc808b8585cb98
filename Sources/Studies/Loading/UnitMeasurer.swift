internal import GEOSKit
internal import GeoModel
internal import PROJKit

/// Measures the units of all levels and looks for what is wrong with their outlines.
struct UnitMeasurer {
  /// What is found of one unit.
  struct Measure: Sendable {
    /// The geodesic area in **square metres**, 0 of one without an outline.
    var area = 0.0
    /// What is wrong with its outline; `nil` where nothing is.
    var invalidity: Invalidity?
  }

  let levels: [Study.Level]

  /// A unit by its level and its position in it.
  private struct Place: Sendable {
    var level: Int
    var unit: Int
  }

  /// The measures of the units of each level, found by as many workers as `options` allow; none of a level
  /// without outlines.
  ///
  /// - Throws: ``GEOSError``.
  func measures(_ options: StudyOptions) async throws -> [[Measure]] {
    let places = levels.indices.filter { levels[$0].isOutlined }.flatMap { level in
      levels[level].units.indices.map { Place(level: level, unit: $0) }
    }
    let outlines = levels.map { $0.isOutlined ? $0.units.map(\.polygons) : [] }
    let found = try await OrderedWork.mapRuns(
      count: places.count, jobs: options.jobs, makeState: {},
      progress: { options.report("units", $0, of: places.count, unit: "units") },
      body: { run, _ in
        try places[run].map { place in
          let polygons = outlines[place.level][place.unit]
          return Measure(
            area: Geodesic.area(of: polygons), invalidity: try Validity.invalidity(of: polygons))
        }
      })
    var measures = levels.map {
      [Measure](repeating: Measure(), count: $0.isOutlined ? $0.units.count : 0)
    }
    for (place, measure) in zip(places, found) { measures[place.level][place.unit] = measure }
    return measures
  }
}
