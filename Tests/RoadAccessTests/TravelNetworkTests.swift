import GeoAlgorithms
import GeoModel
import RoadAccess
import Testing

@Suite("Travel times")
struct TravelNetworkTests {
  /// Roads at 60 km/h: 100 m take 0.1 minutes. Tracks have no speed unless one is given.
  private func network(
    _ drawing: Drawing, track: Double? = nil, services: [[(Int, Int)]] = []
  ) -> TravelNetwork {
    let roads = RoadNetwork(drawing.roads, rules: Drawing.rules())
    let access = AccessNetwork(
      roads, villages: drawing.villages.map(\.village), centres: drawing.centres.map(\.centre))
    let names = roads.attributes.classNames
    return TravelNetwork(
      roads, classes: roads.attributes.classes, speeds: names.map { $0 == "road" ? 60 : track },
      villages: access.villages, villageEntries: access.villageEntries, centres: access.centres,
      centreEntries: access.centreEntries,
      serviceEntries: services.map { places in
        roads.entries(of: places.map { Drawing.place($0.0, $0.1) })
      })
  }

  private func text(_ time: TravelTime) -> String {
    func minutes(_ value: Double?) -> String {
      value.map { "\(($0 * 100).rounded() / 100)" } ?? "-"
    }
    return "\(minutes(time.minutes)) \(minutes(time.leastMinutes))"
      + (time.reason.map { " \($0.rawValue)" } ?? "")
  }

  /// To the centre 1,000 m of road; or 300 m of track and 100 of road. The last village only by track.
  static let drawing = Drawing(
    """
    a===+======A
        !      !
        !      !
        a      a
    """)

  @Test("to the centre: surely by roads with a speed, at least by those without at no cost")
  func centre() {
    let network = network(Self.drawing)
    var search = network.makeSearch()
    let times = network.times(toCentresOf: 0, with: &search)
    #expect(times.map(\.village) == [0, 1, 2])
    #expect(
      times.map { text($0.time) } == [
        "1.1 1.1", "- 0.7 speed_unknown", "- 0.0 speed_unknown",
      ])
    #expect(network.withoutSpeed.count == 1)
    #expect(Int(ShortGeodesic.metres(of: network.withoutSpeed[0].length).rounded()) == 600)
  }

  @Test("with a speed for each class there is one answer")
  func complete() {
    let network = network(Self.drawing, track: 6)
    var search = network.makeSearch()
    // 300 m at 6 km/h are 3 minutes.
    #expect(
      network.times(toCentresOf: 0, with: &search).map { text($0.time) }
        == ["1.1 1.1", "3.7 3.7", "3.0 3.0"])
    #expect(network.withoutSpeed.isEmpty)
  }

  @Test("the nearest of several services, from all at once; and why there is none")
  func services() {
    let drawing = Drawing(
      """
      a===+====a   b==+==b



      c
      """)
    let network = network(drawing, services: [[(2, 0), (9, 0)], [(500, 0)]])
    var search = network.makeSearch()
    #expect(
      network.times(toService: 0, with: &search).map(text)
        == [
          "0.2 0.2", "0.0 0.0", "- - other_component", "- - other_component",
          "- - no_road_within_limit",
        ])
    #expect(
      network.times(toService: 1, with: &search).map(text)
        == [String](repeating: "- - no_road_within_limit", count: 5))
    #expect(
      network.times(toCentresOf: 1, with: &search).map { text($0.time) }
        == ["- - no_centre", "- - no_centre"])
  }

  @Test("shares are intervals; people who are not known are told, never nought")
  func tally() {
    var tally = TravelTally()
    func time(_ minutes: Double?, _ least: Double?, _ reason: TravelReason? = nil) -> TravelTime {
      var time = TravelTime.outsideUnits
      (time.minutes, time.leastMinutes, time.reason) = (minutes, least, reason)
      return time
    }
    tally.add(time(30, 30), people: 100)
    tally.add(time(45, 20), people: nil)
    tally.add(time(nil, 61, .speedUnknown), people: 10)
    tally.add(time(nil, 5, .speedUnknown), people: 20)
    tally.add(time(nil, nil, .otherComponent), people: 40)
    tally.add(.outsideUnits, people: 1000)
    #expect(tally.villages == 5 && tally.unjudged == 1 && tally.withoutSpeed == 2)
    #expect(tally.within.map(\.low) == [1, 2] && tally.within.map(\.high) == [3, 3])
    #expect(tally.people == 170 && tally.withoutPeople == 1)
    #expect(tally.peopleWithin.map(\.low) == [100, 100])
    #expect(tally.peopleWithin.map(\.high) == [120, 120])
  }
}
