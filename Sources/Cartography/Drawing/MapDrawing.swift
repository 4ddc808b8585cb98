import CairoKit
import GeoModel

/// What lies within the frame of one map: layers, relief, names.
struct MapDrawing {
  let document: MapDocument
  /// The layers of this map.
  let layers: [MapLayer]
  let view: MapView
  let typesetter: Typesetter
  /// Below which nothing can be told apart, in points.
  let resolution: Double
  /// The areas that stand out: what lies beyond them is pale; empty for none.
  var spotlight: [Polygon] = []

  /// Draws it with the line of its frame.
  func draw(on canvas: Canvas) throws {
    try canvas.clipped(to: view.frame) {
      canvas.beginPath()
      canvas.addRectangle(view.frame)
      canvas.fill(Palette.beyond)
      let painter = ShapePainter(canvas: canvas, view: view, resolution: resolution)
      for layer in layers.prefix(document.layersBelowRelief) {
        painter.drawGroundsAndLines(of: layer)
      }
      if let shade = try document.relief?(view) { try canvas.darken(by: shade, in: view.frame) }
      let names = try LabelPainter(view: view, typesetter: typesetter, thinner: painter.thinner)
        .place(document.labels, symbols: painter.symbolBoxes(of: layers))
      // Names of areas lie below points, so that they hide none.
      for layer in layers.dropFirst(document.layersBelowRelief) {
        painter.drawGroundsAndLines(of: layer)
      }
      // What is to be pale lies below the veil, points as well.
      if !spotlight.isEmpty {
        for layer in layers { painter.drawPoints(of: layer) }
        painter.drawVeil(around: spotlight)
      }
      names.draw(ofAreas: true, on: canvas)
      if spotlight.isEmpty {
        for layer in layers { painter.drawPoints(of: layer) }
      }
      names.draw(ofAreas: false, on: canvas)
    }
    canvas.beginPath()
    canvas.addRectangle(view.frame)
    canvas.stroke(LineStyle(colour: Palette.softInk, width: 0.6))
    canvas.beginPath()
  }
}

extension ShapePainter {
  /// How much of what lies beyond the areas that stand out is hidden.
  private static let veil = Colour.white.opacity(0.62)
  private static let edge = LineStyle(colour: Palette.ink, width: 1.5, hasRoundEnds: true)

  /// Makes pale what lies beyond `polygons`, and draws a strong line around them.
  func drawVeil(around polygons: [Polygon]) {
    var buffer: [Coordinate] = []
    canvas.beginPath()
    canvas.addRectangle(view.frame)
    for polygon in polygons {
      for ring in polygon.rings {
        thinner.draw(ring.coordinates, by: view, into: &buffer)
        canvas.addRing(buffer)
      }
    }
    canvas.fill(Self.veil)
    canvas.beginPath()
    for polygon in polygons {
      for ring in polygon.rings {
        for part in Self.borders(of: ring.coordinates) {
          thinner.draw(part, by: view, into: &buffer)
          canvas.addLine(buffer)
        }
      }
    }
    canvas.stroke(Self.edge)
    canvas.beginPath()
  }

  /// The boxes of all points of `layers` that lie in the frame, for names to keep off.
  func symbolBoxes(of layers: [MapLayer]) -> [BoundingBox] {
    var boxes: [BoundingBox] = []
    for layer in layers {
      for shape in layer.classes.indices where layer.classes[shape] >= 0 {
        guard case .point(let symbol) = layer.symbols[Int(layer.classes[shape])] else { continue }
        let reach = symbol.size / 2
        for place in layer.points(shape) {
          let point = view.point(of: place)
          guard view.frame.contains(point) else { continue }
          boxes.append(
            BoundingBox(
              minimumX: point.x - reach, minimumY: point.y - reach, maximumX: point.x + reach,
              maximumY: point.y + reach))
        }
      }
    }
    return boxes
  }
}
