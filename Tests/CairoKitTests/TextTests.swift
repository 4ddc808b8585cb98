import CairoKit
import GeoModel
import TestSupport
import Testing

@Suite("Text") struct TextTests {
  /// Every letter of Vietnamese with each of its tones, small and capital, and signs that maps use.
  static let alphabet: String = {
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    let vowels = "aăâeêioôơuưy".flatMap { vowel in tones.map { "\(vowel)\($0)" } }
    let small = vowels.joined() + "bcdđghklmnpqrstvx"
    return small + small.uppercased() + "0123456789.,–%²()©:▸·"
  }()

  @Test(
    "the fonts at hand have all letters of Vietnamese, composed or not",
    arguments: [TextStyle.Weight.regular, .semibold, .bold])
  func coverage(weight: TextStyle.Weight) throws {
    let block = try Typesetter().set(Self.alphabet, TextStyle(size: 9, weight: weight))
    #expect(block.unknownGlyphCount == 0)
    // A letter that no font has is counted: an unassigned place of Unicode.
    #expect(try Typesetter().set("a\u{0378}", TextStyle(size: 9)).unknownGlyphCount == 1)
  }

  @Test("a name is as wide composed as decomposed")
  func composition() throws {
    let typesetter = try Typesetter()
    let composed = try typesetter.set("Nhương Phắp", TextStyle(size: 9))
    let decomposed = try typesetter.set(
      "Nhu\u{31B}o\u{31B}ng Pha\u{306}\u{301}p", TextStyle(size: 9))
    #expect(abs(composed.width - decomposed.width) < 0.01)
  }

  @Test("size is proportional; lines break at the width and are counted in the height")
  func measure() throws {
    let typesetter = try Typesetter()
    let small = try typesetter.set("Sơn Hà", TextStyle(size: 8))
    let large = try typesetter.set("Sơn Hà", TextStyle(size: 16))
    #expect(abs(large.width / small.width - 2) < 0.01)
    let line = try typesetter.set("một hai ba bốn", TextStyle(size: 8))
    let broken = try typesetter.set(
      "một hai ba bốn", TextStyle(size: 8), width: line.width * 0.6)
    #expect(abs(broken.height - 2 * line.height) < 0.01)
    #expect(broken.width <= line.width * 0.6)
    #expect(try typesetter.set("", TextStyle(size: 8)).width == 0)
  }

  @Test("a halo lightens what is around the letters")
  func halo() throws {
    func ink(_ halo: LineStyle?) throws -> Int {
      let picture = try #require(
        PNGPixels(
          drawn(.png(dotsPerInch: 144)) { canvas in
            let block = try Typesetter().set("Ơ", TextStyle(size: 20))
            canvas.draw(block, x: 5, y: 1, colour: Colour(0xFF0000), halo: halo)
          }))
      var white = 0
      for row in 0..<picture.height {
        for column in 0..<picture.width where picture[column, row] == [255, 255, 255] { white += 1 }
      }
      return white
    }
    #expect(try ink(nil) == 0)
    #expect(try ink(LineStyle(colour: .white, width: 2)) > 200)
  }
}
