import GeoAlgorithms
import GeoModel
import RoadAccess
import TestSupport
import Testing

@Suite("What must not matter")
struct NetworkLawTests {
  struct Road {
    var line: [Coordinate]
    let roadClass: String
    let surface: String?
    let bridge: String?
  }

  /// Random roads over a small lattice, so that they share vertices, cross, touch and overlap.
  static func roads(_ random: inout SeededGenerator) -> [Road] {
    (0..<Int.random(in: 1...25, using: &random)).map { _ in
      var x = Int.random(in: 0...12, using: &random)
      var y = Int.random(in: 0...12, using: &random)
      let line = (0..<Int.random(in: 2...6, using: &random)).map { _ in
        x += Int.random(in: -2...2, using: &random)
        y += Int.random(in: -2...2, using: &random)
        return Coordinate(x: 108 + Double(x) * 0.0013, y: 15 + Double(y) * 0.0013)
      }
      return Road(
        line: line, roadClass: ["road", "track"].randomElement(using: &random) ?? "",
        surface: ["asphalt", "dirt", nil, "mud"].randomElement(using: &random) ?? nil,
        bridge: Int.random(in: 0..<8, using: &random) == 0 ? "yes" : nil)
    }
  }

  static func assess(
    _ roads: [Road], _ rules: RoadRules, _ villages: [NetworkVillage], _ centres: [NetworkCentre]
  ) -> (answers: [VillageAccess], misses: [Coordinate], assumed: AssumptionCounts) {
    var table = RoadTable()
    for (index, road) in roads.enumerated() {
      table.append(
        road.line, feature: index, roadClass: road.roadClass, surface: road.surface,
        bridge: road.bridge)
    }
    let network = RoadNetwork(table, rules: rules)
    let access = AccessNetwork(network, villages: villages, centres: centres)
    return (access.assess(), network.nearMisses.map(\.place), network.assumptions)
  }

  /// The same roads cut at some of their vertices, some doubled, some turned, in another order.
  static func changed(_ roads: [Road], _ random: inout SeededGenerator) -> [Road] {
    var result: [Road] = []
    for road in roads {
      var rest = road
      while rest.line.count > 2, Bool.random(using: &random) {
        let cut = Int.random(in: 1..<(rest.line.count - 1), using: &random)
        var piece = rest
        piece.line = Array(rest.line[...cut])
        rest.line = Array(rest.line[cut...])
        result.append(piece)
      }
      result.append(rest)
      if Int.random(in: 0..<3, using: &random) == 0 { result.append(road) }
    }
    for index in result.indices where Bool.random(using: &random) {
      result[index].line.reverse()
    }
    return result.shuffled(using: &random)
  }

  @Test("cutting, doubling, turning and sorting lines changes no answer", arguments: 0..<150)
  func invariance(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let roads = Self.roads(&random)
    func place() -> Coordinate {
      Coordinate(
        x: 108 + Double.random(in: 0...0.016, using: &random),
        y: 15 + Double.random(in: 0...0.016, using: &random))
    }
    let villages = (0..<12).map { _ in
      NetworkVillage(position: place(), unit: Int.random(in: 0..<4, using: &random))
    }
    let centres = (0..<5).map { _ in
      NetworkCentre(position: place(), unit: Int.random(in: 0..<4, using: &random))
    }
    for join in LineJoin.allCases {
      for snap in RoadRules.Snap.allCases {
        let rules = RoadRules(
          hardened: ["asphalt"], unhardened: ["dirt"], notAllSeason: ["track"], join: join,
          snap: snap, snapLimit: 300, nearMissTolerance: 40)
        let expected = Self.assess(roads, rules, villages, centres)
        for round in 0..<3 {
          let found = Self.assess(Self.changed(roads, &random), rules, villages, centres)
          let name: Comment = "seed \(seed), \(join), \(snap), round \(round)"
          #expect(found.answers.elementsEqual(expected.answers), name)
          #expect(found.misses == expected.misses, name)
        }
      }
    }
  }

  @Test("units divided among workers in any way give the same", arguments: 0..<10)
  func workers(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var table = RoadTable()
    for road in Self.roads(&random) {
      table.append(road.line, feature: 0, roadClass: road.roadClass, surface: road.surface)
    }
    let places = (0..<40).map { _ in
      Coordinate(
        x: 108 + Double.random(in: 0...0.016, using: &random),
        y: 15 + Double.random(in: 0...0.016, using: &random))
    }
    let access = AccessNetwork(
      RoadNetwork(table, rules: Drawing.rules()),
      villages: places.enumerated().map { NetworkVillage(position: $1, unit: $0 % 7) },
      centres: places.prefix(6).enumerated().map { NetworkCentre(position: $1, unit: $0) })
    let whole = access.assess()
    let cut = Int.random(in: 0...access.unitCount, using: &random)
    let parts = [access.assess(units: cut..<access.unitCount), access.assess(units: 0..<cut)]
    #expect(access.merge(parts) == whole, "seed \(seed)")
  }
}
