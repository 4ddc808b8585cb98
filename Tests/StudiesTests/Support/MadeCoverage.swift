import GeoModel
import PROJKit
import TestSupport

/// A made-up coverage: communes on a jittered lattice and districts of whole communes.
///
/// Neighbours share every vertex of their border, in the source's own system, as in a clean file.
struct MadeCoverage {
  /// How the plan is told of the districts.
  enum Districts: CaseIterable {
    /// Put together from the communes by a field, in any shape, several parts and holes included.
    case dissolved
    /// A layer of their own; the communes name theirs in a field.
    case ownByField
    /// A layer of their own; each commune belongs to the one with the largest share of its area.
    case ownByArea
  }

  struct Unit {
    var code: String
    var district: String
    var polygon: Polygon
  }

  let system: ReferenceSystem
  let districts: Districts
  let communes: [Unit]
  let ownDistricts: [Unit]
  /// The box of all units in longitude and latitude.
  let box: BoundingBox

  init(
    system code: Int, districts kind: Districts, random: inout SeededGenerator
  ) throws {
    system = try ReferenceSystemReader.read("EPSG:\(code)")
    districts = kind
    var lattice = Lattice(random: &random)
    let cuts = [Int.random(in: 0...lattice.columns, using: &random), lattice.columns]
    func block(_ column: Int) -> Int { column < cuts[0] ? 0 : 1 }
    var found: [(code: String, district: String, ring: [Int])] = []
    for row in 0..<lattice.rows {
      for column in 0..<lattice.columns {
        let district =
          kind == .dissolved ? Int.random(in: 0...2, using: &random) : block(column)
        found.append(
          (
            "0\(2000 + found.count)", "5\(district)",
            lattice.ring(columns: column..<column + 1, rows: row..<row + 1, random: &random)
          ))
      }
    }
    var own: [(code: String, ring: [Int])] = []
    if kind != .dissolved {
      for (number, columns) in [0..<cuts[0], cuts[0]..<lattice.columns].enumerated()
      where !columns.isEmpty {
        own.append(
          (
            "5\(number)",
            lattice.ring(columns: columns, rows: 0..<lattice.rows, random: &random)
          ))
      }
    }
    box = BoundingBox(of: lattice.points)
    let isLonLat = system.definition == "EPSG:4326"
    let points =
      isLonLat
      ? lattice.points
      : try CoordinateOperation(from: .longitudeLatitude, to: system, area: box)
        .transform(lattice.points)
    func polygon(_ ring: [Int]) -> Polygon {
      Polygon(exterior: LinearRing(ring.map { points[$0] }))
    }
    communes = found.map { Unit(code: $0.code, district: $0.district, polygon: polygon($0.ring)) }
    ownDistricts = own.map { Unit(code: $0.code, district: $0.code, polygon: polygon($0.ring)) }
  }

  /// The communes as features, in the order of `order`.
  func communeFeatures(order: [Int]? = nil) -> [MapText.Feature] {
    (order ?? Array(communes.indices)).map { index in
      let unit = communes[index]
      return MapText.Feature(
        [
          "code": unit.code, "name": "Xã \(unit.code)", "district": unit.district,
          "dname": "Huyện \(unit.district)",
        ], .polygon(unit.polygon))
    }
  }

  /// Writes the sources and tells the section `units` of the plan.
  func write(to folder: PlanFolder, order: [Int]? = nil) throws -> String {
    let epsg = system.definition == "EPSG:4326" ? nil : Int(system.definition.dropFirst(5))
    try folder.write(
      MapText.geoJSON(communeFeatures(order: order), system: epsg), to: "communes.geojson")
    if districts != .dissolved {
      let features = ownDistricts.map {
        MapText.Feature(["code": $0.code, "name": "Huyện \($0.code)"], .polygon($0.polygon))
      }
      try folder.write(MapText.geoJSON(features, system: epsg), to: "districts.geojson")
    }
    return plan(communes: "communes.geojson")
  }

  /// The section `units` of the plan with the communes in `source`.
  func plan(communes source: String) -> String {
    let first =
      districts == .dissolved
      ? "  - {level: district, dissolve: commune, by: district, name: dname}\n"
      : "  - {level: district, source: districts.geojson, code: code, name: name}\n"
    let parent = districts == .ownByField ? ", parent: district" : ""
    return "units:\n" + first
      + "  - {level: commune, source: \(source), code: code, name: name\(parent)}\n"
  }
}

/// Points of a jittered lattice near 108.4° E 14.95° N, with further points along its edges.
private struct Lattice {
  let columns: Int
  let rows: Int
  private(set) var points: [Coordinate] = []
  private var nodes: [[Int]] = []
  /// The points between two neighbouring nodes, from the lower-numbered one.
  private var between: [[Int]: [Int]] = [:]

  init(random: inout SeededGenerator) {
    columns = Int.random(in: 2...4, using: &random)
    rows = Int.random(in: 1...3, using: &random)
    for row in 0...rows {
      nodes.append([])
      for column in 0...columns {
        nodes[row].append(points.count)
        points.append(
          Coordinate(
            x: 108.3 + 0.04 * Double(column) + .random(in: -0.008...0.008, using: &random),
            y: 14.9 + 0.035 * Double(row) + .random(in: -0.008...0.008, using: &random)))
      }
    }
  }

  /// The ring around a block of the lattice, counter-clockwise.
  mutating func ring(
    columns: Range<Int>, rows: Range<Int>, random: inout SeededGenerator
  ) -> [Int] {
    var corners: [Int] = []
    corners += columns.map { nodes[rows.lowerBound][$0] }
    corners += rows.map { nodes[$0][columns.upperBound] }
    corners += columns.map { nodes[rows.upperBound][$0 + 1] }.reversed()
    corners += rows.map { nodes[$0 + 1][columns.lowerBound] }.reversed()
    var ring: [Int] = []
    for (index, node) in corners.enumerated() {
      ring.append(node)
      ring += edge(node, corners[(index + 1) % corners.count], random: &random)
    }
    return ring
  }

  private mutating func edge(
    _ from: Int, _ to: Int, random: inout SeededGenerator
  ) -> [Int] {
    let key = [min(from, to), max(from, to)]
    if between[key] == nil {
      let (a, b) = (points[key[0]], points[key[1]])
      let count = Int.random(in: 0...3, using: &random)
      between[key] = (1..<count + 1).map { step in
        let share = Double(step) / Double(count + 1)
        points.append(
          Coordinate(
            x: a.x + share * (b.x - a.x) + .random(in: -0.002...0.002, using: &random),
            y: a.y + share * (b.y - a.y) + .random(in: -0.002...0.002, using: &random)))
        return points.count - 1
      }
    }
    let found = between[key] ?? []
    return from < to ? found : found.reversed()
  }
}
