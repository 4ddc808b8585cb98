internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// Turns bands of height and classes of slope into a layer.
struct TerrainLayer {
  let plan: Plan

  /// The name of the layer of the first level.
  static let name = "terrain"

  /// The name of the layer of a level.
  static func name(of level: String, _ plan: Plan) -> String {
    level == plan.units[0].name ? name : "\(name)-\(level)"
  }

  /// The layer of a level; `tallies` are parallel to its units.
  func layer(of level: Study.Level, tallies: [TerrainTally], name: String) -> Layer {
    let features = zip(level.units, tallies).map { unit, tally in
      LayerFeature(
        identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
        properties: UnitLayer.properties(of: unit, vintage: plan.vintage) + figures(tally))
    }
    let area = level.units.reduce(0) { $0 + $1.area }
    return Layer(
      name: name, features: features,
      studyTotals: UnitLayer.studyProperties(plan: plan, area: area)
        + (Self.sum(of: tallies).map(figures) ?? []))
  }

  private static func sum(of tallies: [TerrainTally]) -> TerrainTally? {
    guard let first = tallies.first else { return nil }
    return TerrainTally(
      bands: first.bands, total: tallies.reduce(0) { $0 + $1.total },
      areas: first.areas.indices.map { code in tallies.reduce(0) { $0 + $1.areas[code] } },
      outside: tallies.reduce(0) { $0 + $1.outside })
  }

  private func figures(_ tally: TerrainTally) -> [Property] {
    let bands = tally.bands
    var slopes = [Double](repeating: 0, count: bands.slopes.count + 2)
    var heights = [Double](repeating: 0, count: bands.heights.count + 2)
    for (index, area) in tally.areas.enumerated() {
      let code = UInt8(truncatingIfNeeded: index)
      slopes[bands.slopeBand(of: code) ?? slopes.count - 1] += area
      heights[bands.heightBand(of: code) ?? heights.count - 1] += area
    }
    var properties = zip(Self.slopeNames(bands.slopes), slopes).map {
      Property("slope_\($0)_ha", .hectares($1 / 10_000))
    }
    for (index, limit) in bands.slopes.enumerated() {
      let share = tally.steepShare(fromLimit: index)
      let stem = "slope_from_\(TravelBands.number(limit))_pct"
      properties += [
        Property("\(stem)_low", .percent(share.map { 100 * $0.lowerBound })),
        Property("\(stem)_high", .percent(share.map { 100 * $0.upperBound })),
      ]
    }
    properties += zip(Self.heightNames(bands.heights), heights).map {
      Property("elevation_\($0)_ha", .hectares($1 / 10_000))
    }
    properties.append(Property("outside_ha", .hectares(tally.outside / 10_000)))
    return properties
  }

  /// What each class of slope is called in the name of a property: `0_15`, `from_60`, `unknown`.
  static func slopeNames(_ limits: [Double]) -> [String] {
    let ends = limits.map(TravelBands.number)
    return zip(["0"] + ends, ends).map { "\($0)_\($1)" }
      + ["from_\(ends.last ?? "0")", "unknown"]
  }

  /// What each band of height is called in the name of a property: `below_200`, `200_500`, `from_500`,
  /// `unknown`.
  static func heightNames(_ limits: [Double]) -> [String] {
    let ends = limits.map(TravelBands.number)
    return ["below_\(ends.first ?? "0")"] + zip(ends, ends.dropFirst()).map { "\($0)_\($1)" }
      + ["from_\(ends.last ?? "0")", "unknown"]
  }
}
