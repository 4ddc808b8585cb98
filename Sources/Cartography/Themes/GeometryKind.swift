public import CairoKit
public import GeoModel

/// What the features of a layer are in space, which decides the symbols that can show a figure.
public enum GeometryKind: Sendable, Hashable {
  /// Areas: the ground shows the figure.
  case area
  /// Lines.
  case line
  /// Points: larger where the figure is greater, so that they keep their order without colour.
  case point

  /// The kind of most of `features`; `nil` where none has a geometry. Areas before lines before points
  /// where there are as many.
  public init?(of features: [LayerFeature]) {
    var counts = [0, 0, 0]
    for case let geometry? in features.lazy.map(\.geometry) {
      switch geometry {
      case .polygon, .multiPolygon: counts[0] += 1
      case .lineString, .multiLineString: counts[1] += 1
      case .point, .multiPoint: counts[2] += 1
      }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    self = counts[0] == most ? .area : counts[1] == most ? .line : .point
  }

  private static let rim = LineStyle(colour: Palette.ink, width: 0.45)

  /// How something of a colour is drawn; `share` (0…1) is where it stands among its classes.
  public func symbol(_ colour: Colour, share: Double) -> Symbol {
    switch self {
    case .area: .area(AreaSymbol(fill: colour, outline: [Self.rim]))
    case .line:
      .line([
        LineStyle(colour: Palette.softInk, width: 1.6 + 1.6 * share, hasRoundEnds: true),
        LineStyle(colour: colour, width: 1 + 1.6 * share, hasRoundEnds: true),
      ])
    case .point:
      .point(
        PointSymbol(
          shape: .circle, size: 4.4 + 3.2 * share, fill: colour,
          outline: LineStyle(colour: Palette.ink, width: 0.6), rim: .white))
    }
  }

  /// How something is drawn of which the figure is not known.
  var unknown: Symbol {
    switch self {
    case .area:
      .area(
        AreaSymbol(
          fill: .white, hatch: LineStyle(colour: Palette.hatch, width: 0.7), outline: [Self.rim]))
    case .line:
      .line([LineStyle(colour: Palette.hatch, width: 1.2, dashes: [1.4, 1.4])])
    case .point:
      .point(
        PointSymbol(
          shape: .cross, size: 5.6, fill: nil,
          outline: LineStyle(colour: Palette.softInk, width: 1.1)))
    }
  }
}
