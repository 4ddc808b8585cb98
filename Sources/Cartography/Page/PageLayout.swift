import CairoKit
import GeoModel

/// Where title, map, legend and notes stand on a page. Lengths in points.
struct PageLayout {
  /// The page.
  var page: PageSize
  /// The room of the map, or of all maps of a document with panels.
  var frame: BoundingBox
  /// The maps: one, or one for each panel.
  var panes: [MapPane]
  /// The lines at the head of the page, and where they begin.
  var heading: TextBlock
  var title: TextBlock
  var subtitle: TextBlock
  var titleTop: Double
  var subtitleTop: Double
  /// The parts of the legend with their upper left corners.
  var sections: [(set: SetLegendSection, corner: Coordinate)]
  /// The upper left corner and the width of the scale.
  var scale: (corner: Coordinate, width: Double)
  /// The notes and their top.
  var notes: TextBlock
  var notesTop: Double

  static let margin = 28.0
  private static let gap = 14.0
  private static let sectionGap = 8.0
  static let panelWidth = 158.0

  /// Lays `document` out on `page`: the legend beside the map where the page is wider than high, else
  /// below it.
  init(_ document: MapDocument, page: PageSize, typesetter: Typesetter) throws {
    let setter = LegendSetter(typesetter: typesetter)
    self.page = page
    let width = page.width - 2 * Self.margin
    title = try typesetter.set(document.title, TextStyle(size: 17, weight: .bold), width: width)
    subtitle = try typesetter.set(document.subtitle, TextStyle(size: 9.5), width: width)
    notes = try typesetter.set(
      document.notes.joined(separator: "\n"), TextStyle(size: 6.3), width: width)
    heading = try typesetter.set(
      document.heading, TextStyle(size: 8.6, weight: .semibold, letterSpacing: 0.25), width: width)
    titleTop = Self.margin - 8 + (document.heading.isEmpty ? 0 : heading.height)
    subtitleTop = titleTop + title.height + 1
    let top = subtitleTop + (document.subtitle.isEmpty ? 0 : subtitle.height) + 7
    notesTop = page.height - Self.margin + 4 - notes.height
    let bottom = notesTop - 6
    panes = []
    if page.width > page.height {
      let left = page.width - Self.margin - Self.panelWidth
      frame = BoundingBox(
        minimumX: Self.margin, minimumY: top, maximumX: left - Self.gap, maximumY: bottom)
      sections = []
      var y = top
      for section in document.legend {
        let set = try setter.set(section, width: Self.panelWidth)
        sections.append((set, Coordinate(x: left, y: y)))
        y += set.height + Self.sectionGap
      }
      scale = (
        Coordinate(x: left, y: max(y + 4, bottom - ScaleBlock.height)), Self.panelWidth
      )
    } else {
      let columns = 3
      let column = (width - Double(columns - 1) * Self.gap) / Double(columns)
      let sets = try document.legend.map { try setter.set($0, width: column) }
      let placed = Self.columns(sets.map(\.height), count: columns - 1)
      let height = max(placed.height, ScaleBlock.height)
      frame = BoundingBox(
        minimumX: Self.margin, minimumY: top, maximumX: page.width - Self.margin,
        maximumY: bottom - height - 10)
      let legendTop = bottom - height
      sections = zip(sets, placed.places).map { set, place in
        (
          set,
          Coordinate(
            x: Self.margin + Double(place.column) * (column + Self.gap), y: legendTop + place.top)
        )
      }
      scale = (
        Coordinate(x: Self.margin + Double(columns - 1) * (column + Self.gap), y: legendTop), column
      )
    }
    panes = try MapPane.panes(of: document, in: frame, typesetter)
  }

  /// Puts blocks of these heights into columns, in order, so that the highest column is lowest.
  static func columns(
    _ heights: [Double], count: Int
  ) -> (places: [(column: Int, top: Double)], height: Double) {
    func fill(_ limit: Double) -> (places: [(column: Int, top: Double)], height: Double)? {
      var column = 0
      var top = 0.0
      var greatest = 0.0
      var places: [(column: Int, top: Double)] = []
      for height in heights {
        if top > 0, top + height > limit {
          column += 1
          top = 0
        }
        guard column < count else { return nil }
        places.append((column, top))
        greatest = max(greatest, top + height)
        top += height + sectionGap
      }
      return (places, greatest)
    }
    // Every height that a column can have is a sum of neighbours.
    var limits: [Double] = []
    for start in heights.indices {
      var sum = 0.0
      for end in start..<heights.count {
        sum += heights[end] + (end > start ? sectionGap : 0)
        limits.append(sum)
      }
    }
    for limit in limits.sorted() {
      if let filled = fill(limit * (1 + 1e-9)) { return filled }
    }
    return ([], 0)
  }
}
