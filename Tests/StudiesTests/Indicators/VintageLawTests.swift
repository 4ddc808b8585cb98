import GeoModel
import Studies
import TestSupport
import Testing

/// What holds of every crosswalk and every table.
@Suite("Round trips through crosswalks")
struct VintageLawTests {
  /// A made-up crosswalk to six communes of two districts, and a table of old units.
  struct Drawn {
    var table: [String] = []
    var crosswalk: [String] = []
    var people = 0
    var poor = 0.0

    init(random: inout SeededGenerator) {
      let targets = (1...6).map { "20\($0)" }
      for number in 1...20 {
        let code = "1\(number < 10 ? "0" : "")\(number)"
        let households = Int.random(in: 1...900, using: &random)
        let count = Int.random(in: 0...9_999, using: &random)
        people += count
        let share = Int.random(in: 0...100, using: &random)
        poor += Double(households * share) / 100
        table.append("\(code);\(count);\(households);\(share)")
        // The first six reach every commune, so that none is empty.
        if number <= 6 || Bool.random(using: &random) {
          let target = number <= 6 ? targets[number - 1] : targets.randomElement(using: &random)
          crosswalk.append("\(code),\(target ?? ""),full,")
          continue
        }
        let parts = targets.shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random))
        var left = 1000
        for (index, part) in parts.enumerated() {
          let isLast = index == parts.count - 1
          let weight = isLast ? left : Int.random(in: 0...left, using: &random)
          left -= weight
          crosswalk.append("\(code),\(part),partial,\(Double(weight) / 1000)")
        }
      }
    }
  }

  static let columns = """
    dân: {field: dân, kind: count}, hộ: {field: hộ, kind: count}, \
    nghèo: {field: nghèo, kind: share, of: hộ}
    """

  static func study(_ drawn: Drawn) throws -> JoinStudy {
    let communes: [JoinStudy.Commune] = (1...6).map { ("20\($0)", "Xã \($0)", "H\($0 % 2)") }
    let study = try JoinStudy(communes, vintage: "2025-07-01")
    try write(drawn, to: study)
    return study
  }

  static func write(_ drawn: Drawn, to study: JoinStudy) throws {
    try study.folder.write(
      "mã;dân;hộ;nghèo\n" + drawn.table.joined(separator: "\n") + "\n", to: "table.csv")
    try study.folder.write(
      "old,new,type,weight\n" + drawn.crosswalk.joined(separator: "\n") + "\n",
      to: "crosswalk.csv")
  }

  static let more = "crosswalk:\n" + VintageFaultTests.step()

  @Test("totals are conserved, at every level", arguments: 1...12)
  func conserved(seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let drawn = Drawn(random: &random)
    let study = try Self.study(drawn)
    for level in ["commune", "district"] {
      let result = try await study.join(
        VintageFaultTests.indicator(Self.columns), more: Self.more, level: level)
      #expect(result.isComplete, "seed \(seed)")
      let sum = result.layer.features.reduce(0) { $0 + ($1.number("dân") ?? .nan) }
      let people = Double(drawn.people)
      #expect(abs(sum - people) <= 1e-9 * people, "seed \(seed)")
      #expect(abs((result.layer.total("dân") ?? .nan) - people) <= 1e-9 * people, "seed \(seed)")
      let poor = result.layer.features.reduce(0) { $0 + ($1.number("nghèo_numerator") ?? .nan) }
      #expect(abs(poor - drawn.poor) <= 1e-9 * drawn.poor, "seed \(seed)")
      #expect(result.proofs.allSatisfy { $0.holds }, "seed \(seed)")
    }
  }

  /// The district's figure, added up from communes that the crosswalk filled, is what a crosswalk
  /// straight to the district gives.
  @Test("to carry over and then add up is to add up and then carry over", arguments: 1...6)
  func commutes(seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let drawn = Drawn(random: &random)
    let study = try Self.study(drawn)
    let up = try await study.join(
      VintageFaultTests.indicator(Self.columns), more: Self.more, level: "district")
    // By hand: every row's people by weight and target's district.
    var expected = ["H0": 0.0, "H1": 0.0]
    for line in drawn.crosswalk {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let row = try #require(drawn.table.first { $0.hasPrefix("\(cells[0]);") })
      let people = try #require(Double(row.split(separator: ";")[1]))
      let target = try #require(cells[1].last?.wholeNumberValue)
      expected["H\(target % 2)", default: 0] += people * (Double(cells[3]) ?? 1)
    }
    for (code, people) in expected {
      let figure = up.figures("dân")[code].flatMap(\.self) ?? .nan
      #expect(abs(figure - people) <= 1e-9 * people, "seed \(seed): \(code)")
    }
  }

  @Test("the order of rows, of the table and of the crosswalk, changes no bit", arguments: 1...6)
  func order(seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    var drawn = Drawn(random: &random)
    let study = try Self.study(drawn)
    let indicator = VintageFaultTests.indicator(Self.columns)
    let first = try await study.join(indicator, more: Self.more)
    drawn.table.shuffle(using: &random)
    drawn.crosswalk.shuffle(using: &random)
    try Self.write(drawn, to: study)
    let second = try await study.join(indicator, more: Self.more)
    #expect(second.layer == first.layer, "seed \(seed)")
    #expect(second.findings == first.findings, "seed \(seed)")
    #expect(second.reports.map(\.units) == first.reports.map(\.units), "seed \(seed)")
  }
}
