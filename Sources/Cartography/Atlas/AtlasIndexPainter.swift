import CairoKit
import GeoModel

/// Sets and draws the lines of an index: code, name, page. Lengths in points.
struct AtlasIndexPainter {
  let atlas: Atlas
  let typesetter: Typesetter
  /// The width of the whole index.
  let width: Double
  /// The width of the widest code and of the widest page number.
  private let codeWidth: Double
  private let numberWidth: Double

  private static let style = TextStyle(size: 7.6)
  private static let gap = 16.0
  private static let inner = 5.0
  private static let lineGap = 1.6

  init(_ atlas: Atlas, width: Double, typesetter: Typesetter) throws {
    self.atlas = atlas
    self.width = width
    self.typesetter = typesetter
    var widest = 0.0
    for unit in atlas.units {
      widest = max(widest, try typesetter.set(unit.code, Self.style).width)
    }
    // A code that is a sentence does not push out the name.
    codeWidth = min(widest, width / Double(4 * AtlasIndex.columnCount))
    let digits = String(repeating: "0", count: String(2 * atlas.units.count + 9).count)
    numberWidth = try typesetter.set(digits, Self.style).width
  }

  private var columnWidth: Double {
    (width - Double(AtlasIndex.columnCount - 1) * Self.gap) / Double(AtlasIndex.columnCount)
  }

  private struct Line {
    var code: TextBlock
    var name: TextBlock
    var height: Double
  }

  private func line(_ unit: AtlasUnit) throws -> Line {
    let code = try typesetter.set(unit.code, Self.style, width: codeWidth + 0.5)
    let name = try typesetter.set(
      unit.name, Self.style,
      width: columnWidth - codeWidth - numberWidth - 2 * Self.inner)
    return Line(
      code: code, name: name, height: max(code.height, name.height) + Self.lineGap)
  }

  /// The heights of all lines.
  func heights() throws -> [Double] { try atlas.units.map { try line($0).height } }

  /// Draws the lines of `index` that stand on a page, with the upper left corner of the first column at
  /// `x`, `y`; each leads to its page.
  func draw(
    _ index: AtlasIndex, page: Int, x: Double, y: Double, on canvas: Canvas
  ) throws {
    for column in index.columns where column.page == page {
      let left = x + Double(column.place) * (columnWidth + Self.gap)
      var top = y
      for position in column.units {
        let line = try line(atlas.units[position])
        let target = index.page(ofUnit: position)
        let number = try typesetter.set("\(target)", Self.style)
        canvas.link(to: .page(target)) {
          canvas.draw(line.code, x: left, y: top, colour: Palette.softInk)
          canvas.draw(line.name, x: left + codeWidth + Self.inner, y: top, colour: Palette.ink)
          canvas.draw(
            number, x: left + columnWidth - number.width, y: top, colour: Palette.ink)
        }
        let end = left + columnWidth - number.width - 3
        let start = left + codeWidth + Self.inner + line.name.width + 3
        drawLeader(from: start, to: end, y: top + line.name.baseline, on: canvas)
        top += line.height
      }
    }
  }

  /// Dots between a name and its page.
  private func drawLeader(from start: Double, to end: Double, y: Double, on canvas: Canvas) {
    guard end > start else { return }
    canvas.beginPath()
    canvas.addLine([Coordinate(x: start, y: y), Coordinate(x: end, y: y)])
    canvas.stroke(
      LineStyle(colour: Palette.border, width: 0.6, dashes: [0.01, 2.4], hasRoundEnds: true))
    canvas.beginPath()
  }
}
