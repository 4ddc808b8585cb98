import GeoModel
import Indicators
import Testing

@Suite("Which value counts")
struct ScorecardTests {
  static let goal = TargetGoal(
    indicator: "electricity", period: TargetPeriod(2025), comparison: .atLeast(99))

  @Test("A goal that nothing answers is listed with what it would need")
  func notAnswered() throws {
    let goals = ["forest_cover", "village_hardened_road", "literacy", "poverty_reduction"].map {
      TargetGoal(indicator: $0, period: TargetPeriod(2025), comparison: .atLeast(1))
    }
    let rows = Scorecard.rows(goals, [])
    #expect(rows.map(\.indicator) == goals.map(\.indicator))
    for row in rows {
      #expect(row.met == .unknown)
      #expect(row.remark == .notAnswered(need: TargetIndicator.named(row.indicator).need))
    }
    #expect(rows[2].remark?.message.contains("'literacy'") == true)
  }

  @Test("The goal's year, else no date, else the latest year before; later ones tell nothing")
  func years() throws {
    let values = [2030: 50.0, 2025: 99, 2022: 98, 2016: 97].map {
      figure("electricity", $0.value...$0.value, year: $0.key)
    }
    let undated = figure("electricity", 60...60)
    func measured(_ values: [Measurement]) -> [ScorecardRow] {
      Scorecard.rows([Self.goal], values)
    }
    #expect(measured(values + [undated]).map(\.measured) == [TargetPeriod(2025)])
    let old = values.filter { $0.period?.last != 2025 }
    #expect(measured(old + [undated]).map(\.value) == [60...60])
    #expect(measured(old).map(\.value) == [98...98])
    #expect(measured(old).map(\.remark) == [.measuredBefore(TargetPeriod(2022))])
    let later = measured(values.filter { $0.period?.last == 2030 })
    #expect(later.map(\.met) == [.unknown])
    #expect(later.map(\.remark) == [.measuredOutside([TargetPeriod(2030)])])
  }

  @Test("The study first, then units by level and code; the order of values does not matter")
  func order() {
    let values = [
      figure("electricity", 90...90, level: "commune", code: "2"),
      figure("electricity", 91...91, level: "commune", code: "10"),
      figure("electricity", 92...92, level: "district", code: "3"),
      figure("electricity", 93...93),
    ]
    let rows = Scorecard.rows([Self.goal], values, levels: ["district", "commune"])
    #expect(rows.map(\.unitCode) == [nil, "3", "10", "2"])
    #expect(rows.map(\.isJudged) == [true, false, false, false])
    #expect(
      Scorecard.rows([Self.goal], values.reversed(), levels: ["district", "commune"]) == rows)
    var goal = Self.goal
    goal.level = "commune"
    let communes = Scorecard.rows([goal], values)
    #expect(communes.map(\.unitCode) == ["10", "2"])
    #expect(communes.map(\.isJudged) == [true, true])
    goal.level = "village"
    #expect(Scorecard.rows([goal], values).map(\.level) == ["village"])
    #expect(Scorecard.rows([goal], values).map(\.met) == [.unknown])
  }

  @Test("Units measured and the study not: the study's line is still there")
  func studyIsMissing() {
    let rows = Scorecard.rows(
      [Self.goal], [figure("electricity", 100...100, level: "commune", code: "1")])
    #expect(rows.map(\.unitCode) == [nil, "1"])
    #expect(rows.map(\.met) == [.unknown, .yes])
  }

  @Test("Two values of one rule and date are not chosen between; the same value twice is one")
  func several() {
    let one = figure("electricity", 98...98, year: 2025)
    let other = figure("electricity", 99...99, year: 2025)
    let rows = Scorecard.rows([Self.goal], [one, other])
    #expect(rows.map(\.remark) == [.several(2)])
    #expect(rows.map(\.value) == [nil])
    #expect(Scorecard.rows([Self.goal], [one, one]).map(\.met) == [.no])
  }

  @Test("Values by several rules are both printed")
  func rules() {
    let rows = Scorecard.rows(
      [Self.goal],
      [
        figure("electricity", 98...98, rule: "of 2020"),
        figure("electricity", 99...99, rule: "of 2025"),
      ])
    #expect(rows.map(\.rule) == ["of 2020", "of 2025"])
    #expect(rows.map(\.met) == [.no, .yes])
  }

  @Test("Per cent is not compared with a number")
  func otherUnit() throws {
    let row = try judged(
      .atLeast(99), figure("electricity", 4000...4000, unit: "households"),
      unit: "percent of households")
    #expect(row.met == .unknown)
    #expect(
      row.remark == .otherUnit(measured: "households", target: "percent of households"))
  }

  @Test("A value that is not known says why")
  func notKnown() throws {
    var value = figure("electricity", nil)
    value.reason = "of 2 of 24 units the number of households is not known"
    let row = try judged(.atLeast(99), value)
    #expect(row.met == .unknown)
    #expect(row.remark == .notKnown("of 2 of 24 units the number of households is not known"))
  }

  @Test("Shares add up as numerators and denominators; an unknown numerator is none to all")
  func shares() throws {
    func share(_ parts: [(Double?, Double?)]) -> Measurement {
      Measurement.share(
        "poverty_rate", parts: parts.map { ($0.0, $0.1) }, counted: .households,
        at: MeasuredPlace(), rule: "Σ poor ÷ Σ households")
    }
    #expect(share([(10, 100), (150, 300)]).value == 40...40)
    #expect(share([(10, 100), (nil, 300)]).value == 2.5...77.5)
    #expect(share([(10, 100), (nil, 0)]).value == 10...10)
    #expect(share([(10, 100), (5, nil)]).value == nil)
    #expect(share([(10, 100), (5, nil)]).denominator == nil)
    #expect(share([]).value == nil)
    #expect(share([(0, 0)]).reason == "there are no households")
    #expect(share([(.nan, 100), (10, 100)]).value == 5...55)
  }
}
