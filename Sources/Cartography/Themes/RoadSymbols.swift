import CairoKit
public import Publishing

/// How roads are drawn: by what is known of their surface, and main roads heavier.
public enum RoadSymbols {
  /// What is known of a surface.
  public enum Surface: Int, Sendable, CaseIterable {
    /// Hardened.
    case hardened
    /// Known not to be hardened.
    case unhardened
    /// Not known.
    case unknown
  }

  /// The symbols: for each surface, in the order of the cases, that of minor and that of main roads.
  public static let symbols: [Symbol] = Surface.allCases.flatMap { surface in
    [symbol(surface, isMain: false), symbol(surface, isMain: true)]
  }

  /// The index in ``symbols`` for a road.
  public static func index(_ surface: Surface, isMain: Bool) -> Int16 {
    Int16(surface.rawValue * 2 + (isMain ? 1 : 0))
  }

  /// The classes of OpenStreetMap that carry traffic between places, drawn heavier.
  public static let mainClasses: Set<String> = [
    "motorway", "trunk", "primary", "secondary", "motorway_link", "trunk_link", "primary_link",
    "secondary_link",
  ]

  /// The legend for the surfaces that are there.
  public static func legend(
    _ surfaces: Set<Surface>, hasMain: Bool, language: OutputLanguage
  ) -> LegendSection {
    let vi = language == .vietnamese
    var entries = Surface.allCases.filter(surfaces.contains).map { surface in
      LegendEntry(
        symbol: symbol(surface, isMain: true),
        label: label(surface, isVietnamese: vi))
    }
    if hasMain, surfaces.contains(.hardened) {
      entries.append(
        LegendEntry(
          symbol: symbol(.hardened, isMain: false),
          label: vi ? "Đường nhỏ: nét mảnh" : "Minor roads: thin line"))
    }
    return LegendSection(title: vi ? "Đường theo mặt đường" : "Roads by surface", entries: entries)
  }

  private static func label(_ surface: Surface, isVietnamese: Bool) -> String {
    switch surface {
    case .hardened: isVietnamese ? "Cứng hóa" : "Hardened"
    case .unhardened: isVietnamese ? "Chưa cứng hóa" : "Not hardened"
    case .unknown: isVietnamese ? "Chưa rõ mặt đường" : "Surface unknown"
    }
  }

  private static func symbol(_ surface: Surface, isMain: Bool) -> Symbol {
    let width = isMain ? 1.7 : 0.95
    switch surface {
    case .hardened:
      return .line([LineStyle(colour: Palette.ink, width: width, hasRoundEnds: true)])
    case .unhardened:
      return .line([
        LineStyle(colour: Palette.vermillion, width: width, dashes: isMain ? [5, 2.2] : [3.6, 1.8])
      ])
    case .unknown:
      return .line([
        LineStyle(
          colour: Palette.purple, width: width * 1.05, dashes: isMain ? [0.01, 2.9] : [0.01, 2.1],
          hasRoundEnds: true)
      ])
    }
  }
}
