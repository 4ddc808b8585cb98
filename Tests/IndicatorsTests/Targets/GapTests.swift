import GeoModel
import Indicators
import Testing

@Suite("What is missing, in the unit of those who bring it about")
struct GapTests {
  static let study = MeasuredPlace()

  @Test("Forest: hectares of the natural area, all unknown on either side")
  func forest() throws {
    let measured = Measurement.forestCover(
      forest: 600, other: 350, unknown: 50, at: Self.study, rule: "national")
    #expect(measured.value == 60...65)
    let row = try judged(.atLeast(63), measured)
    #expect(row.met == .unknown)
    #expect(row.numerator == 600)
    #expect(row.denominator == 1000)
    #expect(row.gap == 0...30)
    #expect(row.gapUnit == "ha")
    #expect(try judged(.atLeast(67), measured).gap == 20...70)
    #expect(try judged(.atLeast(60), measured).gap == 0...0)
  }

  @Test("The published example: 51.01 % of 515,574 ha misses 63 % by 61,817 ha")
  func published() throws {
    let measured = Measurement.forestCover(
      forest: 262_994.45, other: 515_574 - 262_994.45, unknown: 0, at: Self.study, rule: "national")
    let row = try judged(.atLeast(63), measured)
    let value = try #require(row.value)
    #expect(abs(value.lowerBound - 51.01) < 0.005)
    let gap = try #require(row.gap)
    #expect(abs(gap.lowerBound - 61_817.17) < 0.01)
    #expect(row.met == .no)
  }

  @Test("Roads: whole villages")
  func roads() throws {
    let measured = Measurement.hardenedRoads(
      hardened: 12, unknown: 3, judged: 23, at: Self.study, rule: "hardened")
    // 70 % of 23 is 16.1: seventeen villages.
    let row = try judged(.atLeast(70), measured)
    #expect(row.gap == 2...5)
    #expect(row.gapUnit == "villages")
    #expect(row.met == .no)
    // 70 % of 10 is 7, and not 8 by the last digit.
    let ten = Measurement.hardenedRoads(
      hardened: 6, unknown: 0, judged: 10, at: Self.study, rule: "hardened")
    #expect(try judged(.atLeast(70), ten).gap == 1...1)
    #expect(try judged(.moreThan(60), ten).gap == 1...1)
    #expect(try judged(.atMost(45), ten).gap == 2...2)
    #expect(try judged(.lessThan(60), ten).gap == 1...1)
  }

  @Test(
    "The gap of whole things is the least number that meets the goal",
    arguments: [1, 2, 3, 7, 10, 23, 30])
  func leastNumber(villages: Int) throws {
    func measured(_ hardened: Int) -> Measurement {
      .hardenedRoads(
        hardened: hardened, unknown: 0, judged: villages, at: Self.study, rule: "hardened")
    }
    for hardened in 0...villages {
      for percent in [30.0, 33, 45, 66.6, 70, 77, 98, 100] {
        for comparison in [GoalComparison.atLeast(percent), .moreThan(percent)] {
          let gap = try #require(try judged(comparison, measured(hardened)).gap)
          let missing = Int(gap.upperBound)
          #expect(gap == Double(missing)...Double(missing))
          let there = try judged(comparison, measured(hardened + missing)).met
          #expect(there == .yes, "\(hardened) of \(villages), \(comparison)")
          if missing > 0 {
            let before = try judged(comparison, measured(hardened + missing - 1)).met
            #expect(before == .no, "\(hardened) of \(villages), \(comparison)")
          }
        }
      }
    }
  }

  @Test("A share without a denominator misses percentage points")
  func noDenominator() throws {
    let row = try judged(
      .atLeast(99), figure("electricity", 97.5...97.5, unit: "percent of people"))
    #expect(row.gap == 1.5...1.5)
    #expect(row.gapUnit == "percentage points")
  }

  @Test func figures() throws {
    let jobs = Measurement.figure(
      "jobs", 4200, unit: "workers per year", counted: CountedThing("workers per year"),
      at: Self.study, rule: "counted")
    let row = try judged(.range(low: 5000, high: 6000), jobs)
    #expect(row.gap == 800...800)
    #expect(row.gapUnit == "workers per year")
  }
}
