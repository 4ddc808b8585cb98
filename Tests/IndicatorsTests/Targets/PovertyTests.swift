import GeoModel
import Indicators
import Testing

@Suite("Falls of the share of poor households")
struct YearlyFallTests {
  static let goals = [
    TargetGoal(
      indicator: "poverty_rate_baseline", period: TargetPeriod(2020), comparison: .baseline(22.01)),
    TargetGoal(
      indicator: "poverty_reduction", period: TargetPeriod(2025),
      comparison: .range(low: 4, high: 4.5)),
    TargetGoal(
      indicator: "poverty_reduction", period: TargetPeriod(2030), comparison: .atLeast(3)),
  ]

  static func rate(
    _ year: Int, _ value: ClosedRange<Double>, code: String? = nil,
    rule: String = "multidimensional"
  ) -> Measurement {
    Measurement(
      indicator: "poverty_rate", level: code.map { _ in "commune" }, unitCode: code,
      period: TargetPeriod(year), value: value, unit: "percent of households", rule: rule)
  }

  @Test("From 22.01 % to 2.01 % in five years is 4 a year, in percentage points")
  func fromTheBaseline() throws {
    let rows = Scorecard.rows(Self.goals, [Self.rate(2025, 2.01...2.01)])
    #expect(rows.map(\.period.last) == [2020, 2025, 2030])
    #expect(rows[0].remark == .baseline)
    let value = try #require(rows[1].value)
    #expect(abs(value.lowerBound - 4) < 1e-12)
    #expect(rows[1].met == .yes)
    #expect(rows[1].measured == TargetPeriod(first: 2021, last: 2025))
    #expect(
      rows[1].rule == "mean yearly fall from 2020 to 2025; stated with the targets,"
        + " multidimensional")
    // The next span begins where this one ends, and there is nothing after.
    #expect(rows[2].met == .unknown)
    #expect(rows[2].remark == .notAnswered(need: TargetIndicator.named("poverty_reduction").need))
  }

  @Test("So far: the mean of the years that there are, and what it misses")
  func soFar() throws {
    let rows = Scorecard.rows(Self.goals, [Self.rate(2022, 16.01...16.01)])
    let value = try #require(rows[1].value)
    #expect(abs(value.lowerBound - 3) < 1e-12)
    #expect(rows[1].met == .no)
    let gap = try #require(rows[1].gap)
    #expect(abs(gap.upperBound - 1) < 1e-12)
    #expect(rows[1].gapUnit == "percentage points per year")
    #expect(rows[1].remark == .measuredBefore(TargetPeriod(first: 2021, last: 2022)))
  }

  @Test("Intervals: the least fall is from the lowest before to the highest after")
  func intervals() throws {
    let fall = try #require(
      Measurement.yearlyFall(
        "poverty_reduction", from: Self.rate(2020, 20...24), to: Self.rate(2024, 6...8)))
    #expect(fall.value == 3...4.5)
    #expect(
      Measurement.yearlyFall(
        "x", from: Self.rate(2024, 1...1), to: Self.rate(2020, 1...1)) == nil)
  }

  @Test("Units have no stated baseline; they fall from their own value, by their own rule")
  func units() {
    let rows = Scorecard.rows(
      Self.goals,
      [
        Self.rate(2020, 30...30, code: "1"), Self.rate(2025, 5...5, code: "1"),
        Self.rate(2025, 5...5, code: "2"),
        Self.rate(2020, 30...30, code: "3", rule: "before 2021"),
        Self.rate(2025, 5...5, code: "3"),
      ])
    let falls = rows.filter { $0.period.last == 2025 && $0.value != nil }
    #expect(falls.map(\.unitCode) == ["1"])
    #expect(falls.map(\.value) == [5...5])
    #expect(
      rows.filter { $0.indicator == "poverty_rate_baseline" }.map(\.value) == [
        nil, 30...30, 30...30,
      ])
  }

  @Test("A span says itself where it begins")
  func span() {
    let goal = TargetGoal(
      indicator: "poverty_reduction", period: TargetPeriod(first: 2026, last: 2030),
      comparison: .atLeast(3))
    let rows = Scorecard.rows([goal], [Self.rate(2025, 10...10), Self.rate(2027, 2...2)])
    #expect(rows.map(\.value) == [4...4])
  }

  @Test("A fall that the plan states itself comes first")
  func stated() {
    let own = Measurement(
      indicator: "poverty_reduction", period: TargetPeriod(2025), value: 4.2...4.2,
      unit: "percentage points per year", rule: "reported")
    let rows = Scorecard.rows(Self.goals, [Self.rate(2025, 20...20), own])
    #expect(rows[1].value == 4.2...4.2)
    #expect(rows.count == 3)
  }
}

@Suite("Fewer extremely difficult units: a merger is not progress")
struct BaseUnitTests {
  static func measure(
    before: [String: Ternary], after: [String: Ternary], parents: [String: String?]
  ) -> [Measurement] {
    Measurement.fewerUnits(
      "extremely_difficult_units",
      BaseUnit.units(before: before, after: after, by: TransferMatrix(parents: parents)),
      at: MeasuredPlace(period: TargetPeriod(2025), vintage: "2020-01-10"), rule: "Decision 33")
  }

