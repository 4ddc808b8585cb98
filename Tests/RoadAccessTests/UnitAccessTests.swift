import GeoAlgorithms
import GeoModel
import RoadAccess
import Testing

@Suite("Villages and households by unit")
struct UnitAccessTests {
  /// Two units and their centres; unit `c` has no centre.
  ///
  ///     a: a hardened path; a gap; an unknown stretch.   b: nothing but a track.   c: no centre.
  static let drawing = Drawing(
    """
    a===+==A==+~~~a
        |
        a        b...B      c==+
    """)

  private func counted(
    households: [Int?], people: [Int?], reach: [Reach?]
  ) -> [CountedVillage] {
    let drawing = Self.drawing
    let network = AccessNetwork(
      RoadNetwork(drawing.roads, rules: Drawing.rules()),
      villages: drawing.villages.map(\.village), centres: drawing.centres.map(\.centre))
    return zip(drawing.villages, network.assess()).enumerated().map { index, entry in
      CountedVillage(
        unit: entry.0.village.unit, households: households[index], people: people[index],
        access: entry.1, reach: reach[index])
    }
  }

  @Test("counts are intervals, what is not judged is apart")
  func counts() {
    let villages = counted(
      households: [100, 20, nil, 30, 7], people: [500, 100, 50, nil, 9],
      reach: [.surely, .perhaps, Reach.none, .surely, nil])
    let (units, study) = UnitAccess.tally(villages, units: 4)
    let a = units[0]
    #expect(a.villages.judged == 3 && a.villages.car == 3 && a.unjudged == 0)
    // The first village hardened, the second unknown, the third over 100 m of dirt.
    #expect(a.villages.hardened == interval(1, 2))
    #expect(a.villages.allSeason == interval(3, 3))
    #expect(a.households.judged == 120 && a.withoutHouseholds == 1)
    #expect(a.households.hardened == interval(100, 120))
    #expect(a.placed == 3 && a.near == interval(1, 2))
    #expect(a.people == 650 && a.peopleNear == interval(500, 600))

    let b = units[1]
    #expect(b.villages.hardened == interval(0, 0) && b.villages.allSeason == interval(0, 0))
    #expect(b.people == 0 && b.withoutPeople == 1 && b.near == interval(1, 1))

    let c = units[2]
    #expect(c.villages.judged == 0 && c.unjudged == 1)
    #expect(c.households.judged == 0 && c.withoutHouseholds == 0)
    #expect(c.withoutPlace == 1 && c.placed == 0)

    #expect(units[3] == UnitAccess())
    #expect(study.villages.judged == 4 && study.unjudged == 1)
    #expect(AccessTally.percent(0, of: 0) == nil)
    #expect(AccessTally.percent(1, of: 4) == 25)
  }

  @Test("without centres no village is judged, and without a unit only the study counts it")
  func unjudged() {
    let village = CountedVillage(
      unit: nil, households: 5, people: 20, access: nil, reach: .surely)
    let (units, study) = UnitAccess.tally([village], units: 1)
    #expect(units == [UnitAccess()])
    #expect(study.unjudged == 1 && study.villages.judged == 0 && study.people == 20)
  }

  private func interval(_ low: Int, _ high: Int) -> AccessTally.Interval {
    var interval = AccessTally.Interval()
    (interval.low, interval.high) = (low, high)
    return interval
  }
}
