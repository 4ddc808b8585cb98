import CairoKit
import GeoModel

/// The table of a unit's figures, set to a width. Lengths in points.
struct FigureTable {
  /// The height of all of it.
  let height: Double
  private let title: TextBlock
  private let rows: [Row]
  private let width: Double

  private struct Row {
    var label: TextBlock
    var value: TextBlock
    var remark: TextBlock?
    var height: Double
  }

  private static let labelStyle = TextStyle(size: 7.6)
  private static let valueStyle = TextStyle(size: 7.6, weight: .semibold)
  private static let remarkStyle = TextStyle(size: 6.6, isItalic: true)
  private static let inner = 8.0
  private static let rowGap = 3.0

  init(
    _ figures: [AtlasFigure], title text: String, width: Double, typesetter: Typesetter
  ) throws {
    self.width = width
    title = try typesetter.set(text, TextStyle(size: 8, weight: .semibold), width: width)
    rows = try figures.map { figure in
      // A value keeps to its half, a label takes what is left.
      let value = try typesetter.set(figure.value, Self.valueStyle, width: width * 0.55)
      let label = try typesetter.set(
        figure.label, Self.labelStyle, width: width - value.width - Self.inner)
      let remark =
        figure.remark.isEmpty
        ? nil : try typesetter.set(figure.remark, Self.remarkStyle, width: width)
      return Row(
        label: label, value: value, remark: remark,
        height: max(label.height, value.height) + (remark?.height ?? 0) + Self.rowGap)
    }
    height = rows.reduce(title.height + Self.rowGap) { $0 + $1.height }
  }

  /// Draws it with its upper left corner at `x`, `y`.
  func draw(x: Double, y: Double, on canvas: Canvas) {
    canvas.draw(title, x: x, y: y, colour: Palette.ink)
    var top = y + title.height + Self.rowGap
    for row in rows {
      canvas.beginPath()
      canvas.addLine([
        Coordinate(x: x, y: top - Self.rowGap / 2),
        Coordinate(x: x + width, y: top - Self.rowGap / 2),
      ])
      canvas.stroke(LineStyle(colour: Palette.border.opacity(0.6), width: 0.4))
      canvas.beginPath()
      canvas.draw(row.label, x: x, y: top, colour: Palette.ink)
      canvas.draw(row.value, x: x + width - row.value.width, y: top, colour: Palette.ink)
      if let remark = row.remark {
        canvas.draw(
          remark, x: x, y: top + max(row.label.height, row.value.height), colour: Palette.softInk)
      }
      top += row.height
    }
  }
}
