import CairoKit
import GeoModel

/// A part of a legend, set to a width. Lengths in points.
struct SetLegendSection {
  var section: LegendSection
  var title: TextBlock
  var labels: [TextBlock]
  var height: Double

  /// The room for symbols, left of the labels.
  static let symbolWidth = 27.0
  static let entryGap = 3.2
  static let titleGap = 3.0
}

/// Sets legends.
struct LegendSetter {
  let typesetter: Typesetter

  private static let titleStyle = TextStyle(size: 8, weight: .semibold)
  private static let labelStyle = TextStyle(size: 7.6)

  /// Sets `section` to `width` points.
  func set(_ section: LegendSection, width: Double) throws -> SetLegendSection {
    let title = try typesetter.set(section.title, Self.titleStyle, width: width)
    let labels = try section.entries.map {
      try typesetter.set($0.label, Self.labelStyle, width: width - SetLegendSection.symbolWidth)
    }
    let height = labels.reduce(title.height + SetLegendSection.titleGap) {
      $0 + $1.height + SetLegendSection.entryGap
    }
    return SetLegendSection(section: section, title: title, labels: labels, height: height)
  }
}

/// Draws legends.
struct LegendPainter {
  let canvas: Canvas

  /// Draws a part with its upper left corner at `x`, `y`.
  func draw(_ set: SetLegendSection, x: Double, y: Double) {
    canvas.draw(set.title, x: x, y: y, colour: Palette.ink)
    var top = y + set.title.height + SetLegendSection.titleGap
    for (entry, label) in zip(set.section.entries, set.labels) {
      // Beside the first line where there are several.
      let middle = top + min(label.height, 10.5) / 2
      draw(entry.symbol, left: x, middle: middle)
      canvas.draw(label, x: x + SetLegendSection.symbolWidth, y: top, colour: Palette.ink)
      top += label.height + SetLegendSection.entryGap
    }
  }

  private func draw(_ symbol: Symbol, left: Double, middle: Double) {
    switch symbol {
    case .point(let point):
      canvas.draw(point, at: Coordinate(x: left + 10, y: middle))
    case .line(let strokes):
      for stroke in strokes {
        canvas.beginPath()
        canvas.addLine([Coordinate(x: left, y: middle), Coordinate(x: left + 21, y: middle)])
        canvas.stroke(stroke)
      }
    case .area(let area):
      let box = BoundingBox(
        minimumX: left, minimumY: middle - 4.6, maximumX: left + 20, maximumY: middle + 4.6)
      canvas.beginPath()
      canvas.addRectangle(box)
      if let fill = area.fill { canvas.fill(fill) }
      if let hatch = area.hatch {
        ShapePainter.hatch(box, hatch, on: canvas)
        canvas.addRectangle(box)
      }
      if area.fill == nil, area.hatch == nil {
        // A border without a ground is shown as a line.
        canvas.beginPath()
        canvas.addLine([Coordinate(x: left, y: middle), Coordinate(x: left + 21, y: middle)])
      }
      for stroke in area.outline { canvas.stroke(stroke) }
    }
    canvas.beginPath()
  }
}
