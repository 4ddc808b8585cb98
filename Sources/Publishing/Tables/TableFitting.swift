/// The widths of a table's columns within the width of a terminal.
///
/// In turn: everything in full; titles wrapped; text columns narrowed, the widest first; columns
/// left out from the right. Numbers are never cut.
struct TableFitting {
  /// The cells between two columns.
  static let gap = 2
  /// The blanks between two columns.
  static let separator = String(repeating: " ", count: gap)
  private static let leastTextWidth = 10

  /// The columns that are shown, as places in the table.
  private(set) var shown: [Int]
  /// Their widths in cells.
  private(set) var widths: [Int]

  /// Fits columns into `width` cells.
  init(_ columns: [Measure], width: Int) {
    shown = Array(columns.indices)
    widths = []
    while true {
      let candidates = shown.map { columns[$0] }
      widths = TableFitting.widths(of: candidates, within: width)
      if widths.reduce(0, +) + TableFitting.gap * (widths.count - 1) <= width { return }
      guard let last = shown.lastIndex(where: { !columns[$0].isEssential }) else { return }
      shown.remove(at: last)
    }
  }

  /// What counts about one column.
  struct Measure {
    /// The title in full.
    var title: Int
    /// The longest part of the title that cannot be broken.
    var titlePiece: Int
    /// The widest cell.
    var content: Int
    /// Whether its cells may be cut or wrapped.
    var isText: Bool
    /// Whether it must not be left out.
    var isEssential: Bool
  }

  private static func widths(of columns: [Measure], within width: Int) -> [Int] {
    let room = width - gap * (columns.count - 1)
    var widths = columns.map { max($0.title, $0.content) }
    if widths.reduce(0, +) <= room { return widths }
    widths = columns.map { max($0.titlePiece, $0.content) }
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      let candidates = columns.indices.filter { index in
        columns[index].isText
          && widths[index] > max(columns[index].titlePiece, leastTextWidth)
      }
      guard let widest = candidates.max(by: { (widths[$0], -$0) < (widths[$1], -$1) }) else {
        break
      }
      widths[widest] -= 1
      excess -= 1
    }
    // Room that is left saves lines of titles, from the left.
    for index in columns.indices where excess < 0 {
      let more = min(-excess, max(0, columns[index].title - widths[index]))
      widths[index] += more
      excess += more
    }
    return widths
  }
}
