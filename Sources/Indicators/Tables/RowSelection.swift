/// Which rows of a table are figures of units, and which are set aside, by which rule.
///
/// A row is set aside only where a rule says so, and every one is listed. What no rule names stays
/// a row to be matched, and is an error there if it is no unit.
public struct RowSelection: Sendable, Hashable {
  /// Why a row is no unit's.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// It stands above the header: the title of the table.
    case aboveHeader = "above_header"
    /// It is the upper row of a header of several rows.
    case header
    /// It repeats the header.
    case repeatedHeader = "repeated_header"
    /// It numbers the columns (A, B, 1, 2, 3 …).
    case columnNumbers = "column_numbers"
    /// Its name is a total's (Tổng số, Cộng huyện …).
    case total
    /// It is a note below the table (Nguồn: …).
    case note
    /// Its name has a type of another level (a district among communes).
    case otherLevel = "other_level"
    /// It has a name and no figure at all.
    case titleWithoutFigures = "title_without_figures"
    /// Its name is a region's (Khu vực miền núi).
    case region
    /// It has a Roman or letter ordinal and its figures are the sum of the rows below it.
    case titleWithSum = "title_with_sum"
  }

  /// A row that was set aside.
  public struct SetAside: Sendable, Hashable {
    /// Its position among the table's rows.
    public var row: Int
    /// Its number in the file.
    public var number: Int
    /// Its name as it stands.
    public var name: String
    /// The rule.
    public var rule: Rule
    /// In how many of its figures it is the sum of the rows of its group; `nil` where it has none.
    public var sum: SumCheck?
  }

  /// A title's figures against the rows below it.
  public struct SumCheck: Sendable, Hashable {
    /// The figures that are the sum, within rounding.
    public var agreeing: Int
    /// The figures that the title has.
    public var figures: Int
    /// The rows that were added.
    public var rows: Int
  }

  /// Which columns hold what.
  public struct Columns: Sendable, Hashable {
    /// The column of names; `nil` where the plan names none.
    public var name: Int?
    /// The column of codes; `nil` where the plan names none.
    public var code: Int?
    /// The columns of figures.
    public var figures: [Int]

    /// Makes a choice of columns.
    public init(name: Int?, code: Int?, figures: [Int]) {
      self.name = name
      self.code = code
      self.figures = figures
    }
  }

  /// The positions of the rows to be matched, in the order of the table.
  public var rows: [Int]
  /// The rows set aside, in the order of the table, what stands above the header included.
  public var setAside: [SetAside]
  /// For each of ``rows`` the position of the title that it stands under; `nil` where there is none.
  public var titles: [Int?]
  /// For each of ``rows`` the name of that title without its ordinal where it names an
  /// administrative unit (HUYỆN BA TƠ), so that it can serve as the row's parent; else `nil`.
  public var parents: [String?]
  /// For each of ``rows`` its name as it was read to tell whether it is a unit's.
  public var names: [FoldedName]

  /// Sorts the rows of `table`: those above `header` are titles.
  ///
  /// - Parameters:
  ///   - table: the table as its file holds it.
  ///   - header: its header, as ``TableHeader/find(in:fields:)`` finds it.
  ///   - columns: which of its columns hold names, codes and figures, by position from 0.
  ///   - level: the level of the units (`commune`); `nil` where it is not known.
  ///   - style: how the table writes numbers.
  ///   - labels: the rows' names where they were read before, from the same table.
  ///   - unitNames: the units' names: a row without figures that has one of them stays a row,
  ///     because a unit without figures is no title.
  /// - Complexity: O(n · figures), and a pass over its rows for each title.
  public static func select(
    from table: RawTable, header: TableHeader, columns: Columns, level: String?,
    style: NumberStyle?, labels: RowLabels? = nil, unitNames: [String] = []
  ) -> RowSelection {
    let reader = TitleReader(
      table: table, header: header, columns: columns, level: level, style: style,
      unitNames: UnitNames(unitNames, settlements: level == "village"))
    let labels = labels?.labels ?? reader.labels()
    var selection = RowSelection(rows: [], setAside: [], titles: [], parents: [], names: [])
    for row in 0..<header.row {
      selection.setAside.append(
        SetAside(
          row: row, number: table.rows[row].number, name: firstText(of: table.rows[row]),
          rule: row < header.firstRow ? .aboveHeader : .header))
    }
    var title: Int?
    var parent: String?
    for (position, label) in labels.enumerated() {
      guard let (rule, sum) = reader.rule(at: position, labels) else {
        selection.rows.append(label.row)
        selection.titles.append(title)
        selection.parents.append(parent)
        selection.names.append(label.folded)
        continue
      }
      selection.setAside.append(
        SetAside(
          row: label.row, number: table.rows[label.row].number, name: label.text, rule: rule,
          sum: sum))
      guard rule.isTitle else { continue }
      title = label.row
      parent = label.folded.type == nil ? nil : label.folded.whole
    }
    return selection
  }

  private static func firstText(of row: RawTable.Row) -> String {
    row.cells.first { !NameCleaning.cleaned($0).isEmpty } ?? ""
  }
}

/// The names of a table's rows and their place among its titles: all of a selection that needs no
/// unit.
public struct RowLabels: Sendable {
  let labels: [TitleReader.Label]

  /// Reads the names of the rows below `header`, of units of `level`. O(n).
  public init(
    _ table: RawTable, header: TableHeader, columns: RowSelection.Columns, level: String?
  ) {
    labels = TitleReader(
      table: table, header: header, columns: columns, level: level, style: nil,
      unitNames: UnitNames([], settlements: level == "village")
    ).labels()
  }
}

extension RowSelection.Rule {
  /// Whether the rows below belong to the row.
  var isTitle: Bool {
    switch self {
    case .otherLevel, .titleWithoutFigures, .region, .titleWithSum: true
    case .aboveHeader, .header, .repeatedHeader, .columnNumbers, .total, .note: false
    }
  }
}
