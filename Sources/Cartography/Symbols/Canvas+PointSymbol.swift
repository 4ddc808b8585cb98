import CairoKit
import GeoModel

extension Canvas {
  /// Draws `symbol` with its middle at `position`.
  func draw(_ symbol: PointSymbol, at position: Coordinate) {
    beginPath()
    addShape(symbol.shape, at: position, radius: symbol.size / 2)
    if let rim = symbol.rim {
      stroke(LineStyle(colour: rim, width: symbol.outline.width + 1.8, hasRoundEnds: true))
    }
    if symbol.shape != .cross, let fill = symbol.fill { self.fill(fill) }
    stroke(symbol.outline)
    beginPath()
  }

  private func addShape(_ shape: PointSymbol.Shape, at centre: Coordinate, radius: Double) {
    func ring(_ points: [(x: Double, y: Double)]) {
      addRing(points.map { Coordinate(x: centre.x + $0.x * radius, y: centre.y + $0.y * radius) })
    }
    switch shape {
    case .circle:
      // Smaller than the circle around it, so that it is as large to the eye as the others.
      addCircle(centre: centre, radius: radius * 0.86)
    case .square: ring([(-0.76, -0.76), (0.76, -0.76), (0.76, 0.76), (-0.76, 0.76)])
    case .diamond: ring([(0, -1), (1, 0), (0, 1), (-1, 0)])
    case .triangle: ring([(0, -1), (0.95, 0.7), (-0.95, 0.7)])
    case .wedge: ring([(0, 1), (0.95, -0.7), (-0.95, -0.7)])
    case .pentagon:
      // Unit vectors every 72°, from the top.
      ring([(0, -1), (0.9511, -0.309), (0.5878, 0.809), (-0.5878, 0.809), (-0.9511, -0.309)])
    case .star:
      // Unit vectors every 36°; the inner corners at the golden ratio's share, 0.382.
      ring([
        (0, -1), (0.2245, -0.309), (0.9511, -0.309), (0.3633, 0.118), (0.5878, 0.809),
        (0, 0.382), (-0.5878, 0.809), (-0.3633, 0.118), (-0.9511, -0.309), (-0.2245, -0.309),
      ])
    case .cross:
      for side in [1.0, -1.0] {
        addLine([
          Coordinate(x: centre.x - 0.7 * radius, y: centre.y - side * 0.7 * radius),
          Coordinate(x: centre.x + 0.7 * radius, y: centre.y + side * 0.7 * radius),
        ])
      }
    }
  }
}
