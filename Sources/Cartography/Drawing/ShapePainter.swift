import CairoKit
import GeoModel

/// Draws the shapes of layers within the frame of a view, one after another, so that the memory needed
/// does not grow with their number.
struct ShapePainter {
  let canvas: Canvas
  let view: MapView
  let thinner: LineThinner
  /// How many lines are stroked at once: a longer path costs Cairo more than its parts.
  static let batch = 400

  init(canvas: Canvas, view: MapView, resolution: Double) {
    self.canvas = canvas
    self.view = view
    thinner = LineThinner(resolution: resolution)
  }

  /// Draws of `layer` all grounds, then all outlines, then lines, each by the order of the symbols.
  func drawGroundsAndLines(of layer: MapLayer) {
    drawGrounds(of: layer)
    drawOutlines(of: layer)
    drawLines(of: layer)
  }

  private func drawGrounds(of layer: MapLayer) {
    var buffer: [Coordinate] = []
    for (number, symbol) in layer.symbols.enumerated() {
      guard case .area(let area) = symbol, area.fill != nil || area.hatch != nil else { continue }
      for shape in layer.classes.indices where layer.classes[shape] == number {
        for polygon in layer.polygons(shape) {
          canvas.beginPath()
          var box = BoundingBox.empty
          for ring in polygon.rings {
            thinner.draw(ring.coordinates, by: view, into: &buffer)
            for point in buffer { box.extend(to: point) }
            canvas.addRing(buffer)
          }
          guard box.intersects(view.frame) else { continue }
          if let fill = area.fill { canvas.fill(fill) }
          if let hatch = area.hatch { Self.hatch(box, hatch, on: canvas) }
        }
      }
    }
    canvas.beginPath()
  }

  /// Slanting lines over the path. They lie the same in all areas, so that neighbours are one.
  static func hatch(_ box: BoundingBox, _ style: LineStyle, on canvas: Canvas) {
    let step = 4.0
    canvas.clippedToPath {
      canvas.beginPath()
      var offset = ((box.minimumX - box.maximumY) / step).rounded(.down) * step
      while offset < box.maximumX - box.minimumY {
        canvas.addLine([
          Coordinate(x: offset + box.minimumY, y: box.minimumY),
          Coordinate(x: offset + box.maximumY, y: box.maximumY),
        ])
        offset += step
      }
      canvas.stroke(style)
    }
    canvas.beginPath()
  }

  private func drawOutlines(of layer: MapLayer) {
    let depth = layer.symbols.map(\.outlineCount).max() ?? 0
    var buffer: [Coordinate] = []
    for level in 0..<depth {
      for (number, symbol) in layer.symbols.enumerated() {
        guard case .area(let area) = symbol, level < area.outline.count else { continue }
        for shape in layer.classes.indices where layer.classes[shape] == number {
          for polygon in layer.polygons(shape) {
            canvas.beginPath()
            var box = BoundingBox.empty
            for ring in polygon.rings {
              for part in Self.borders(of: ring.coordinates) {
                thinner.draw(part, by: view, into: &buffer)
                for point in buffer { box.extend(to: point) }
                canvas.addLine(buffer)
              }
            }
            if box.intersects(view.frame) { canvas.stroke(area.outline[level]) }
          }
        }
      }
    }
    canvas.beginPath()
  }

  /// The parts of a ring that are borders: where an area was cut along the antimeridian, it is one on
  /// the ground.
  static func borders(of ring: [Coordinate]) -> [ArraySlice<Coordinate>] {
    func isCut(_ index: Int) -> Bool {
      abs(ring[index].x) == 180 && ring[index].x == ring[index + 1].x
    }
    guard ring.count > 1, ring.indices.dropLast().contains(where: isCut) else { return [ring[...]] }
    var parts: [ArraySlice<Coordinate>] = []
    var start = 0
    for index in ring.indices.dropLast() where isCut(index) {
      if index > start { parts.append(ring[start...index]) }
      start = index + 1
    }
    if start < ring.count - 1 { parts.append(ring[start...]) }
    return parts
  }

  /// Draws the points of `layer`, by the order of the symbols.
  func drawPoints(of layer: MapLayer) {
    for (number, symbol) in layer.symbols.enumerated() {
      guard case .point(let point) = symbol else { continue }
      let room = BoundingBox(
        minimumX: view.frame.minimumX - point.size, minimumY: view.frame.minimumY - point.size,
        maximumX: view.frame.maximumX + point.size, maximumY: view.frame.maximumY + point.size)
      for shape in layer.classes.indices where layer.classes[shape] == number {
        for place in layer.points(shape) {
          let position = view.point(of: place)
          if room.contains(position) { canvas.draw(point, at: position) }
        }
      }
    }
  }
}

extension Symbol {
  /// How many lines lie around an area.
  var outlineCount: Int {
    if case .area(let area) = self { area.outline.count } else { 0 }
  }
}

extension MapLayer {
  func polygons(_ shape: Int) -> [Polygon] {
    switch shapes {
    case .geometries(let geometries): geometries[shape]?.polygons ?? []
    case .areas(let areas): areas[shape]
    case .lines: []
    }
  }

  func points(_ shape: Int) -> [Coordinate] {
    if case .geometries(let geometries) = shapes { geometries[shape]?.points ?? [] } else { [] }
  }
}
