import CairoKit
import GeoModel
import Publishing

/// The scale bar with its figures, the scale as a ratio, and the arrow to the north.
struct ScaleBlock {
  let typesetter: Typesetter
  let canvas: Canvas
  let language: OutputLanguage

  /// The room that it takes.
  static let height = 46.0
  private static let arrowWidth = 22.0
  private static let barHeight = 3.6
  private static let style = TextStyle(size: 6.8)

  /// Draws it with its upper left corner at `x`, `y`, at most `width` wide.
  func draw(for view: MapView, x: Double, y: Double, width: Double) throws {
    try drawArrow(x: x + 8, y: y + 2)
    let left = x + Self.arrowWidth + 6
    // Room for the half of the last figure and its unit.
    let bar = MapScale.bar(
      atMost: (width - Self.arrowWidth - 34) / view.points(ofMetres: 1))
    let ratio = try typesetter.set(
      "\(language == .vietnamese ? "Tỷ lệ" : "Scale") 1:\(language.number(Int(view.denominator)))",
      TextStyle(size: 7.6, weight: .semibold))
    canvas.draw(ratio, x: left, y: y, colour: Palette.ink)
    try drawBar(bar, view: view, left: left, top: y + 24)
  }

  private func drawBar(
    _ bar: (metres: Double, parts: Int), view: MapView, left: Double, top: Double
  ) throws {
    let length = view.points(ofMetres: bar.metres)
    let outline = LineStyle(colour: Palette.ink, width: 0.5)
    let box = BoundingBox(
      minimumX: left, minimumY: top, maximumX: left + length, maximumY: top + Self.barHeight)
    canvas.beginPath()
    canvas.addRectangle(box)
    canvas.fill(.white)
    canvas.stroke(outline)
    canvas.beginPath()
    for part in stride(from: 0, to: bar.parts, by: 2) {
      let share = length / Double(bar.parts)
      canvas.addRectangle(
        BoundingBox(
          minimumX: left + share * Double(part), minimumY: top,
          maximumX: left + share * Double(part + 1), maximumY: top + Self.barHeight))
    }
    canvas.fill(Palette.ink)
    canvas.beginPath()
    let inKilometres = bar.metres >= 1000
    let end = inKilometres ? bar.metres / 1000 : bar.metres
    for (share, unit) in [(0.0, ""), (0.5, ""), (1.0, inKilometres ? " km" : " m")] {
      guard let text = figure(end * share) else { continue }
      let number = try typesetter.set(text, Self.style)
      // The figure stands over its place, the unit behind it.
      let block = try typesetter.set(text + unit, Self.style)
      canvas.draw(
        block, x: left + length * share - number.width / 2, y: top - number.height,
        colour: Palette.ink)
    }
  }

  private func figure(_ value: Double) -> String? {
    language.number(value, decimals: value == value.rounded() ? 0 : value * 2 == (value * 2).rounded() ? 1 : 2)
  }

  private func drawArrow(x: Double, y: Double) throws {
    let letter = try typesetter.set(
      language == .vietnamese ? "B" : "N", TextStyle(size: 8, weight: .bold))
    canvas.draw(letter, x: x - letter.width / 2, y: y - 3, colour: Palette.ink)
    let tip = Coordinate(x: x, y: y + 9)
    let foot = Coordinate(x: x, y: y + 28)
    for (side, fill) in [(-1.0, Palette.ink), (1.0, Colour.white)] {
      canvas.beginPath()
      canvas.addRing([tip, Coordinate(x: x + side * 6.5, y: y + 33), foot])
      canvas.fill(fill)
      canvas.stroke(LineStyle(colour: Palette.ink, width: 0.6))
    }
    canvas.beginPath()
  }
}
