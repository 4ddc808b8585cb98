public import CairoKit

/// How one class of things is drawn, on the map and in its legend.
public enum Symbol: Sendable, Hashable {
  /// An area: its ground, and the line around it.
  case area(AreaSymbol)
  /// A line: strokes over one another, the lowest first.
  case line([LineStyle])
  /// A point.
  case point(PointSymbol)
}

/// How an area is drawn.
public struct AreaSymbol: Sendable, Hashable {
  /// The ground; `nil` leaves what is below.
  public var fill: Colour?
  /// Slanting lines over the ground: what is not known; `nil` for none.
  public var hatch: LineStyle?
  /// The lines around it, the lowest first.
  public var outline: [LineStyle]

  /// Makes a symbol.
  public init(fill: Colour? = nil, hatch: LineStyle? = nil, outline: [LineStyle] = []) {
    self.fill = fill
    self.hatch = hatch
    self.outline = outline
  }
}

/// How a point is drawn.
public struct PointSymbol: Sendable, Hashable {
  /// The outline of the symbol; each is told from the others without colour.
  public enum Shape: Sendable, Hashable {
    /// A circle.
    case circle
    /// A square.
    case square
    /// An upright triangle.
    case triangle
    /// A triangle on its tip.
    case wedge
    /// A square on its corner.
    case diamond
    /// A pentagon on one of its sides.
    case pentagon
    /// A star of five points.
    case star
    /// Two crossed strokes.
    case cross
  }

  /// The shape.
  public var shape: Shape
  /// The diameter in points of the circle that holds it.
  public var size: Double
  /// The colour inside; `nil` shows what is below.
  public var fill: Colour?
  /// The line around it.
  public var outline: LineStyle
  /// The colour of a rim that sets it off from what is below.
  public var rim: Colour?

  /// Makes a symbol.
  public init(
    shape: Shape, size: Double, fill: Colour?, outline: LineStyle, rim: Colour? = nil
  ) {
    self.shape = shape
    self.size = size
    self.fill = fill
    self.outline = outline
    self.rim = rim
  }
}
