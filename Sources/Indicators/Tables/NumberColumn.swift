/// A column of figures, read.
public struct NumberColumn: Sendable, Hashable {
  /// A cell that could not be read.
  public struct Fault: Sendable, Hashable {
    /// The row's number in the file.
    public var row: Int
    /// The column's name.
    public var column: String
    /// What is wrong, with both readings where there are two.
    public var error: NumberReadingError
    /// What other cells of the column say of its style; `nil` where they say nothing.
    public var evidence: Evidence?
  }

  /// A cell that reads in one style only, and so tells how its column is written. It is told and
  /// not acted on.
  public struct Evidence: Sendable, Hashable {
    /// The style.
    public var style: NumberStyle
    /// The row's number in the file.
    public var row: Int
    /// The cell.
    public var text: String
  }

  /// What each row says, parallel to the rows asked for; a cell that could not be read is `nil`
  /// and stands in ``faults``.
  public var readings: [NumberReading?]
  /// The cells that could not be read, in order.
  public var faults: [Fault]

  /// The numbers; `nil` where there is none.
  public var values: [Double?] { readings.map { $0?.value } }

  /// The number of cells with a per cent sign behind their number.
  public var percentCount: Int {
    readings.count { reading in
      if case .number(_, let isPercent) = reading { return isPercent }
      return false
    }
  }

  /// Reads the cells of `column` in `rows` (positions in `table`). A cell that a short row does not
  /// have is read as an empty one; ``RawTable/raggedRows`` lists such rows. `style` is that of text;
  /// what the source holds as a number is one.
  ///
  /// - Complexity: O(n).
  public init(_ table: RawTable, column: Int, name: String, rows: [Int], style: NumberStyle?) {
    readings = []
    readings.reserveCapacity(rows.count)
    faults = []
    for row in rows {
      do throws(NumberReadingError) {
        readings.append(
          try NumberReading.read(
            table.cell(row, column) ?? "", style: table.style(row, column, stated: style)))
      } catch {
        readings.append(nil)
        faults.append(
          Fault(row: table.rows[row].number, column: name, error: error, evidence: nil))
      }
    }
    guard !faults.isEmpty else { return }
    let evidence = Self.evidence(table, column, rows)
    for index in faults.indices { faults[index].evidence = evidence }
  }

  private static func evidence(_ table: RawTable, _ column: Int, _ rows: [Int]) -> Evidence? {
    // What the source holds as a number says nothing of how people wrote theirs.
    for row in rows where table.kind(row, column) == .text {
      let text = table.cell(row, column) ?? ""
      let styles = NumberStyle.allCases.filter { style in
        // Only whether it reads matters here.
        (try? NumberReading.read(text, style: style)) != nil
      }
      if styles.count == 1 {
        return Evidence(style: styles[0], row: table.rows[row].number, text: text)
      }
    }
    return nil
  }
}
