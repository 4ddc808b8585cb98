import CairoKit
import GeoAlgorithms
import GeoModel
import Publishing
import TestSupport
import Testing

@testable import Cartography

@Suite("Themes") struct ThemeTests {
  private static func village(
    car: String, allSeason: String, hardened: String
  ) -> LayerFeature {
    LayerFeature(
      identifier: "village/1", geometry: .point(Coordinate(x: 1, y: 2)),
      properties: [
        Property("car", .text(car)), Property("all_season", .text(allSeason)),
        Property("hardened", .text(hardened)),
      ])
  }

  @Test("villages without a hardened road by the reason why")
  func villages() {
    let theme = Theme.villages(without: .hardened, language: .english)
    func label(_ car: String, _ hardened: String) -> String? {
      theme.classify(Self.village(car: car, allSeason: car, hardened: hardened))
        .map { theme.classes[$0].label }
    }
    #expect(label("yes", "yes") == "Hardened all the way")
    #expect(label("yes", "unknown") == "Surface unknown")
    #expect(label("yes", "no") == "A road with a gap in its hardening")
    #expect(label("no", "no") == "No road that leads there")
    #expect(label("unknown", "unknown") == "Not judged")
  }

  @Test("villages by the best road that they surely have")
  func bestRoad() {
    let theme = Theme.villages(without: nil, language: .english)
    func label(_ car: String, _ allSeason: String, _ hardened: String) -> String? {
      theme.classify(Self.village(car: car, allSeason: allSeason, hardened: hardened))
        .map { theme.classes[$0].label }
    }
    #expect(label("yes", "yes", "yes") == "Hardened")
    #expect(label("yes", "yes", "unknown") == "All-season")
    #expect(label("yes", "unknown", "no") == "Car road only")
    #expect(label("no", "no", "no") == "No road that leads there")
    #expect(label("unknown", "unknown", "unknown") == "Not judged")
  }

  @Test(
    "each class of villages has a shape, each surface a kind of line of its own: no colour is needed",
    arguments: [nil, VillageTier.car, .allSeason, .hardened])
  func withoutColour(tier: VillageTier?) {
    let shapes = Theme.villages(without: tier, language: .vietnamese).classes.map { entry in
      if case .point(let symbol) = entry.symbol { symbol.shape } else { PointSymbol.Shape.star }
    }
    #expect(Set(shapes).count == shapes.count)
    #expect(!shapes.contains(.star), "the star is the centre's")
    let dashes = RoadSymbols.symbols.map { symbol in
      if case .line(let strokes) = symbol { strokes[0].dashes } else { [] }
    }
    for isMain in [0, 1] {
      #expect(Set([0, 2, 4].map { dashes[$0 + isMain] }).count == 3)
    }
  }

  @Test(
    "ramps grow darker, so that they keep their order in black and white",
    arguments: [Palette.Ramp.green, .blue, .brown])
  func ramps(ramp: Palette.Ramp) {
    for count in 1...7 {
      let colours = Palette.colours(ramp, count: count)
      #expect(colours.count == count)
      for (one, next) in zip(colours, colours.dropFirst()) {
        #expect(one.luminance > next.luminance + 0.02, "\(ramp), \(count) classes")
      }
    }
    #expect(abs(Colour.white.luminance - 1) < 1e-12 && Colour.black.luminance == 0)
  }

  @Test("figures fall into their class, the bound into the upper one; the unknown is hatched")
  func figures() throws {
    let breaks = try #require(ClassBreaks(bounds: [0, 50, 100]))
    let theme = Theme.figure(
      "poor_pct", title: "Poor", breaks: breaks, ramp: .brown, target: 50, decimals: 0, kind: .area,
      language: .vietnamese)
    func index(_ value: PropertyValue) -> Int? {
      theme.classify(
        LayerFeature(
          identifier: "a", geometry: nil, properties: [Property("poor_pct", value)]))
    }
    #expect(index(.integer(0)) == 1)
    #expect(index(.real(49.99, decimals: 2)) == 1)
    #expect(index(.real(50, decimals: 2)) == 2)
    #expect(index(.integer(100)) == 2)
    #expect(index(.null) == 0)
    #expect(index(.text("much")) == 0)
    #expect(theme.classes[2].label == "50 – 100 · đạt mục tiêu")
    guard case .area(let unknown) = theme.classes[0].symbol else {
      Issue.record("an area is meant")
      return
    }
    #expect(unknown.hatch != nil)
  }

  @Test("the legend counts what is drawn, and says so in the language")
  func legend() {
    let theme = Theme.villages(without: .hardened, language: .vietnamese)
    let features =
      [Self.village(car: "yes", allSeason: "yes", hardened: "no")]
      + (0..<1200).map { _ in Self.village(car: "yes", allSeason: "yes", hardened: "yes") }
    let legend = theme.legend(
      for: features, keepsEmpty: false, number: OutputLanguage.vietnamese.number)
    #expect(
      legend.entries.map(\.label) == [
        "Có đường, chưa cứng hóa hết (1)", "Có đường cứng hóa (1.200)",
      ])
  }

  @Test("the words of maps have their letters in the fonts at hand")
  func letters() throws {
    let typesetter = try Typesetter()
    for language in OutputLanguage.allCases {
      for tier in [nil, VillageTier.car, .allSeason, .hardened] {
        let theme = Theme.villages(without: tier, language: language)
        for text in [theme.title] + theme.classes.map(\.label) {
          #expect(try typesetter.set(text, TextStyle(size: 8)).unknownGlyphCount == 0, "\(text)")
        }
      }
    }
  }
}
