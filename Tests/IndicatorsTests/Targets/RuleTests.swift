import GeoModel
import Indicators
import Testing

@Suite("Extremely difficult: Decision 33/2020/QĐ-TTg")
struct ExtremelyDifficultRuleTests {
  typealias Commune = ExtremelyDifficultRule.Commune
  typealias Village = ExtremelyDifficultRule.Village
  static let rule = ExtremelyDifficultRule.decision33

  /// Ethnic %, poor %, new-rural, further condition.
  @Test(
    arguments: [
      (15.0, 20.0, false, nil, .yes), (14.99, 80, false, true, .no), (15, 20, true, true, .no),
      (15, 19.99, false, true, .yes), (15, 19.99, false, false, .no),
      (15, 19.99, false, nil, .unknown), (15, 15, false, true, .yes),
      (15, 14.99, false, true, .no), (nil, 20, false, true, .unknown),
      (nil, 14, false, true, .no), (15, nil, false, true, .unknown),
      (15, nil, true, nil, .no), (15, 20, nil, true, .unknown), (nil, nil, nil, nil, .unknown),
    ] as [(Double?, Double?, Bool?, Bool?, Ternary)])
  func communes(
    ethnic: Double?, poor: Double?, isNewRural: Bool?, further: Bool?, answer: Ternary
  ) {
    let commune = Commune(
      ethnicPercent: ethnic, poorPercent: poor, isNewRural: isNewRural,
      hasFurtherCondition: further)
    #expect(Self.rule.judge(commune) == answer)
  }

  @Test("A village: each further condition by itself, at its bound, unknown, and settled without")
  func villages() {
    func judge(_ change: (inout Village) -> Void) -> Ternary {
      var village = Village(
        ethnicPercent: 90, poorPercent: 17, ethnicOfPoorPercent: 60, lacksRoad: false,
        hasGrid: true, withoutGridPercent: 30)
      change(&village)
      return Self.rule.judge(village)
    }
    #expect(judge { _ in } == .no)
    #expect(judge { $0.ethnicOfPoorPercent = 60.1 } == .yes)
    #expect(judge { $0.lacksRoad = true } == .yes)
    #expect(judge { $0.hasGrid = false } == .yes)
    #expect(judge { $0.withoutGridPercent = 30.1 } == .yes)
    #expect(judge { $0.lacksRoad = nil } == .unknown)
    #expect(
      judge {
        $0.lacksRoad = nil
        $0.ethnicOfPoorPercent = 61
      } == .yes)
    #expect(judge { $0.poorPercent = 20 } == .yes)
    #expect(
      judge {
        $0.poorPercent = 20
        $0.lacksRoad = nil
        $0.ethnicOfPoorPercent = nil
      } == .yes)
    #expect(judge { $0.poorPercent = 14.9 } == .no)
    #expect(
      judge {
        $0.poorPercent = 14.9
        $0.lacksRoad = nil
      } == .no)
    #expect(judge { $0.ethnicPercent = 14.9 } == .no)
  }

  @Test(
    "Where at most 30 % lack the grid there is one; that it exists does not tell how many have it")
  func grid() {
    var village = Village(
      ethnicPercent: 90, poorPercent: 17, ethnicOfPoorPercent: 0, lacksRoad: false,
      withoutGridPercent: 0)
    #expect(Self.rule.judge(village) == .no)
    village.withoutGridPercent = nil
    village.hasGrid = true
    #expect(Self.rule.judge(village) == .unknown)
  }

  @Test("What is unknown is settled only where any answer to it gives the same", arguments: 0..<64)
  func unknownMeansEither(known: Int) {
    let values: [(Double?, Bool?)] = [(17, true), (17, false)]
    for (poor, flag) in values {
      func pick<Value>(_ bit: Int, _ value: Value?) -> Value? {
        known & (1 << bit) == 0 ? nil : value
      }
      let partial = Commune(
        ethnicPercent: pick(0, 40), poorPercent: pick(1, poor), isNewRural: pick(2, flag),
        hasFurtherCondition: pick(3, flag))
      var answers: Set<Ternary> = []
      for ethnic in [10.0, 40] {
        for share in [10.0, 17, 30] {
          for isNewRural in [true, false] {
            for further in [true, false] {
              answers.insert(
                Self.rule.judge(
                  Commune(
                    ethnicPercent: partial.ethnicPercent ?? ethnic,
                    poorPercent: partial.poorPercent ?? share,
                    isNewRural: partial.isNewRural ?? isNewRural,
                    hasFurtherCondition: partial.hasFurtherCondition ?? further)))
            }
          }
        }
      }
      let expected = answers.count == 1 ? answers.first : .unknown
      #expect(Self.rule.judge(partial) == expected, "\(partial)")
    }
  }

  @Test func versions() {
    #expect(ExtremelyDifficultRule.version(on: "2020-12-31") == nil)
    #expect(ExtremelyDifficultRule.version(on: "2021-01-01") == .decision33)
    #expect(ExtremelyDifficultRule.version(on: "2025-12-31") == .decision33)
    #expect(ExtremelyDifficultRule.version(on: "2026-01-01") == nil)
    #expect(RuleValidity(from: "2026-01-01").contains("2999-01-01"))
  }
}

@Suite("Mountain village and commune: Decree 272/2025/NĐ-CP")
struct MountainRuleTests {
  static let rule = MountainRule.decree272

  /// Share at 200 m or above, share of 15 % slope or more, each lowest and highest.
  @Test(
    arguments: [
      (2.0 / 3...2.0 / 3, 0...0, .yes), (0...0, 2.0 / 3...1, .yes), (0.66...0.66, 0.66...0.66, .no),
      (0.6...0.7, 0...0, .unknown), (0.6...0.7, 0.9...0.9, .yes), (nil, 0.9...0.9, .yes),
      (nil, 0.1...0.1, .unknown), (nil, nil, .unknown),
      // Two thirds added up from cells.
      (0.6666666666665...0.6666666666665, 0...0, .yes),
    ] as [(ClosedRange<Double>?, ClosedRange<Double>?, Ternary)])
  func villages(
    high: ClosedRange<Double>?, steep: ClosedRange<Double>?, answer: Ternary
  ) {
    #expect(Self.rule.judgeVillage(highShare: high, steepShare: steep) == answer)
  }

  @Test(
    arguments: [
      (0.7...0.7, nil, .yes), (0.1...0.1, [.yes, .yes, .no], .yes),
      (0.1...0.1, [.yes, .no, .no], .no), (0.1...0.1, [.yes, .unknown, .no], .unknown),
      (0.1...0.1, [.no, .unknown, .no], .no), (0.1...0.1, [], .unknown),
      (0.1...0.1, nil, .unknown), (nil, [.yes], .yes), (nil, [.no], .unknown),
      (0.6...0.7, [.no], .unknown), (0.6...0.7, [.yes, .yes, .unknown], .yes),
    ] as [(ClosedRange<Double>?, [Ternary]?, Ternary)])
  func communes(high: ClosedRange<Double>?, villages: [Ternary]?, answer: Ternary) {
    #expect(Self.rule.judgeCommune(highShare: high, villages: villages) == answer)
  }

  @Test func versions() {
    #expect(MountainRule.version(on: "2025-12-31") == nil)
    #expect(MountainRule.version(on: "2026-01-01")?.source == "Decree 272/2025/NĐ-CP")
  }
}
