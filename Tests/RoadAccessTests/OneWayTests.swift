import GeoAlgorithms
import GeoModel
import RoadAccess
import Testing

/// One-way roads, drawn by places a hundred metres apart on the equator.
@Suite("One-way roads, from the village to the centre")
struct OneWayTests {
  /// A road of 100-metre places.
  private struct Road {
    var places: [(Int, Int)]
    var surface: String? = "asphalt"
    var roadClass = "road"
    var direction = RoadDirection.both
  }

  private func network(_ roads: [Road], villages: [(Int, Int)], centre: (Int, Int))
    -> (access: AccessNetwork, roads: RoadNetwork)
  {
    var table = RoadTable()
    for road in roads {
      table.append(
        road.places.map { Drawing.place($0.0, $0.1) }, feature: table.count,
        roadClass: road.roadClass, surface: road.surface, direction: road.direction)
    }
    let roads = RoadNetwork(table, rules: Drawing.rules())
    return (
      AccessNetwork(
        roads,
        villages: villages.map {
          NetworkVillage(position: Drawing.place($0.0, $0.1), unit: 0)
        },
        centres: [NetworkCentre(position: Drawing.place(centre.0, centre.1), unit: 0)]), roads
    )
  }

  private func answers(
    _ roads: [Road], villages: [(Int, Int)] = [(0, 0)], centre: (Int, Int) = (10, 0)
  ) -> [String] {
    network(roads, villages: villages, centre: centre).access.assess().map(Drawing.text)
  }

  @Test("along its direction it leads to the centre; against it there is no way")
  func alone() {
    let there =
      "car yes, all-season yes, hardened yes, path 1000, gap 0, unknown 0, snap 0"
    let none =
      "car no, all-season no, hardened no, path null, gap null, unknown null, snap 0,"
      + " other_component"
    let line = [(0, 0), (4, 0), (10, 0)]
    #expect(answers([Road(places: line, direction: .forward)]) == [there])
    #expect(answers([Road(places: line, direction: .backward)]) == [none])
    #expect(answers([Road(places: line.reversed(), direction: .backward)]) == [there])
    #expect(answers([Road(places: line)]) == [there])
    // A centre in the middle of the road: one side gets there, the other does not.
    #expect(
      answers(
        [Road(places: [(0, 0), (20, 0)], direction: .forward)], villages: [(0, 0), (20, 0)])
        == [there, none])
  }

  @Test("the long way round counts where the short one leads from the centre only")
  func round() {
    let short = Road(places: [(0, 0), (10, 0)], direction: .backward)
    let long = Road(places: [(0, 0), (0, 5), (10, 5), (10, 0)])
    #expect(
      answers([short, long]) == [
        "car yes, all-season yes, hardened yes, path 2000, gap 0, unknown 0, snap 0"
      ])
    // A dirt road the long way: the short one would be hardened, but is closed that way.
    var dirt = long
    dirt.surface = "dirt"
    dirt.roadClass = "track"
    #expect(
      answers([short, dirt]) == [
        "car yes, all-season no, hardened no, path 2000, gap 2000, unknown 0, snap 0, surface_gap"
      ])
    dirt.surface = nil
    #expect(
      answers([short, dirt]) == [
        "car yes, all-season unknown, hardened unknown, path 2000, gap 0, unknown 2000, snap 0"
      ])
  }

  @Test("the path runs along the directions")
  func path() {
    let short = Road(places: [(0, 0), (10, 0)], direction: .backward)
    let long = Road(places: [(0, 0), (0, 5), (10, 5), (10, 0)])
    let (access, roads) = network([short, long], villages: [(0, 0)], centre: (10, 0))
    var search = access.makeSearch()
    let sections = RoadSections(roads)
    let paths = access.paths(unit: 0, with: &search, along: sections)
    #expect(paths.count == 1 && paths[0].parts.count == 1)
    #expect(abs(ShortGeodesic.metres(of: paths[0].parts.first?.length ?? 0) - 2000) < 0.01)
  }

  @Test("two opposite one-way lines are two roads; the same one drawn twice is one")
  func doubled() {
    let line = [(0, 0), (10, 0)]
    let forth = Road(places: line, direction: .forward)
    let back = Road(places: line, direction: .backward)
    let lost = Road(places: line.reversed(), direction: .forward)
    func edges(_ roads: [Road]) -> Int {
      network(roads, villages: [], centre: (10, 0)).roads.edges.edgeCount
    }
    #expect(edges([forth, back]) == 2)
    #expect(edges([forth, forth]) == 1)
    #expect(edges([back, lost]) == 1)
    #expect(edges([forth, Road(places: line)]) == 2)
    #expect(answers([forth, back])[0].hasPrefix("car yes"))
    #expect(answers([back, lost])[0].hasPrefix("car no"))
  }

  @Test("travel times are those to the centre")
  func times() {
    let short = Road(places: [(0, 0), (10, 0)], direction: .backward)
    let long = Road(places: [(0, 0), (0, 5), (10, 5), (10, 0)])
    func minutes(_ roads: [Road]) -> TravelTime? {
      let (access, network) = network(roads, villages: [(0, 0)], centre: (10, 0))
      let travel = TravelNetwork(
        network, classes: network.attributes.classes,
        speeds: network.attributes.classNames.map { _ in 60 }, villages: access.villages,
        villageEntries: access.villageEntries, centres: access.centres,
        centreEntries: access.centreEntries, serviceEntries: [])
      var search = travel.makeSearch()
      return travel.times(toCentresOf: 0, with: &search).first?.time
    }
    #expect(abs((minutes([short, long])?.minutes ?? 0) - 2) < 1e-3)
    #expect(minutes([short])?.minutes == nil)
    #expect(minutes([short])?.reason == .otherComponent)
  }

  @Test("what a field says")
  func stated() {
    for text in [nil, "", "no", "false", "0"] { #expect(RoadDirection(stated: text) == .both) }
    for text in ["yes", "true", "1"] { #expect(RoadDirection(stated: text) == .forward) }
    for text in ["-1", "reverse"] { #expect(RoadDirection(stated: text) == .backward) }
    for text in ["reversible", "YES", "2"] { #expect(RoadDirection(stated: text) == nil) }
  }
}
