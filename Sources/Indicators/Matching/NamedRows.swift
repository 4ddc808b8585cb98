/// The rows of a table with their names read: all of a match that needs no unit.
public struct NamedRows: Sendable {
  let rows: [RowRecord]
  /// Parallel to ``rows``; `nil` where a row has no name.
  let names: [ReadName?]

  /// Reads the names of `rows`, which are of units of `level`. O(n).
  ///
  /// - Parameters:
  ///   - rows: the rows in the order of the table; one without a name stays, with nothing read.
  ///   - level: `commune`, …; at `village` types below the commune (Thôn, Bản) are split off too.
  ///   - folded: names of the first rows as ``RowSelection/names`` has them, which are taken where they
  ///     are of the same text.
  public init(_ rows: [RowRecord], level: String, folded: [FoldedName] = []) {
    self.rows = rows
    names = rows.enumerated().map { position, row in
      guard let text = row.name, !NameCleaning.cleaned(text).isEmpty else { return nil }
      if position < folded.count, folded[position].original == text {
        return ReadName(folded[position], type: row.type, level: level)
      }
      return ReadName(text, type: row.type, level: level)
    }
  }
}

/// Units by their codes and names: all of a match that needs no row.
public struct NamedUnits: Sendable {
  let search: NameSearch

  /// The units.
  public var units: [UnitRecord] { search.index.units }

  /// Reads the names of `units`, which are of `level`. O(n).
  public init(_ units: [UnitRecord], level: String) {
    search = NameSearch(UnitIndex(units, level: level))
  }
}
