import TestSupport
import Testing

@testable import Indicators

@Suite("Laws of matching")
struct MatchingLawTests {
  static let syllables = [
    "Ba", "Tơ", "Tô", "Sơn", "Hà", "Hạ", "Trà", "Bồng", "Thuỷ", "Thủy", "Kỳ", "Kì", "Đăk", "Đắk",
    "Hoà", "Hòa", "Minh", "Long", "Vì", "Xa", "Giang",
  ]

  static func name(_ random: inout SeededGenerator) -> String {
    let type = ["Xã ", "Thị trấn ", "", "Phường "].randomElement(using: &random) ?? ""
    let words = (0..<2).map { _ in syllables.randomElement(using: &random) ?? "" }
    return type + words.joined(separator: " ")
  }

  static func parent(_ random: inout SeededGenerator) -> String? {
    ["Huyện Ba Tơ", "Huyện Sơn Hà", nil].randomElement(using: &random) ?? nil
  }

  static func example(_ seed: UInt64) -> (rows: [RowRecord], units: [UnitRecord]) {
    var random = SeededGenerator(seed: seed)
    let units = (0..<12).map { index in
      UnitRecord(
        index: index, level: "commune", code: String(index), name: name(&random),
        parents: parent(&random).map { [UnitRecord.Parent(code: nil, name: $0)] } ?? [])
    }
    let rows = (0..<12).map { row in
      RowRecord(row: row, name: name(&random), parent: parent(&random))
    }
    return (rows, units)
  }

  /// What became of each row, by its number, and of each unit, by its index, without positions.
  static func summary(_ result: MatchResult) -> [String] {
    let rows = result.rows.map { match in
      let unit = match.unit.map { String(result.units[$0].unit.index) } ?? "-"
      let candidates = match.candidates.map {
        "\(result.units[$0.unit].unit.index)\($0.why.rawValue)\($0.distance)"
      }
      return "row \(match.row.row) \(match.outcome) \(match.tier?.rawValue ?? "-") \(unit)"
        + " \(match.flags) \(candidates)"
    }
    let units = result.units.map { match in
      "unit \(match.unit.index) \(match.outcome) \(match.rows.map { result.rows[$0].row.row })"
        + " \(match.suggestions.map { result.rows[$0].row.row })"
    }
    return rows.sorted() + units.sorted()
  }

  @Test(arguments: [MatchRules.Scope.all, .subset])
  func orderAndWritingChangeNothing(scope: MatchRules.Scope) {
    let rules = MatchRules(level: "commune", key: .name, scope: scope)
    for seed in 0..<300 as Range<UInt64> {
      let (rows, units) = Self.example(seed)
      let expected = Self.summary(Matcher.match(rows: rows, units: units, rules: rules))
      var random = SeededGenerator(seed: seed &+ 1_000_000)
      let shuffled = rows.shuffled(using: &random).map { row in
        var row = row
        row.name = row.name.map { Self.rewritten($0, &random) }
        row.parent = row.parent.map { Self.rewritten($0, &random) }
        return row
      }
      let others = units.shuffled(using: &random)
      let found = Self.summary(Matcher.match(rows: shuffled, units: others, rules: rules))
      #expect(found == expected, "seed \(seed)")
    }
  }

  static func rewritten(_ name: String, _ random: inout SeededGenerator) -> String {
    var text = Bool.random(using: &random) ? name.decomposed : name.precomposed
    if Bool.random(using: &random) { text = text.uppercased() }
    let space = [" ", "  ", "\u{A0}", "\u{200B} "].randomElement(using: &random) ?? " "
    return ["", "7. ", " "].randomElement(using: &random).map {
      $0 + text.replacing(" ", with: space)
    }
      ?? text
  }

  /// Every row is accounted for; a matched row's unit has its name in some spelling; a unit's rows
  /// are those that name it.
  @Test func everythingIsAccountedFor() {
    for seed in 0..<300 as Range<UInt64> {
      let (rows, units) = Self.example(seed)
      let result = Matcher.match(
        rows: rows, units: units, rules: MatchRules(level: "commune", key: .name))
      #expect(result.rows.map(\.row) == rows, "seed \(seed)")
      #expect(result.units.map(\.unit) == units, "seed \(seed)")
      for (position, match) in result.rows.enumerated() {
        let isOfUnit = match.outcome == .matched || match.outcome == .doubled
        #expect((match.unit != nil) == isOfUnit, "seed \(seed)")
        guard let unit = match.unit else { continue }
        #expect(result.units[unit].rows.contains(position), "seed \(seed)")
        let spellings = [match.row.name, units[unit].name].map { name in
          let read = ReadName(name ?? "", type: nil, level: "commune")
          return Set(read.readings.map(\.orthographic))
        }
        #expect(!spellings[0].isDisjoint(with: spellings[1]), "seed \(seed)")
      }
    }
  }

  /// The distance against the full table of the definition.
  @Test func editDistanceIsThatOfItsDefinition() {
    var scratch = EditDistance.Scratch()
    for seed in 0..<3000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...7, using: &random)).map { _ in
          UInt8.random(in: 97...99, using: &random)
        }
      }
      let expected = Self.alignment(words[0], words[1])
      for limit in 0...3 {
        let found = EditDistance.distance(words[0], words[1], limit: limit, scratch: &scratch)
        #expect(found == (expected <= limit ? expected : nil), "seed \(seed), limit \(limit)")
      }
    }
  }

  static func alignment(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var table = Array(
      repeating: Array(repeating: 0, count: second.count + 1), count: first.count + 1)
    for row in 0...first.count {
      for column in 0...second.count {
        if row == 0 || column == 0 {
          table[row][column] = row + column
          continue
        }
        let change = first[row - 1] == second[column - 1] ? 0 : 1
        var best = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + change)
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[first.count][second.count]
  }
}
