public import CairoKit
public import GeoModel

/// A name on a map.
public struct MapLabel: Sendable {
  /// Where a name belongs.
  public enum Place: Sendable {
    /// In the largest of these areas.
    case area([Polygon])
    /// Beside a symbol of a size in points.
    case point(Coordinate, size: Double)
  }

  /// The name.
  public var text: String
  /// Where it belongs, in longitude and latitude.
  public var place: Place
  /// How it is set.
  public var style: TextStyle
  /// Its colour.
  public var colour: Colour
  /// Which name stays where two want one place: the one of the lower rank, then the one whose text
  /// sorts first, then the one whose place does.
  public var rank: Int
  /// The room in points that other names keep from it.
  public var margin: Double

  /// Makes a name.
  public init(
    text: String, place: Place, style: TextStyle, colour: Colour, rank: Int,
    margin: Double = 0
  ) {
    self.text = text
    self.place = place
    self.style = style
    self.colour = colour
    self.rank = rank
    self.margin = margin
  }
}
