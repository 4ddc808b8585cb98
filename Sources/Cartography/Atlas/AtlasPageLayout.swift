import CairoKit
import GeoModel

/// Where things stand on the page of a unit: title, map, and below it table, legend, small map and
/// scale. Lengths in points.
struct AtlasPageLayout {
  /// The frame of the map.
  let frame: BoundingBox
  let heading: TextBlock
  let title: TextBlock
  let subtitle: TextBlock
  let titleTop: Double
  let subtitleTop: Double
  /// The table and its upper left corner.
  let table: (table: FigureTable, corner: Coordinate)
  /// The parts of the legend with their upper left corners.
  let sections: [(set: SetLegendSection, corner: Coordinate)]
  /// The upper left corner of the small map.
  let locator: Coordinate
  /// The upper left corner and the width of the scale.
  let scale: (corner: Coordinate, width: Double)
  let notes: TextBlock
  let notesTop: Double

  private static let gap = 16.0
  private static let sectionGap = 8.0
  /// What is left to the map at the least, as a share of the page.
  private static let leastMap = 0.3
  /// The room for the number of the page beside the notes.
  static let numberWidth = 70.0

  /// The width of the two narrow columns.
  static func columnWidth(of page: PageSize) -> Double {
    (page.width - 2 * PageLayout.margin - 2 * gap) * 0.26
  }

  init(
    _ unit: AtlasUnit, of map: MapDocument, page: PageSize, locator small: LocatorMap,
    typesetter: Typesetter
  ) throws {
    let words = AtlasWords(language: map.language)
    let margin = PageLayout.margin
    let width = page.width - 2 * margin
    heading = try typesetter.set(
      map.heading.isEmpty ? map.title : "\(map.title) – \(map.heading)",
      TextStyle(size: 8.6, weight: .semibold, letterSpacing: 0.25), width: width)
    title = try typesetter.set(unit.name, TextStyle(size: 17, weight: .bold), width: width)
    let facts = [unit.code.isEmpty ? "" : words.code(unit.code), unit.parent]
    subtitle = try typesetter.set(
      facts.filter { !$0.isEmpty }.joined(separator: " · "), TextStyle(size: 9.5), width: width)
    notes = try typesetter.set(
      map.notes.joined(separator: "\n"), TextStyle(size: 6.3), width: width - Self.numberWidth)
    titleTop = margin - 8 + heading.height
    subtitleTop = titleTop + title.height + 1
    let top = subtitleTop + subtitle.height + 7
    notesTop = page.height - margin + 4 - notes.height
    let bottom = notesTop - 6

    let column = Self.columnWidth(of: page)
    let tableWidth = width - 2 * (column + Self.gap)
    let table = try FigureTable(
      unit.figures, title: words.figures, width: tableWidth, typesetter: typesetter)
    let setter = LegendSetter(typesetter: typesetter)
    let sets = try map.legend.map { try setter.set($0, width: column) }
    let legendHeight = sets.reduce(-Self.sectionGap) { $0 + $1.height + Self.sectionGap }
    let smallHeight = small.size.height + 8 + ScaleBlock.height
    let band = min(
      max(unit.figures.isEmpty ? 0 : table.height, legendHeight, smallHeight),
      max(bottom - top - page.height * Self.leastMap, smallHeight))
    let bandTop = bottom - band
    frame = BoundingBox(
      minimumX: margin, minimumY: top, maximumX: page.width - margin, maximumY: bandTop - 10)
    self.table = (table, Coordinate(x: margin, y: bandTop))
    let legendLeft = margin + tableWidth + Self.gap
    var y = bandTop
    sections = sets.map { set in
      defer { y += set.height + Self.sectionGap }
      return (set, Coordinate(x: legendLeft, y: y))
    }
    let smallLeft = legendLeft + column + Self.gap
    locator = Coordinate(x: smallLeft, y: bandTop)
    scale = (Coordinate(x: smallLeft, y: bandTop + small.size.height + 8), column)
  }
}
