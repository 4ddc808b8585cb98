import TestSupport
import Testing

@testable import Studies

@Suite("Figures by code")
struct FiguresByCodeTests {
  /// A dictionary says what should come out.
  @Test("says what a dictionary says after any changes", arguments: 0..<50)
  func likeADictionary(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    let codes = (0..<12).map { "\($0)" }
    var expected: [String: Double] = [:]
    for code in codes.prefix(6) { expected[code] = Double.random(in: 0...1, using: &random) }
    var figures = FiguresByCode(expected.mapValues { JoinedFigure(value: $0) })
    for _ in 0..<40 {
      let code = codes.randomElement(using: &random) ?? ""
      let value = Bool.random(using: &random) ? Double.random(in: 0...1, using: &random) : nil
      expected[code] = value
      figures[code] = value.map { JoinedFigure(value: $0) }
    }
    for code in codes + ["none"] { #expect(figures[code]?.value == expected[code]) }
    #expect(Set(figures.keys) == Set(expected.keys))
  }

  @Test("a change of one column leaves another that shares its codes as it was")
  func shared() {
    let index = FiguresByCode.Index([("a", 1), ("b", 0)])
    let one = FiguresByCode([JoinedFigure(value: 1), JoinedFigure(value: 2)], at: index)
    var other = FiguresByCode([JoinedFigure(value: 3), JoinedFigure(value: 4)], at: index)
    other["c"] = JoinedFigure(value: 5)
    other["a"] = nil
    #expect(one["a"]?.value == 2 && one["b"]?.value == 1 && one["c"]?.value == nil)
    #expect(other["a"]?.value == nil && other["b"]?.value == 3 && other["c"]?.value == 5)
  }

  @Test("columns of one index stand at the same positions until one gets a code of its own")
  func positions() {
    let index = FiguresByCode.Index([("a", 0), ("b", 1), ("a", 2)])
    let figures = (1...3).map { JoinedFigure(value: Double($0)) }
    let one = FiguresByCode(figures, at: index)
    var other = FiguresByCode(figures, at: index)
    #expect(one.positions(of: ["b", nil, "a", "none"]) == [1, nil, 2, nil])
    #expect(one.figure(at: 2).value == one["a"]?.value && one["a"]?.value == 3)
    other["b"] = JoinedFigure(value: 9)
    #expect(one.sharesIndex(with: other) && other["b"]?.value == 9 && one["b"]?.value == 2)
    other["c"] = JoinedFigure(value: 5)
    #expect(!one.sharesIndex(with: other))
    #expect(!one.sharesIndex(with: FiguresByCode(["a": JoinedFigure(value: 1)])))
  }
}
