import GeoAlgorithms
import GeoModel
import RoadAccess
import TestSupport
import Testing

@Suite("What must not matter to what is hardened first")
struct PavingLawTests {
  /// The answer in words that know nothing of the order of lines: each step's sections by their
  /// positions, what the source says of them and their lengths, and the villages that it joins.
  struct Answer: Equatable {
    struct Section: Equatable {
      var ends: [Coordinate]
      var length: Micrometres
      var tier: EdgeTier
      var words: [String?]
      var isBridge: Bool
    }
    var steps: [[Section]] = []
    var joined: [[Int]] = []
    var cost = 0
    var weight = 0
    var bound = 0.0
    var proof = PavingPlan.Proof.exact
    var sections: [Section] = []
  }

  static func answer(
    _ roads: [NetworkLawTests.Road], _ rules: RoadRules, _ villages: [NetworkVillage],
    _ centres: [NetworkCentre], percent: Int, isUnknownHardened: Bool, effort: PavingEffort
  ) throws -> Answer {
    var table = RoadTable()
    for (index, road) in roads.enumerated() {
      table.append(
        road.line, feature: index, roadClass: road.roadClass, surface: road.surface,
        bridge: road.bridge)
    }
    let network = PavingNetwork(
      AccessNetwork(RoadNetwork(table, rules: rules), villages: villages, centres: centres),
      isUnknownHardened: isUnknownHardened)
    func told(_ section: PavingNetwork.Section) -> Answer.Section {
      let shape = network.shape(of: section)
      return Answer.Section(
        ends: [shape.first, shape.last].compactMap(\.self), length: section.length,
        tier: section.tier, words: [network.className(section), network.surfaceName(section)],
        isBridge: network.isBridge(section))
    }
    // A track costs half, so that the cheapest is not always the shortest.
    let problem = network.problem(
      costs: network.sections.map { section in
        Int(section.length / 1000) / (network.className(section) == "track" ? 2 : 1)
      }, weights: network.villages.map { $0 % 3 + 1 })
    let total = problem.demands.reduce(0) { $0 + $1.weight }
    let plan = try PavingSolver(effort: effort)
      .plan(for: problem, goal: .reach((total * percent + 99) / 100))
    return Answer(
      steps: plan.steps.map { $0.links.map { told(network.sections[$0]) } },
      joined: plan.steps.map { $0.demands.map { network.villages[$0] } }, cost: plan.cost,
      weight: plan.weight, bound: plan.bound, proof: plan.proof,
      sections: network.sections.map(told))
  }

  @Test(
    "cutting, doubling, turning and sorting lines changes neither choice nor order nor bound",
    arguments: 0..<60)
  func invariance(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let roads = NetworkLawTests.roads(&random)
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
    let percent = Int.random(in: 20...100, using: &random)
    for join in LineJoin.allCases {
      let rules = RoadRules(
        hardened: ["asphalt"], unhardened: ["dirt"], notAllSeason: ["track"], join: join,
        snapLimit: 300)
      for isUnknownHardened in [false, true] {
        for effort in [PavingEffort(), .none, .least] {
          func answer(_ roads: [NetworkLawTests.Road]) throws -> Answer {
            try Self.answer(
              roads, rules, villages, centres, percent: percent,
              isUnknownHardened: isUnknownHardened, effort: effort)
          }
          let expected = try answer(roads)
          for round in 0..<2 {
            let found = try answer(NetworkLawTests.changed(roads, &random))
            #expect(
              found == expected,
              "seed \(seed), \(join), unknown hardened \(isUnknownHardened), round \(round)")
          }
        }
      }
    }
  }
}
