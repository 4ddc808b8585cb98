import CairoKit
import GeoModel

/// The index of an atlas: which unit stands on which page, and where each line of it is printed.
///
/// Lines fill columns from the top, page after page; those of the first page stand below the overview.
/// Lengths in points.
struct AtlasIndex {
  /// The lines in one column of a page.
  struct Column {
    /// The page, from 1.
    var page: Int
    /// The place of the column on it, from 0.
    var place: Int
    /// The units whose lines stand in it.
    var units: Range<Int>
  }

  /// The columns, in order.
  let columns: [Column]
  /// How many pages have parts of the index: those before the first unit's.
  let pageCount: Int
  /// The height of the index on the first page.
  let firstHeight: Double
  private let unitCount: Int

  static let columnCount = 3

  /// Divides lines of these heights among pages. At most `greatestFirst` of the first page is taken,
  /// less where less is enough; `further` of each of the others.
  init(heights: [Double], greatestFirst: Double, further: Double) {
    unitCount = heights.count
    // As low as holds all of it; the columns of a short index are alike.
    let total = heights.reduce(0, +)
    let greatest = heights.max() ?? 0
    var first = min(total / Double(Self.columnCount), greatestFirst)
    while first < greatestFirst,
      Self.fill(heights, from: 0, page: 1, height: first).end < heights.count
    {
      first = min(first + max(greatest / 4, 1), greatestFirst)
    }
    firstHeight = first
    var columns: [Column] = []
    var page = 1
    var start = 0
    repeat {
      let filled = Self.fill(
        heights, from: start, page: page, height: page == 1 ? first : further)
      columns += filled.columns
      start = filled.end
      page += 1
    } while start < heights.count
    self.columns = columns
    pageCount = page - 1
  }

  /// The page of the unit at `position`, from 1.
  func page(ofUnit position: Int) -> Int { pageCount + position + 1 }

  /// All pages of the atlas.
  var totalPageCount: Int { pageCount + unitCount }

  private static func fill(
    _ heights: [Double], from start: Int, page: Int, height: Double
  ) -> (columns: [Column], end: Int) {
    var columns: [Column] = []
    var next = start
    for place in 0..<columnCount where next < heights.count {
      let begin = next
      var sum = 0.0
      // A page that has no room for a line gets one all the same, else the index would never end; the
      // first page may stay without.
      while next < heights.count,
        sum + heights[next] <= height + 1e-9 || (next == begin && page > 1)
      {
        sum += heights[next]
        next += 1
      }
      if next > begin { columns.append(Column(page: page, place: place, units: begin..<next)) }
    }
    return (columns, next)
  }
}
