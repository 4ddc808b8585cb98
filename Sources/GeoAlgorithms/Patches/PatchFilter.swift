/// Gives the cells of patches under a least area another class.
///
/// Patches are formed over the whole raster. Bands of rows can be filtered on their own, and at
/// the same time, when each is read with ``haloRows(columns:rows:)`` further rows above and
/// below: a patch that reaches from the band to the end of the halo spans more rows than a small
/// one can, so the halo holds enough of it to tell. Then the band's own rows come out as if the
/// whole raster had been filtered at once. Where the halo is too deep for that, ``PatchStream``
/// takes the rows in order.
public struct PatchFilter: Sendable {
  /// What is filtered.
  public let rule: PatchRule
  /// The areas of the cells.
  public let areas: CellAreaModel

  /// Makes a filter.
  public init(_ rule: PatchRule, areas: CellAreaModel) {
    self.rule = rule
    self.areas = areas
  }

  /// The greatest number of rows, among `rows`, that a patch under the least area can span: the
  /// longest stretch of rows of which one smallest cell each is less than the least area. One
  /// more where such cells make up the least area exactly, for the sake of rounding.
  ///
  /// At 30 m and 0.3 ha it is 3. O(rows).
  public func haloRows(columns: Int, rows: Range<Int>) -> Int {
    let smallest = rows.map { areas.smallestArea(columns: 0..<columns, row: $0) }
    // On the safe side of the rounding of sums.
    let least = rule.leastArea * (1 + 1e-9)
    var longest = 0
    var sum = 0.0
    var start = 0
    for end in smallest.indices {
      sum += smallest[end]
      while sum >= least {
        sum -= smallest[start]
        start += 1
      }
      longest = max(longest, end + 1 - start)
    }
    return longest
  }

  /// Filters a window of full rows in place.
  ///
  /// - Parameters:
  ///   - codes: The classes of the cells of `rows`, row by row, all columns.
  ///   - rows: The rows of the window, by which their areas are known. Rows nearer to an end of
  ///     the window than ``haloRows(columns:rows:)``, unless it is the raster's end too, may
  ///     lose patches that are large beyond it: they are the halo, not the result.
  ///
  /// O(cells), memory O(runs of the class in the rows pending).
  public func apply(to codes: inout [UInt8], rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    precondition(codes.count % rows.count == 0, "the window holds full rows")
    let columns = codes.count / rows.count
    var finder = SmallPatchFinder(rule, areas: areas, firstRow: rows.lowerBound)
    var small: [Range<Int>] = []
    for row in 0..<rows.count {
      finder.push(codes.span.extracting(row * columns..<(row + 1) * columns))
      if row == rows.count - 1 { finder.finish() }
      while let done = finder.pop(into: &small) {
        let offset = (done - rows.lowerBound) * columns
        for run in small {
          for column in run { codes[offset + column] = rule.replacement }
        }
      }
    }
  }
}
