import GeoModel
import Indicators
import Testing

@Suite("A value beside a target")
struct ComparisonTests {
  @Test(
    arguments: [
      (.atLeast(63), 63...63, .yes), (.atLeast(63), 62.9...62.9, .no),
      (.atLeast(63), 62...64, .unknown), (.atMost(59), 59...59, .yes), (.atMost(59), 60...61, .no),
      (.moreThan(98), 98...98, .no), (.moreThan(98), 98.1...98.1, .yes),
      (.moreThan(98), 97...98, .no), (.lessThan(15), 15...15, .no), (.lessThan(15), 14...14, .yes),
      (.lessThan(15), 14...15, .unknown), (.equal(30), 30.4...30.4, .yes),
      (.equal(30), 30.6...30.6, .no), (.equal(0.5), 0.54...0.54, .yes),
      (.equal(0.5), 0.56...0.56, .no), (.about(25), 22.5...27.5, .yes),
      (.about(25), 22.4...22.4, .no), (.about(25), 20...30, .unknown), (.about(0), 0...1, .yes),
      (.about(0), 2...2, .no), (.about(0), 1...2, .unknown),
    ] as [(GoalComparison, ClosedRange<Double>, Ternary)])
  func met(comparison: GoalComparison, value: ClosedRange<Double>, answer: Ternary) throws {
    #expect(try judged(comparison, figure("labour_services", value)).met == answer)
  }

  @Test("A range is judged at the low end where more is better, at the high end where less is")
  func ranges() throws {
    let range = GoalComparison.range(low: 4, high: 4.5)
    for (value, more, less, neither) in [
      (3.9, Ternary.no, Ternary.yes, Ternary.no), (4, .yes, .yes, .yes), (4.5, .yes, .yes, .yes),
      (5, .yes, .no, .no),
    ] {
      #expect(try judged(range, figure("health_standard", value...value)).met == more)
      #expect(try judged(range, figure("child_malnutrition", value...value)).met == less)
      #expect(try judged(range, figure("share_services", value...value)).met == neither)
      #expect(try judged(range, figure("own_column", value...value)).met == neither)
    }
  }

  @Test("Neither the twentieth digit nor the way to it decides")
  func rounding() throws {
    #expect((0.1 + 0.2) * 10 > 3)
    #expect(
      try judged(.atMost(3), figure("x", 3.0000000000000004...3.0000000000000004)).met == .yes)
    #expect(
      try judged(.moreThan(3), figure("x", 3.0000000000000004...3.0000000000000004)).met == .no)
    #expect(try judged(.atLeast(4), figure("x", 3.9999999999999996...4)).met == .yes)
  }

  @Test("An interval is judged as all of its values would be", arguments: 0..<300)
  func intervals(seed: Int) throws {
    // Quarters, so that ends are hit.
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: UInt64) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % count) / 4
    }
    let target = next(17)
    let low = next(17)
    let high = low + next(9)
    let comparisons: [GoalComparison] = [
      .atLeast(target), .atMost(target), .moreThan(target), .lessThan(target), .equal(target),
      .about(target), .range(low: target, high: target + 1),
    ]
    for comparison in comparisons {
      var answers: Set<Ternary> = []
      for step in 0...Int((high - low) * 80) {
        let value = low + Double(step) / 80
        answers.insert(try judged(comparison, figure("share_services", value...value)).met)
      }
      let whole = try judged(comparison, figure("share_services", low...high))
      #expect(
        whole.met == (answers.count == 1 ? answers.first : .unknown),
        "seed \(seed): \(comparison) of \(low)...\(high)")
    }
  }

  @Test("Comparators are read as the table writes them and as layers do")
  func comparators() {
    let texts = ["at least", "at most", "more than", "less than", "equal", "about", "baseline"]
    for text in texts {
      let comparison = GoalComparison(comparator: text, low: 5, high: 5)
      #expect(comparison?.comparator == text.replacing(" ", with: "_"))
      #expect(comparison?.target == 5...5)
    }
    #expect(
      GoalComparison(comparator: "range", low: 4, high: 4.5) == .range(low: 4, high: 4.5))
    #expect(GoalComparison(comparator: "range", low: 4.5, high: 4) == nil)
    #expect(GoalComparison(comparator: "nearly", low: 4, high: 4) == nil)
    #expect(GoalComparison(comparator: "at_least", low: .nan, high: .nan) == nil)
  }
}
