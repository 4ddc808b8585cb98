import Boundaries
import GeoModel
import Testing

@Suite("Figures and names that cannot be")
struct PlausibilityTests {
  private func kinds(_ units: [AdministrativeUnit], _ figures: [UnitFigures]) -> [String] {
    ImpossibleValues.findings(
      for: units, figures: figures, neighbours: [[Int]](repeating: [], count: units.count),
      layer: "units.commune"
    ).map(\.kind)
  }

  @Test("each contradiction has its finding, and what is not known has none")
  func contradictions() {
    let a = unit("A", box(0, 0, 1, 1))
    #expect(kinds([a], [UnitFigures()]).isEmpty)
    #expect(kinds([a], [UnitFigures(population: 400, households: 100)]).isEmpty)
    #expect(
      kinds([a], [UnitFigures(population: 100, households: 400)]) == ["population-below-households"]
    )
    #expect(kinds([a], [UnitFigures(population: 0)]) == ["no-population"])
    #expect(kinds([a], [UnitFigures(population: -5)]) == ["negative-figure"])
    let amounts = [-41, 0, 7].map { UnitFigures.Named("near_poor", $0) }
    #expect(kinds([a], [UnitFigures(amounts: amounts)]) == ["negative-figure"])
    let shares = [-0.1, 0, 100, 100.1].map { UnitFigures.Named("poor_pct", $0) }
    #expect(
      kinds([a], [UnitFigures(percentages: shares)])
        == ["percent-out-of-range", "percent-out-of-range"])
  }

  @Test("the same people on the same declared area were copied")
  func copies() {
    let units = [
      unit("A", box(0, 0, 1, 1), declaredArea: 37e6),
      unit("B", box(1, 0, 2.5, 1), declaredArea: 37e6),
      unit("C", box(3, 0, 4, 1), declaredArea: 38e6),
    ]
    let figures = [1_599.0, 1_599, 1_599].map { UnitFigures(population: $0) }
    #expect(kinds(units, figures) == ["copied-figures"])
  }

  /// A unit of 1 km² amid five others with 80…120 people a km².
  private func suspects(_ value: Double) -> [TenfoldRule.Suspect] {
    TenfoldRule.suspects(
      people: [value, 80, 90, 100, 110, 120], areas: [Double](repeating: 1e6, count: 6),
      neighbours: [[1, 2, 3, 4, 5]] + [[Int]](repeating: [], count: 5))
  }

  @Test("ten times too few is suspect, thin settlement is not, a full town is not")
  func tenfold() {
    #expect(suspects(9).map(\.likely) == [90])
    #expect(suspects(9).map(\.unit) == [0])
    #expect(suspects(60).isEmpty)
    #expect(suspects(30).isEmpty)
    #expect(suspects(1_000).map(\.likely) == [100])
    #expect(suspects(1_001).isEmpty)
  }

  @Test("two slips side by side do not hide one another")
  func sideBySide() {
    let found = TenfoldRule.suspects(
      people: [9, 8, 100, 110, 120, 90], areas: [Double](repeating: 1e6, count: 6),
      neighbours: [[1, 2, 3, 4], [0, 2, 3, 5], [], [], [], []])
    #expect(found.map(\.unit) == [0, 1])
  }

  @Test("twins in one parent, and names that lost diacritics would mix up")
  func twins() {
    var units = (0..<5).map { unit("\($0)", parent: $0 == 4 ? "Q" : "P", box(0, 0, 1, 1)) }
    for (index, name) in ["Ba Tơ", "Ba Tô", "Sơn Hà", "sơn hà", "Ba Tơ"].enumerated() {
      units[index].name = name
    }
    let letters: [Character: Character] = ["ơ": "o", "ô": "o", "à": "a"]
    let findings = NameTwins.findings(
      for: units, level: "commune", spelling: { $0.lowercased() },
      withoutDiacritics: { String($0.map { letters[$0] ?? $0 }) })
    #expect(findings.map(\.kind) == ["name-twins", "differ-by-diacritics"])
    #expect(findings.map(\.feature) == ["2", "0"])
  }

  @Test("a code that moved is reused; a changed unit with its old boundary is stale")
  func continuity() throws {
    let old = [unit("1", box(0, 0, 2, 1)), unit("2", box(2, 0, 3, 1)), unit("3", box(5, 0, 6, 1))]
    let new = [
      unit("1", box(1.5, 0, 3, 1)), unit("2", box(2, 0, 3, 1)), unit("4", box(5, 0, 6, 1)),
    ]
    let pairs = try CodeContinuity.compare(old: old, new: new)
    #expect(pairs.map(\.code) == ["1", "2"])
    #expect(abs(pairs[0].likeness - 0.5 / 3) < 1e-9)
    #expect(abs(pairs[0].shareOfOld - 0.25) < 1e-9)
    #expect(pairs[1].likeness == 1)
    func findings(_ changed: Set<String>?) -> [Finding] {
      CodeContinuity.findings(
        from: pairs, new: new, by: .init(oldVintage: "2020-01-10", changed: changed),
        level: "commune")
    }
    #expect(findings(["2"]).map(\.kind) == ["codes-reused", "stale-geometry", "code-reused"])
    #expect(findings(["2"]).map(\.severity) == [.warning, .error, .note])
    #expect(findings(["2"]).map(\.amount) == ["1 of 2 codes", "100 %", "16.67 %"])
    // A unit that nothing says has changed keeps its boundary rightly.
    #expect(findings([]).map(\.kind) == ["codes-reused", "code-reused"])
    #expect(findings(nil).first?.remedy.contains("no crosswalk leads from 2020-01-10") == true)
  }
}
