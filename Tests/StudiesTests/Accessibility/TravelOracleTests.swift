import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

/// What `Tests/Oracles/travel_times_scipy.py` wrote: data, and what must come of them.
private struct Oracle: Decodable {
  struct Grid: Decodable {
    var rows: Int
    var columns: Int
    var step: Double
    var west: Double
    var north: Double
    var values: [Double]?

    var geometry: GridGeometry {
      GridGeometry(
        columns: columns, rows: rows, originX: west, columnStepX: step, originY: north,
        rowStepY: -step)
    }
  }

  struct Road: Decodable {
    var name: String
    var line: [[Double]]

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      name = try parts.decode(String.self)
      line = try parts.decode([[Double]].self)
    }
  }

  var grid: Grid
  var heights: [Double]
  var roads: [Road]
  var speeds: [String: Double]
  var river: [[Double]]
  var lake: [[Double]]
  var places: [[Double]]
  var limits: [Double]
  var people: Grid
  var split: Int
  var minutes: [Double]
  var peopleByBand: [String: [Double]]

  static func read() throws -> Oracle {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/travel-times-scipy.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Oracle.self, from: Data(contentsOf: url))
  }
}

@Suite("Travel times against scipy's Dijkstra")
struct TravelOracleTests {
  private func line(_ places: [[Double]]) -> [Coordinate] {
    places.map { Coordinate(x: $0[0], y: $0[1]) }
  }

  /// The oracle's data as a plan: two units, the left and the right half of the raster of people.
  private func folder(_ oracle: Oracle) throws -> PlanFolder {
    let folder = try PlanFolder()
    try folder.write(
      .reals(oracle.heights.map { Float($0) }), grid: oracle.grid.geometry, system: "EPSG:4326",
      noData: -32768, to: "dem.tif")
    let people = oracle.people
    try folder.write(
      .reals((people.values ?? []).map { Float($0) }), grid: people.geometry, system: "EPSG:4326",
      noData: -1, to: "people.tif")
    try folder.write(
      MapText.geoJSON(
        oracle.roads.map { MapText.Feature(["kind": $0.name], .lineString(line($0.line))) }),
      to: "roads.geojson")
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["name": "river"], .lineString(line(oracle.river))),
        MapText.Feature(
          ["name": "lake"],
          .polygon(Polygon(exterior: LinearRing(line(oracle.lake))))),
      ]), to: "water.geojson")
    try folder.write(
      MapText.geoJSON(
        oracle.places.map { MapText.Feature(["name": "c"], point($0[0], $0[1])) }),
      to: "centres.geojson")
    let middle = people.west + Double(oracle.split) * people.step
    let (south, east) = (
      people.north - Double(people.rows) * people.step,
      people.west + Double(people.columns) * people.step
    )
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["code": "W"], rectangle(people.west, south, middle, people.north)),
        MapText.Feature(["code": "E"], rectangle(middle, south, east, people.north)),
      ]), to: "units.geojson")
    return folder
  }

  private func plan(_ oracle: Oracle) -> String {
    let speeds = oracle.speeds.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    return """
      units: {level: commune, source: units.geojson, code: code}
      centres: {level: commune, source: centres.geojson}
      roads: {source: roads.geojson, class: kind, speeds_kmh: {\(speeds)}}
      elevation: dem.tif
      population: {source: people.tif, kind: count}
      overlays: {name: water, source: water.geojson}
      accessibility: {barriers: [water], minutes: \(oracle.limits)}

      """
  }

  @Test("The minutes of every cell are the oracle's; ground that it does not reach is no data")
  func minutes() async throws {
    let oracle = try Oracle.read()
    let folder = try folder(oracle)
    let path = "\(folder.path)/minutes.tif"
    _ = try await folder.session(plan(oracle), jobs: 2)
      .accessibility(level: nil, in: nil, rasterTo: path)
    let raster = try RasterDataset(opening: DatasetSource(location: path))
    #expect(raster.description.grid == oracle.grid.geometry)
    #expect(raster.description.referenceSystem == "EPSG:4326")
    #expect(raster.description.noDataValue == -9999)
    let found = try raster.floats(rows: 0..<oracle.grid.rows)
    var reached = 0
    for (index, wanted) in oracle.minutes.enumerated() {
      let minutes = Double(found[index])
      let place = "row \(index / oracle.grid.columns), column \(index % oracle.grid.columns)"
      if wanted < 0 {
        #expect(minutes == -9999, "\(place)")
      } else {
        reached += 1
        #expect(
          abs(minutes - wanted) <= 1e-4 + 1e-5 * wanted, "\(place): \(minutes), not \(wanted)")
      }
    }
    #expect(reached > 1500)
  }

  @Test("The people of each unit by band of time are the oracle's")
  func people() async throws {
    let oracle = try Oracle.read()
    let folder = try folder(oracle)
    let layer = try await folder.session(plan(oracle))
      .accessibility(level: nil, in: nil, rasterTo: nil).units.layer
    let names = ["0_10_min", "10_30_min", "30_60_min", "over_60_min", "not_reached", "unknown"]
    for (code, wanted) in oracle.peopleByBand {
      let unit = try #require(layer.feature(code))
      for (name, people) in zip(names, wanted) {
        let found = try #require(unit.number("people_\(name)"))
        #expect(
          abs(found - people) < 1e-3 * max(1, people), "\(code) \(name): \(found), not \(people)")
      }
      let total = wanted.reduce(0, +)
      let within = wanted[0] + wanted[1]
      #expect(
        abs((unit.number("people_within_30_min_pct_low") ?? 0) - 100 * within / total) < 1e-3)
      #expect(
        abs(
          (unit.number("people_within_30_min_pct_high") ?? 0) - 100 * (within + wanted[5]) / total)
          < 1e-3)
    }
    let all = oracle.peopleByBand.values.flatMap(\.self).reduce(0, +)
    #expect(abs((layer.total("people") ?? 0) - all) < 1e-3 * all)
  }

  @Test("The same bytes with one worker and with several")
  func reproducible() async throws {
    let oracle = try Oracle.read()
    let folder = try folder(oracle)
    for jobs in [1, 3] {
      _ = try await folder.session(plan(oracle), jobs: jobs)
        .accessibility(level: nil, in: nil, rasterTo: "\(folder.path)/\(jobs).tif")
    }
    #expect(try folder.bytes("1.tif") == folder.bytes("3.tif"))
  }
}
