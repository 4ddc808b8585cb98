public import GeoAlgorithms
public import GeoModel

/// What is drawn of one layer: shapes, and how each is drawn.
public struct MapLayer: Sendable {
  /// The shapes of a layer, in longitude and latitude.
  public enum Shapes: Sendable {
    /// A geometry each; what has none is not drawn.
    case geometries([Geometry?])
    /// Many lines.
    case lines(PolylineSet)
    /// Many areas, each of several polygons.
    case areas([[Polygon]])

    /// The number of shapes.
    public var count: Int {
      switch self {
      case .geometries(let geometries): geometries.count
      case .lines(let lines): lines.count
      case .areas(let areas): areas.count
      }
    }
  }

  /// The shapes.
  public var shapes: Shapes
  /// For each shape the index of its symbol; −1 where it is not drawn.
  public var classes: [Int16]
  /// The symbols, in the order in which they are drawn: the first lies lowest.
  public var symbols: [Symbol]

  /// Makes a layer; `classes` has a number for each shape.
  public init(shapes: Shapes, classes: [Int16], symbols: [Symbol]) {
    precondition(classes.count == shapes.count)
    self.shapes = shapes
    self.classes = classes
    self.symbols = symbols
  }

  /// Makes a layer whose shapes are all drawn alike.
  public init(shapes: Shapes, symbol: Symbol) {
    self.init(
      shapes: shapes, classes: [Int16](repeating: 0, count: shapes.count), symbols: [symbol])
  }
}
