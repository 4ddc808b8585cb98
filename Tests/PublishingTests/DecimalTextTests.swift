import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
  @Test(
    "examples",
    arguments: [
      (0.0, 6, "0"), (-0.0, 6, "0"), (-0.000_000_4, 6, "0"), (0.000_000_6, 6, "0.000001"),
      (108.5, 6, "108.5"), (-180, 6, "-180"), (0.1 + 0.2, 9, "0.3"), (999.999_999_6, 6, "1000"),
      (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
      (1e21, 3, "1000000000000000000000"), (-9_223_372_036_854_775_808, 2, "-9223372036854775808"),
      (1e-300, 15, "0"), (123_456.789, 3, "123456.789"),
    ] as [(Double, Int, String)])
  func examples(value: Double, decimals: Int, expected: String) {
    #expect(DecimalText.text(value, decimals: decimals) == expected)
  }

  @Test("numbers that are none have no text")
  func notFinite() {
    #expect(DecimalText.text(.nan, decimals: 3) == nil)
    #expect(DecimalText.text(.infinity, decimals: 3) == nil)
  }

  /// Four times 50,000 numbers of every size against C's printf: degrees, halves and other ties, random bit
  /// patterns from the smallest to the greatest.
  @Test("the same digits as printf", arguments: [11, 12, 13, 14] as [UInt64])
  func againstPrintf(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var differences: [String] = []
    for round in 0..<50_000 {
      let decimals = Int.random(in: 0...15, using: &generator)
      let value: Double
      switch round % 5 {
      case 0: value = Double.random(in: -180...180, using: &generator)
      case 1: value = Double(Int.random(in: -100_000...100_000, using: &generator)) / 1024
      case 2: value = Double(Int.random(in: -9_999_999...9_999_999, using: &generator)) / 1e7 * 5
      case 3: value = Double(bitPattern: generator.next())
      default: value = Double.random(in: -1e17...1e17, using: &generator)
      }
      guard value.isFinite else { continue }
      var expected = String(format: "%.\(decimals)f", value)
      if (Double(expected) ?? 1) == 0 && expected.hasPrefix("-") { expected.removeFirst() }
      let kept = DecimalText.text(value, decimals: decimals, keepsZeros: true)
      if kept != expected { differences.append("\(value) to \(decimals): \(kept ?? "nil")") }
      if expected.contains(".") {
        while expected.hasSuffix("0") { expected.removeLast() }
        if expected.hasSuffix(".") { expected.removeLast() }
      }
      let minimal = DecimalText.text(value, decimals: decimals)
      if minimal != expected { differences.append("\(value) to \(decimals): \(minimal ?? "nil")") }
    }
    #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(5))")
  }
}