  @Test("Four difficult units merged into two are still four")
  func merger() throws {
    let measured = Self.measure(
      before: ["1": .yes, "2": .yes, "3": .yes, "4": .yes], after: ["A": .yes, "B": .yes],
      parents: ["1": "A", "2": "A", "3": "B", "4": "B"])
    #expect(measured.map(\.value) == [0...0, 4...4])
    let goals = [
      TargetGoal(
        indicator: "extremely_difficult_units", period: TargetPeriod(2025),
        comparison: .atLeast(50),
        unit: "percent"),
      TargetGoal(
        indicator: "extremely_difficult_units", period: TargetPeriod(2030), comparison: .about(0),
        unit: "units"),
    ]
    for goals in [
      goals,
      goals.map {
        TargetGoal(indicator: $0.indicator, period: $0.period, comparison: $0.comparison)
      },
    ] {
      let rows = Scorecard.rows(goals, measured)
      #expect(rows.map(\.value) == [0...0, 4...4])
      #expect(rows.map(\.met) == [.no, .no])
      #expect(rows.map(\.gap) == [2...2, 3...3])
      #expect(rows.map(\.gapUnit) == ["units of the base year", "units of the base year"])
    }
  }

  @Test("Half of them no longer, each by itself")
  func progress() {
    let measured = Self.measure(
      before: ["1": .yes, "2": .yes, "3": .no], after: ["1": .yes, "2": .no, "3": .no],
      parents: ["1": "1", "2": "2", "3": "3"])
    #expect(measured.map(\.value) == [50...50, 1...1])
    #expect(measured[0].numerator == 1)
    #expect(measured[0].denominator == 2)
  }

  /// Before of 1 and 2, the status of the unit that they became, and what is said of each.
  @Test(
    arguments: [
      (.yes, .yes, .no, .no, .no), (.yes, .yes, .yes, .yes, .yes), (.no, .no, .yes, .yes, .yes),
      // The company that a unit keeps may have made the change.
      (.yes, .no, .no, .unknown, .no), (.yes, .no, .yes, .yes, .unknown),
      (.yes, .unknown, .no, .unknown, .unknown), (.yes, .yes, .unknown, .unknown, .unknown),
    ] as [(Ternary, Ternary, Ternary, Ternary, Ternary)])
  func company(one: Ternary, two: Ternary, new: Ternary, first: Ternary, second: Ternary) {
    let units = BaseUnit.units(
      before: ["1": one, "2": two], after: ["A": new],
      by: TransferMatrix(parents: ["1": "A", "2": "A"]))
    #expect(units.map(\.after) == [first, second])
  }

  @Test("A unit that was split has the status that its parts agree on")
  func split() throws {
    let steps = [step("2020", "2025", "1 ~ 8 0.5\n1 ~ 9 0.5")]
    let transfer = try matrix(["1"], steps)
    func after(_ eight: Ternary, _ nine: Ternary) -> [Ternary] {
      BaseUnit.units(before: ["1": .yes], after: ["8": eight, "9": nine], by: transfer).map(\.after)
    }
    #expect(after(.no, .no) == [.no])
    #expect(after(.yes, .yes) == [.yes])
    #expect(after(.yes, .no) == [.unknown])
  }

  @Test("What is not known makes an interval that holds the truth", arguments: 0..<81)
  func intervals(number: Int) throws {
    func ternary(_ place: Int) -> Ternary {
      var rest = number
      for _ in 0..<place { rest /= 3 }
      return Ternary.allCases[rest % 3]
    }
    let units = [
      BaseUnit(code: "1", before: ternary(0), after: ternary(1)),
      BaseUnit(code: "2", before: ternary(2), after: ternary(3)),
      BaseUnit(code: "3", before: .yes, after: .no),
    ]
    func fall(_ units: [BaseUnit]) throws -> ClosedRange<Double> {
      try #require(
        Measurement.fewerUnits("x", units, at: MeasuredPlace(), rule: "")[0].value)
    }
    let whole = try fall(units)
    func settled(_ status: Ternary) -> [Ternary] { status == .unknown ? [.yes, .no] : [status] }
    for a in settled(units[0].before) {
      for b in settled(units[0].after) {
        for c in settled(units[1].before) {
          for d in settled(units[1].after) {
            let truth = try fall([
              BaseUnit(code: "1", before: a, after: b), BaseUnit(code: "2", before: c, after: d),
              units[2],
            ])
            #expect(truth.lowerBound == truth.upperBound)
            #expect(whole.contains(truth.lowerBound), "\(units)")
          }
        }
      }
    }
  }

  @Test("No difficult unit to begin with: no share, and a reason")
  func nothingToBeginWith() {
    let measured = Self.measure(before: ["1": .no], after: ["1": .no], parents: ["1": "1"])
    #expect(measured.map(\.value) == [nil, 0...0])
    #expect(measured[0].reason == "no unit had the status in the base year")
  }
}
