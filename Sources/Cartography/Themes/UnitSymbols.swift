import CairoKit

/// How units are drawn where they are the ground of a map.
public enum UnitSymbols {
  /// The land of units, without a border.
  public static let land = Symbol.area(AreaSymbol(fill: Palette.land))

  /// The borders of the units of the finest level.
  public static let border = Symbol.area(
    AreaSymbol(outline: [LineStyle(colour: Palette.border, width: 0.5)]))

  /// The borders of units around those that are shown.
  public static let farBorder = Symbol.area(
    AreaSymbol(outline: [LineStyle(colour: Colour(0xCDCBC6), width: 0.5)]))

  /// The borders of the units of the highest level where there are several.
  public static let strongBorder = Symbol.area(
    AreaSymbol(outline: [
      LineStyle(colour: Palette.borderBand.opacity(0.8), width: 3.4),
      LineStyle(colour: Palette.strongBorder, width: 0.9),
    ]))

  /// A centre.
  public static let centre = Symbol.point(
    PointSymbol(
      shape: .star, size: 8.6, fill: Palette.yellow,
      outline: LineStyle(colour: Palette.ink, width: 0.7), rim: .white))
}
