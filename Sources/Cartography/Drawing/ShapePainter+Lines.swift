import CairoKit
import GeoAlgorithms
import GeoModel

extension ShapePainter {
  /// Draws the lines of `layer`, stroke by stroke of each symbol.
  func drawLines(of layer: MapLayer) {
    let lines: PolylineSet
    var classes: [Int16]
    switch layer.shapes {
    case .lines(let set):
      lines = set
      classes = layer.classes
    case .geometries(let geometries):
      var set = PolylineSet()
      classes = []
      for (geometry, number) in zip(geometries, layer.classes) {
        for line in geometry?.lines ?? [] {
          set.append(line)
          classes.append(number)
        }
      }
      lines = set
    case .areas: return
    }
    for (number, symbol) in layer.symbols.enumerated() {
      guard case .line(let strokes) = symbol else { continue }
      let members = classes.indices.filter { classes[$0] == number }
      for stroke in strokes {
        if stroke.dashes.isEmpty {
          draw(members.lazy.map { lines[$0] }, stroke)
        } else {
          let chains = LineChains(lines, members: members).chains
          draw(chains.lazy.map { LineChains.positions($0, of: lines)[...] }, stroke)
        }
      }
    }
  }

  private func draw(_ lines: some Sequence<ArraySlice<Coordinate>>, _ stroke: LineStyle) {
    var ink = InkGrid(frame: view.frame, cell: max(thinner.resolution, stroke.width / 3))
    var buffer: [Coordinate] = []
    var count = 0
    canvas.beginPath()
    for line in lines {
      thinner.draw(line, by: view, into: &buffer)
      guard BoundingBox(of: buffer).intersects(view.frame), ink.takes(buffer) else { continue }
      canvas.addLine(buffer)
      count += 1
      if count == Self.batch {
        canvas.stroke(stroke)
        canvas.beginPath()
        count = 0
      }
    }
    if count > 0 { canvas.stroke(stroke) }
    canvas.beginPath()
  }
}
