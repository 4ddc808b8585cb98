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
    #expect(label("yes", "yes", "no") == "All-season")
    #expect(label("yes", "no", "no") == "Car road only")
    // What is not known is no answer: a better road may be there.
    #expect(label("yes", "yes", "unknown") == "Surface unknown: may be hardened")
    #expect(label("yes", "unknown", "unknown") == "Surface unknown: may be hardened")
    #expect(label("yes", "unknown", "no") == "Surface unknown: may be all-season")
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
    for isMain in [false, true] {
      var dashes: Set<[Double]> = []
      for surface in RoadSymbols.Surface.allCases {
        let index = Int(RoadSymbols.index(surface, isMain: isMain))
        if case .line(let strokes) = RoadSymbols.symbols[index] { dashes.insert(strokes[0].dashes) }
      }
      #expect(dashes.count == 3)
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
    #expect(theme.note == "Giá trị bằng cận chung của hai lớp thuộc lớp cao hơn.")
    guard case .area(let unknown) = theme.classes[0].symbol else {
      Issue.record("an area is meant")
      return
    }
    #expect(unknown.hatch != nil)
  }

  private static func labels(
    _ bounds: [Double], target: Double? = nil, isWhole: Bool = false
  ) throws -> [String] {
    Theme.figure(
      "forest_pct", title: "Forest", breaks: try #require(ClassBreaks(bounds: bounds)),
      ramp: .green,
      target: target, targetYear: 2025, decimals: 0, kind: .area, isWhole: isWhole,
      language: .english
    ).classes.dropFirst().map(\.label)
  }

  @Test("every class on the side of the target says so, none where the target lies within one")
  func reached() throws {
    let mark = " · 2025 target reached"
    #expect(
      try Self.labels([23, 43, 63, 83, 100], target: 63)
        == ["23 – 43", "43 – 63", "63 – 83\(mark)", "83 – 100\(mark)"])
    #expect(try Self.labels([70, 80, 90], target: 63) == ["70 – 80\(mark)", "80 – 90\(mark)"])
    for target in [55.0, 99, 60, 101] {
      #expect(try Self.labels([20, 40, 60], target: target) == ["20 – 40", "40 – 60"])
    }
    #expect(try Self.labels([20, 40, 60], target: 30) == ["20 – 40", "40 – 60"])
  }

  @Test("classes of whole numbers name none of them twice")
  func whole() throws {
    #expect(
      try Self.labels([1, 10, 19, 27, 36], isWhole: true)
        == ["1 – 9", "10 – 18", "19 – 26", "27 – 36"])
    // Natural breaks: the greatest value alone, half-way to the one before; and one value a class.
    #expect(try Self.labels([1, 2, 5.5, 9], isWhole: true) == ["1", "2 – 5", "6 – 9"])
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
