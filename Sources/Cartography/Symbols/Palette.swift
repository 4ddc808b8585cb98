public import CairoKit

/// The colours of maps.
///
/// Classes of different kinds use those of M. Okabe and K. Ito, *Color Universal Design* (2008,
/// jfly.uni-koeln.de/color), which people with each common kind of colour blindness tell apart; each
/// class has besides a shape or a line of its own. Classes in order use schemes of C. Brewer,
/// ColorBrewer 2.0 (colorbrewer2.org) that are marked colour-blind safe and grow steadily darker, so
/// that they keep their order in black and white.
public enum Palette {
  /// Okabe and Ito's vermillion: no.
  public static let vermillion = Colour(0xD55E00)
  /// Okabe and Ito's reddish purple, a little darker to stand on paper: unknown.
  public static let purple = Colour(0xA8528A)
  /// Okabe and Ito's blue: yes.
  public static let blue = Colour(0x0072B2)
  /// Okabe and Ito's sky blue.
  public static let sky = Colour(0x56B4E9)
  /// Okabe and Ito's bluish green.
  public static let green = Colour(0x009E73)
  /// Okabe and Ito's orange.
  public static let orange = Colour(0xE69F00)
  /// Okabe and Ito's yellow.
  public static let yellow = Colour(0xF0E442)

  /// Text and hardened roads.
  public static let ink = Colour(0x2A2E33)
  /// Text of less weight.
  public static let softInk = Colour(0x5F6266)
  /// Land of the study.
  public static let land = Colour(0xFBF9F3)
  /// Land beyond the study, on which nothing is said.
  public static let beyond = Colour(0xEDEFF0)
  /// Borders of units.
  public static let border = Colour(0x9D968A)
  /// Borders of units of the highest level.
  public static let strongBorder = Colour(0x6F685C)
  /// A band along them.
  public static let borderBand = Colour(0xD9CFBB)
  /// The hatch over what is not known.
  public static let hatch = Colour(0x8A8A8A)

  /// Colours of classes without an order, most of all for areas.
  public static let kinds = [sky, orange, green, yellow, purple, blue, vermillion, softInk]

  /// A row of colours from light to dark.
  public enum Ramp: Sendable, Hashable {
    /// ColorBrewer YlGn: forest.
    case green
    /// ColorBrewer YlGnBu: other shares where more is better.
    case blue
    /// ColorBrewer YlOrBr: where more is worse.
    case brown
  }

  /// `count` colours (1…7) of a ramp, the lightest first.
  public static func colours(_ ramp: Ramp, count: Int) -> [Colour] {
    let all = table(ramp)
    return all[min(max(count, 1), all.count) - 1].map { Colour($0) }
  }

  private static func table(_ ramp: Ramp) -> [[UInt32]] {
    switch ramp {
    case .green:
      [
        [0xADDD8E], [0xF7FCB9, 0x31A354], [0xF7FCB9, 0xADDD8E, 0x31A354],
        [0xFFFFCC, 0xC2E699, 0x78C679, 0x238443],
        [0xFFFFCC, 0xC2E699, 0x78C679, 0x31A354, 0x006837],
        [0xFFFFCC, 0xD9F0A3, 0xADDD8E, 0x78C679, 0x31A354, 0x006837],
        [0xFFFFCC, 0xD9F0A3, 0xADDD8E, 0x78C679, 0x41AB5D, 0x238443, 0x005A32],
      ]
    case .blue:
      [
        [0x7FCDBB], [0xEDF8B1, 0x2C7FB8], [0xEDF8B1, 0x7FCDBB, 0x2C7FB8],
        [0xFFFFCC, 0xA1DAB4, 0x41B6C4, 0x225EA8],
        [0xFFFFCC, 0xA1DAB4, 0x41B6C4, 0x2C7FB8, 0x253494],
        [0xFFFFCC, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x2C7FB8, 0x253494],
        [0xFFFFCC, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x1D91C0, 0x225EA8, 0x0C2C84],
      ]
    case .brown:
      [
        [0xFEC44F], [0xFFF7BC, 0xD95F0E], [0xFFF7BC, 0xFEC44F, 0xD95F0E],
        [0xFFFFD4, 0xFED98E, 0xFE9929, 0xCC4C02],
        [0xFFFFD4, 0xFED98E, 0xFE9929, 0xD95F0E, 0x993404],
        [0xFFFFD4, 0xFEE391, 0xFEC44F, 0xFE9929, 0xD95F0E, 0x993404],
        [0xFFFFD4, 0xFEE391, 0xFEC44F, 0xFE9929, 0xEC7014, 0xCC4C02, 0x8C2D04],
      ]
    }
  }
}
