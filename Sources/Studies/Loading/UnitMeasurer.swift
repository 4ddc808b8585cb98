internal import GEOSKit
internal import GeoModel
internal import PROJKit

/// Measures the units of all levels and looks for what is wrong with their outlines.
///
/// Units are taken in the order of the hierarchy, each behind those that lie in it: an edge that a
/// commune shares with its neighbours, its district and its province is at hand when they come, and
/// is measured once.
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

  /// The measures of the units of each level, found by as many workers as `options` allow.
  ///
  /// - Throws: ``GEOSError``.
  func measures(_ options: StudyOptions) async throws -> [[Measure]] {
    let order = hierarchicalOrder()
    let outlines = levels.map { $0.units.map(\.polygons) }
    let found = try await OrderedWork.mapRuns(
      count: order.count, jobs: options.jobs, longest: 256, makeState: { SharedEdgeAreas() },
      progress: { options.report("units", $0, of: order.count, unit: "units") },
      body: { run, edges in
        try order[run].map { place in
          let polygons = outlines[place.level][place.unit]
          return Measure(
            area: edges.area(of: polygons), invalidity: try Validity.invalidity(of: polygons))
        }
      })
    var measures = levels.map { [Measure](repeating: Measure(), count: $0.units.count) }
    for (place, measure) in zip(order, found) { measures[place.level][place.unit] = measure }
    return measures
  }

  /// Every unit that has an outline, behind the units that lie in it; those that lie in none stand
  /// behind all others of their level.
  private func hierarchicalOrder() -> [Place] {
    var members = levels.map { [[Int]](repeating: [], count: $0.units.count) }
    var unplaced: [Place] = []
    for (index, level) in levels.enumerated() {
      var above: [String: Int] = [:]
      if index > 0 {
        for (position, unit) in levels[index - 1].units.enumerated() {
          if let code = unit.code, above[code] == nil { above[code] = position }
        }
      }
      for (position, unit) in level.units.enumerated() {
        if let parent = unit.parentCode.flatMap({ above[$0] }) {
          members[index - 1][parent].append(position)
        } else {
          unplaced.append(Place(level: index, unit: position))
        }
      }
    }
    var order: [Place] = []
    func visit(_ place: Place) {
      for member in members[place.level][place.unit] {
        visit(Place(level: place.level + 1, unit: member))
      }
      if levels[place.level].isOutlined { order.append(place) }
    }
    for place in unplaced { visit(place) }
    return order
  }
}
