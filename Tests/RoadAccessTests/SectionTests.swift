import GeoAlgorithms
import GeoModel
import RoadAccess
import TestSupport
import Testing

/// Sections of drawn networks, and the parts of them that paths travel; a character is 100 m.
@Suite("Sections of road")
struct SectionTests {
  static func network(_ drawing: Drawing) -> AccessNetwork {
    AccessNetwork(
      RoadNetwork(drawing.roads, rules: Drawing.rules()),
      villages: drawing.villages.map(\.village), centres: drawing.centres.map(\.centre))
  }

  /// Each section as its surface, length and ends in hundreds of metres.
  static func text(_ sections: RoadSections) -> [String] {
    (0..<sections.count).map { section in
      let shape = sections.shape(section)
      func place(_ position: Coordinate) -> String {
        let column = (position.x / 100 * 111_319.490_793_273_58).rounded()
        let row = (-position.y / 100 * 110_574.275_821_594_36).rounded()
        return "\(Int(column)),\(Int(row))"
      }
      let length = Int(ShortGeodesic.metres(of: sections.lengths[section]).rounded())
      return "\(sections.surfaceTier(section)) \(length) \(place(shape[0]))"
        + " \(place(shape[shape.count - 1]))"
    }
  }

  @Test("Sections end at junctions and where the surface changes, not where lines were cut")
  func sections() {
    let drawing = Drawing(
      """
      +==+===+--+
             #
             #
             +
      """)
    #expect(
      Self.text(RoadSections(RoadNetwork(drawing.roads, rules: Drawing.rules()))) == [
        "clear 700 0,0 7,0", "clear 300 7,3 7,0", "adverse 300 7,0 10,0",
      ])
  }

  @Test("A path is its sections, in order from the village, with the metres travelled")
  func path() {
    let network = Self.network(
      Drawing(
        """
        +--a--+==+==A==+
              #
              +
        """))
    let sections = RoadSections(network.roads)
    #expect(
      Self.text(sections) == [
        "adverse 600 0,0 6,0", "clear 200 6,2 6,0", "clear 900 6,0 15,0",
      ])
    var search = network.makeSearch()
    let paths = network.paths(unit: 0, with: &search, along: sections)
    let parts = paths.first?.parts.map { part in
      "\(part.section): \(Self.metres(part.from)) to \(Self.metres(part.to))"
    }
    #expect(paths.count == 1)
    #expect(parts == ["0: 300 to 600", "2: 0 to 600"])
  }

  @Test("A path may leave a section by one end and return by the other")
  func returning() {
    let network = Self.network(
      Drawing(
        """
        +-a----A-+
        #        #
        +========+
        """))
    let sections = RoadSections(network.roads)
    var search = network.makeSearch()
    let parts = network.paths(unit: 0, with: &search, along: sections)[0].parts
    let metres = parts.map { "\(Self.metres($0.from)) to \(Self.metres($0.to))" }
    #expect(metres == ["200 to 0", "0 to 1300", "900 to 700"])
    #expect(parts[0].section == parts[2].section)
  }

  @Test("A part of a section is cut where it is travelled")
  func shapes() {
    let network = RoadNetwork(Drawing("+====+").roads, rules: Drawing.rules())
    let sections = RoadSections(network)
    let part = sections.shape(0, from: 300_000_000, to: 100_000_000)
    #expect(part.count == 2)
    #expect(abs(part[0].x - Drawing.place(3, 0).x) < 1e-9)
    #expect(abs(part[1].x - Drawing.place(1, 0).x) < 1e-9)
  }

  /// A ring that no other road meets begins where some line was cut.
  static func hasLoneRing(_ sections: RoadSections, _ network: NodedLines) -> Bool {
    let ends = EdgeEnds(network)
    return (0..<sections.count).contains { section in
      let (first, last) = sections.ends(section)
      return first == last && ends.pair(at: Int(first)) != nil
    }
  }

  @Test(
    "Neither cutting, doubling, turning nor sorting changes sections or paths", arguments: 0..<80)
  func laws(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let roads = NetworkLawTests.roads(&random)
    func place() -> Coordinate {
      Coordinate(
        x: 108 + Double.random(in: 0...0.016, using: &random),
        y: 15 + Double.random(in: 0...0.016, using: &random))
    }
    let villages = (0..<12).map { NetworkVillage(position: place(), unit: $0 % 3) }
    let centres = (0..<5).map { NetworkCentre(position: place(), unit: $0 % 3) }
    func found(_ roads: [NetworkLawTests.Road], _ join: LineJoin) -> [String] {
      var table = RoadTable()
      for (index, road) in roads.enumerated() {
        table.append(
          road.line, feature: index, roadClass: road.roadClass, surface: road.surface,
          bridge: road.bridge)
      }
      let rules = RoadRules(
        hardened: ["asphalt"], unhardened: ["dirt"], notAllSeason: ["track"], join: join,
        snapLimit: 300)
      let network = AccessNetwork(
        RoadNetwork(table, rules: rules), villages: villages, centres: centres)
      let sections = RoadSections(network.roads)
      guard !Self.hasLoneRing(sections, network.roads.edges) else { return [] }
      var search = network.makeSearch()
      let access = network.assess()
      var lines = (0..<sections.count).map { section in
        "\(sections.lengths[section]) \(sections.surfaceTier(section)) \(sections.shape(section))"
      }
      for unit in 0..<network.unitCount {
        for path in network.paths(unit: unit, with: &search, along: sections) {
          var cost = PathCost(adverse: 0, unknown: 0, length: 0)
          for part in path.parts {
            cost.length += part.length
            switch sections.surfaceTier(part.section) {
            case .clear: break
            case .unknown: cost.unknown += part.length
            case .adverse: cost.adverse += part.length
            }
          }
          let answer = access[path.village]
          #expect(ShortGeodesic.metres(of: cost.length) == answer.path, "seed \(seed)")
          #expect(ShortGeodesic.metres(of: cost.adverse) == answer.gap, "seed \(seed)")
          #expect(ShortGeodesic.metres(of: cost.unknown) == answer.unknown, "seed \(seed)")
          #expect(path.centre == answer.centre, "seed \(seed)")
          lines.append("\(path)")
        }
      }
      #expect(
        sections.lengths.reduce(0, +) == network.roads.edges.lengths.reduce(0, +), "seed \(seed)")
      return lines
    }
    for join in LineJoin.allCases {
      let expected = found(roads, join)
      for round in 0..<3 {
        let changed = found(NetworkLawTests.changed(roads, &random), join)
        let difference = changed.difference(from: expected)
        #expect(difference.isEmpty, "seed \(seed), \(join), round \(round)")
      }
    }
  }

  private static func metres(_ length: Micrometres) -> Int {
    Int(ShortGeodesic.metres(of: length).rounded())
  }
}
