import GeoAlgorithms
import GeoModel
import RoadAccess
import Testing

/// Ends that miss a line: reported, joined only by rule, and never to another storey.
@Suite("Near-misses")
struct NearMissJoinTests {
  /// A road to the centre from west to east, and one from the south that ends 0.6 m below it.
  static func network(joins: Bool, bridge: String? = nil) -> AccessNetwork {
    let miss = 0.6 / 110_574.275_821_594_36
    let foot = Coordinate(x: Drawing.place(5, 0).x, y: -miss)
    var roads = RoadTable()
    roads.append(
      [Drawing.place(0, 0), Drawing.place(9, 0)], feature: 0, roadClass: "road",
      surface: "asphalt", bridge: bridge)
    roads.append(
      [Drawing.place(5, 4), foot], feature: 1, roadClass: "track", surface: "dirt")
    let rules = RoadRules(
      hardened: ["asphalt"], unhardened: ["dirt"], join: .crossings, snapLimit: 50,
      nearMissTolerance: 1, joinsNearMisses: joins)
    return AccessNetwork(
      RoadNetwork(roads, rules: rules),
      villages: [NetworkVillage(position: Drawing.place(5, 4), unit: 0)],
      centres: [NetworkCentre(position: Drawing.place(9, 0), unit: 0)])
  }

  @Test("not joined by itself")
  func reported() {
    let network = Self.network(joins: false)
    #expect(network.roads.nearMisses.count == 1)
    #expect(network.roads.joinedNearMisses == 0)
    #expect(network.roads.parts.count == 2)
    #expect(network.assess()[0].reason == .otherComponent)
  }

  /// 400 m of dirt, the miss among them, and 400 m of asphalt.
  @Test("joined by rule, with the surface of the road that ends")
  func joined() {
    let network = Self.network(joins: true)
    #expect(network.roads.nearMisses.isEmpty)
    #expect(network.roads.joinedNearMisses == 1)
    #expect(network.roads.parts.count == 1)
    let answer = network.assess()[0]
    #expect(abs((answer.gap ?? 0) - 400) < 0.001)
    #expect(abs((answer.path ?? 0) - 800) < 0.001)
  }

  @Test("an end under a bridge stays")
  func bridge() {
    let network = Self.network(joins: true, bridge: "yes")
    #expect(network.roads.nearMisses.count == 1)
    #expect(network.roads.joinedNearMisses == 0)
    #expect(network.assess()[0].reason == .otherComponent)
  }

  @Test("another field settles the surface before the class does, and is counted")
  func evidence() {
    var roads = RoadTable()
    for (index, evidence) in [
      RoadEvidence(name: "tracktype=grade1", isHardened: true),
      RoadEvidence(name: "tracktype=grade5", isHardened: false), nil,
    ].enumerated() {
      roads.append(
        [Drawing.place(index * 2, 0), Drawing.place(index * 2 + 1, 0)], feature: index,
        roadClass: "track", surface: nil, evidence: evidence)
    }
    let rules = RoadRules(
      hardened: ["asphalt"], unhardened: ["dirt"], assumedUnhardened: ["track"], join: .vertices)
    let network = RoadNetwork(roads, rules: rules)
    #expect(network.surfaceTiers == [.clear, .adverse, .adverse])
    #expect(network.assumptions.hardenedByField.map(\.name) == ["tracktype=grade1"])
    #expect(network.assumptions.unhardenedByField.map(\.name) == ["tracktype=grade5"])
    #expect(network.assumptions.unhardenedByAssumption.map(\.amount.lines) == [1])
  }
}
