import TestSupport
import Testing

@testable import Indicators

@Suite("Numbers")
struct NumberReadingTests {
  /// The text, and what it says as vi, plain, and without a style: a number, `-` for nothing,
  /// `!` for an error, `!!` for two readings.
  @Test(
    arguments: [
      ("2.161.755", "2161755.0", "!", "2161755.0"), ("1.137,56", "1137.56", "!", "1137.56"),
      ("1.234", "1234.0", "1.234", "!!"), ("1,234", "1.234", "1234.0", "!!"),
      ("1,234.5", "!", "1234.5", "1234.5"), ("12,5", "12.5", "!", "12.5"),
      ("0.123", "!", "0.123", "0.123"), ("1234.567", "!", "1234.567", "1234.567"),
      ("1234", "1234.0", "1234.0", "1234.0"), ("00123", "123.0", "123.0", "123.0"),
      ("2 161 755", "2161755.0", "2161755.0", "2161755.0"),
      ("2\u{A0}161\u{202F}755,5", "2161755.5", "!", "2161755.5"),
      ("12 34", "!", "!", "!"), ("1.23.456", "!", "!", "!"), ("1.234 567", "!", "!", "!"),
      ("-5", "-5.0", "-5.0", "-5.0"), ("\u{2212}1.137,56", "-1137.56", "!", "-1137.56"),
      ("(1.137,56)", "-1137.56", "!", "-1137.56"), ("-0", "0.0", "0.0", "0.0"),
      ("25%", "25.0%", "25.0%", "25.0%"), ("9,05 %", "9.05%", "!", "9.05%"),
      ("1.5e+07", "!", "15000000.0", "15000000.0"),
      ("-", "-", "-", "-"), ("–", "-", "-", "-"), ("…", "-", "-", "-"), ("...", "-", "-", "-"),
      ("n/a", "-", "-", "-"), ("N/A", "-", "-", "-"), ("", "-", "-", "-"), (" ", "-", "-", "-"),
      ("0", "0.0", "0.0", "0.0"), ("x", "!", "!", "!"), ("12a", "!", "!", "!"),
      ("nan", "!", "!", "!"), ("inf", "!", "!", "!"), ("0x10", "!", "!", "!"), ("%", "!", "!", "!"),
      ("1,", "!", "!", "!"), (",5", "!", "!", "!"), ("--5", "!", "!", "!"), ("5-", "!", "!", "!"),
    ])
  func readings(text: String, vi: String, plain: String, unstated: String) {
    #expect(said(text, .vi) == vi)
    #expect(said(text, .plain) == plain)
    #expect(said(text, nil) == unstated)
  }

  func said(_ text: String, _ style: NumberStyle?) -> String {
    do throws(NumberReadingError) {
      switch try NumberReading.read(text, style: style) {
      case .number(let value, let isPercent): return "\(value)" + (isPercent ? "%" : "")
      case .nothing: return "-"
      }
    } catch .twoReadings(_, let vi, let plain) {
      return vi == plain ? "?" : "!!"
    } catch {
      return "!"
    }
  }

  /// Every number, written in a style, reads back as itself.
  @Test func writtenNumbersReadBack() throws {
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let whole = Int.random(
        in: 0...Int(1) << Int.random(in: 1...40, using: &random), using: &random)
      let decimals = Int.random(in: 0...99, using: &random)
      for style in NumberStyle.allCases {
        let (group, mark) = style == .vi ? (".", ",") : (",", ".")
        var grouped = ""
        for (place, digit) in String(whole).reversed().enumerated() {
          if place > 0 && place % 3 == 0 { grouped = group + grouped }
          grouped = String(digit) + grouped
        }
        let fraction = (decimals < 10 ? "0" : "") + String(decimals)
        let text = grouped + mark + fraction
        #expect(
          try NumberReading.read(text, style: style).value == Double("\(whole).\(fraction)"),
          "seed \(seed): \(text)")
      }
    }
  }

  @Test func columnsNameTheCellAndWhatOthersSay() throws {
    let table = try DelimitedText.parse("a;ha\nx;1.234\ny;12,5\nz;abc\n")
    let column = NumberColumn(table, column: 1, name: "ha", rows: [1, 2, 3], style: nil)
    #expect(column.values == [nil, 12.5, nil])
    #expect(column.faults.map(\.row) == [2, 4])
    #expect(column.faults[0].error == .twoReadings(text: "1.234", vi: 1234, plain: 1.234))
    #expect(column.faults[0].error.description.contains("1234.0 with 'numbers: vi'"))
    #expect(column.faults[0].evidence == .init(style: .vi, row: 3, text: "12,5"))
    let stated = NumberColumn(table, column: 1, name: "ha", rows: [1, 2], style: .vi)
    #expect(stated.values == [1234, 12.5])
    #expect(stated.faults.isEmpty)
  }
}
