internal import GeoModel
internal import Plan

/// Who lives how far, in one unit: people or villages by band of time.
struct AccessibilityCounts: Sendable {
  /// People by code of ``TravelBands``; `nil` where the plan has no raster of people.
  var people: [Double]?
  /// The part of the unit of which it is known how many people live there, 0 to 1.
  var knownShare = 0.0
  /// Villages by code; `nil` where the plan has none.
  var villages: [Int]?

  /// The counts of several units together; `area` weighs what is known of each.
  static func sum(of parts: [(counts: AccessibilityCounts, area: Double)]) -> AccessibilityCounts {
    var whole = AccessibilityCounts()
    let area = parts.reduce(0) { $0 + $1.area }
    for part in parts {
      whole.people = add(whole.people, part.counts.people)
      whole.villages = add(whole.villages, part.counts.villages)
      if area > 0 { whole.knownShare += part.counts.knownShare * part.area / area }
    }
    return whole
  }

  private static func add<Number: Numeric>(_ one: [Number]?, _ other: [Number]?) -> [Number]? {
    guard let one else { return other }
    guard let other else { return one }
    return zip(one, other).map { $0 + $1 }
  }
}

/// Counts people and villages of units by band of time.
struct AccessibilityCounter {
  let study: Study
  let surface: TravelSurface
  let options: StudyOptions

  /// The counts of the units of each of `levels`, parallel to their units.
  func counts(levels: [Study.Level]) throws(StudyError) -> [[AccessibilityCounts]] {
    var people: [[Double]]?
    var known: [Double] = []
    if let section = study.plan.population {
      let raster = try PopulationRaster(section, plan: study.plan, ledger: study.ledger)
      let found = try PeopleByTime(
        raster: raster, surface: surface, ledger: study.ledger, options: options
      ).people(levels: levels)
      people = found.map(\.people)
      known = found.map(\.knownShare)
    }
    var first = 0
    var result: [[AccessibilityCounts]] = []
    for level in levels {
      let villages = try villages(of: level)
      result.append(
        level.units.indices.map { unit in
          AccessibilityCounts(
            people: people?[first + unit], knownShare: people == nil ? 0 : known[first + unit],
            villages: villages?[unit])
        })
      first += level.units.count
    }
    return result
  }

  /// The villages of each unit by code; one without a place is unknown.
  private func villages(of level: Study.Level) throws(StudyError) -> [[Int]]? {
    guard let villages = study.villages else { return nil }
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: surface.bands.count), count: level.units.count)
    let placed = villages.compactMap(\.position)
    var cells = try surface.grid.gridding.gridded(lines: placed.map { [$0] }).map(\.first)[...]
    let units = study.ancestors(of: villages.map(\.unit), at: level)
    for (village, unit) in zip(villages, units) {
      var code = surface.bands.unknown
      if village.position != nil, let cell = cells.popFirst() ?? nil {
        code = surface.code(column: cell.x, row: cell.y)
      }
      if let unit { counts[unit][Int(code)] += 1 }
    }
    return counts
  }
}
