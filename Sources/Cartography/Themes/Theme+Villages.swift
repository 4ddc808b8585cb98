import CairoKit
import GeoModel
public import Publishing

/// The tiers of road access, as the layer of villages names them.
public enum VillageTier: String, Sendable, CaseIterable {
  /// Any road.
  case car
  /// A road for all seasons.
  case allSeason = "all_season"
  /// A road hardened all the way.
  case hardened
}

extension Theme {
  /// Villages by their road to the centre.
  ///
  /// - Parameters:
  ///   - tier: With it, those without this tier stand out by why they have none; the others are small.
  ///     Without it, each village is drawn by the best road that it has; where a surface that is not
  ///     known decides whether it has a better one, in a class that says so.
  ///   - language: The language of the legend.
  public static func villages(without tier: VillageTier?, language: OutputLanguage) -> Theme {
    if let tier { lacking(tier, language) } else { byBestRoad(language) }
  }

  private static let servedSymbol = PointSymbol(
    shape: .circle, size: 4.2, fill: .white, outline: LineStyle(colour: Palette.ink, width: 0.8))
  private static let open = PointSymbol(
    shape: .diamond, size: 7.2, fill: .white,
    outline: LineStyle(colour: Palette.purple, width: 1.4),
    rim: .white)
  private static let perhaps = PointSymbol(
    shape: .wedge, size: 7, fill: .white, outline: LineStyle(colour: Palette.purple, width: 1.4),
    rim: .white)
  private static let lacking = PointSymbol(
    shape: .triangle, size: 7.8, fill: Palette.vermillion,
    outline: LineStyle(colour: Colour(0x7A2E00), width: 0.6), rim: .white)
  private static let cutOff = PointSymbol(
    shape: .square, size: 7.4, fill: Palette.ink,
    outline: LineStyle(colour: Palette.ink, width: 0.6), rim: .white)
  private static let unjudged = PointSymbol(
    shape: .cross, size: 5.6, fill: nil, outline: LineStyle(colour: Palette.softInk, width: 1.1))

  private static func lacking(_ tier: VillageTier, _ language: OutputLanguage) -> Theme {
    let vi = language == .vietnamese
    let road =
      switch tier {
      case .car: vi ? "đường ô tô" : "car road"
      case .allSeason: vi ? "đường đi lại được quanh năm" : "all-season road"
      case .hardened: vi ? "đường cứng hóa" : "hardened road"
      }
    let served =
      switch tier {
      case .car: vi ? "Có đường ô tô" : "A car road"
      case .allSeason: vi ? "Có đường đi lại được quanh năm" : "An all-season road"
      case .hardened: vi ? "Có đường cứng hóa" : "Hardened all the way"
      }
    let gap =
      switch tier {
      case .car: vi ? "Không có đường ô tô" : "No car road"
      case .allSeason: vi ? "Có đường, không đi lại được quanh năm" : "A road, not all-season"
      case .hardened: vi ? "Có đường, chưa cứng hóa hết" : "A road with a gap in its hardening"
      }
    return Theme(
      title: vi
        ? "Thôn theo \(road) đến trung tâm (số thôn)" : "Villages by \(road) to the centre (count)",
      classes: [
        ThemeClass(symbol: .point(unjudged), label: vi ? "Không đánh giá được" : "Not judged"),
        ThemeClass(symbol: .point(servedSymbol), label: served),
        ThemeClass(symbol: .point(open), label: vi ? "Chưa rõ mặt đường" : "Surface unknown"),
        ThemeClass(symbol: .point(lacking), label: gap),
        ThemeClass(
          symbol: .point(cutOff), label: vi ? "Không có đường nối tới" : "No road that leads there"),
      ], isListedFromTop: true, showsCounts: true
    ) { feature in
      if feature.text("car") == "unknown" { return 0 }
      switch feature.text(tier.rawValue) {
      case "yes": return 1
      case "no": return feature.text("car") == "no" ? 4 : 3
      default: return 2
      }
    }
  }

  private static func byBestRoad(_ language: OutputLanguage) -> Theme {
    let vi = language == .vietnamese
    func circle(_ fill: Colour?, _ outline: LineStyle, size: Double) -> Symbol {
      .point(PointSymbol(shape: .circle, size: size, fill: fill, outline: outline, rim: .white))
    }
    let rim = LineStyle(colour: Palette.ink, width: 0.8)
    return Theme(
      title: vi
        ? "Thôn theo đường tốt nhất đến trung tâm (số thôn)"
        : "Villages by their best road to the centre (count)",
      classes: [
        ThemeClass(symbol: .point(unjudged), label: vi ? "Không đánh giá được" : "Not judged"),
        ThemeClass(
          symbol: circle(Palette.blue, rim, size: 5.6), label: vi ? "Cứng hóa hết" : "Hardened"),
        ThemeClass(
          symbol: .point(open),
          label: vi
            ? "Chưa rõ mặt đường: có thể cứng hóa" : "Surface unknown: may be hardened"),
        ThemeClass(
          symbol: .point(
            PointSymbol(
              shape: .pentagon, size: 6.8, fill: Palette.sky, outline: rim, rim: .white)),
          label: vi ? "Đi lại được quanh năm" : "All-season"),
        ThemeClass(
          symbol: .point(perhaps),
          label: vi
            ? "Chưa rõ mặt đường: có thể quanh năm" : "Surface unknown: may be all-season"),
        ThemeClass(
          symbol: .point(
            PointSymbol(
              shape: .triangle, size: 7.6, fill: Palette.orange, outline: rim, rim: .white)),
          label: vi ? "Đường ô tô" : "Car road only"),
        ThemeClass(
          symbol: .point(cutOff), label: vi ? "Không có đường nối tới" : "No road that leads there"),
      ], isListedFromTop: false, showsCounts: true
    ) { feature in
      // From the best road down: the first answer that is not no is the village's class.
      switch (feature.text("car"), feature.text("all_season"), feature.text("hardened")) {
      case ("unknown", _, _): return 0
      case (_, _, "yes"): return 1
      case (_, _, "unknown"): return 2
      case ("no", _, _): return 6
      case (_, "yes", _): return 3
      case (_, "unknown", _): return 4
      default: return 5
      }
    }
  }
}

extension LayerFeature {
  /// The text of a property; `nil` where it is absent, unknown or no text.
  func text(_ name: String) -> String? {
    if case .text(let text) = self[name] { text } else { nil }
  }

  /// The number of a property; `nil` where it is absent, unknown or no number.
  func number(_ name: String) -> Double? {
    switch self[name] {
    case .integer(let value): Double(value)
    case .real(let value, _): value
    default: nil
    }
  }
}
