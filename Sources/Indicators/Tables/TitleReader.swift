/// Reads what a row is from its name, its ordinal and its figures.
struct TitleReader {
  /// A row's name and place in the hierarchy of titles.
  struct Label {
    var row: Int
    var text: String
    var folded: FoldedName
    /// 0 of a letter ordinal, 1 of a Roman one or a region, 2 of an ordinary row.
    var rank: Int
  }

  let table: RawTable
  let header: TableHeader
  let columns: RowSelection.Columns
  let level: String?
  let style: NumberStyle?
  let unitNames: UnitNames

  /// The labels of the rows below the header.
  func labels() -> [Label] {
    let settlements = level == "village"
    var labels = table.rows.indices.dropFirst(header.row + 1).map { row in
      let text = label(row)
      return Label(
        row: row, text: text, folded: FoldedName(text, settlements: settlements), rank: 2)
    }
    let ordinals = labels.map { ordinal(of: $0) }
    let hasLetters = ordinals.contains("b")
    for position in labels.indices {
      labels[position].rank = rank(
        ordinals[position], labels[position].folded, hasLetters: hasLetters)
    }
    return labels
  }

  /// The rule that sets the row aside, with the check of its figures; `nil` where it is a unit's.
  func rule(
    at position: Int, _ labels: [Label]
  ) -> (RowSelection.Rule, RowSelection.SumCheck?)? {
    let label = labels[position]
    let cells = table.rows[label.row].cells
    let whole = label.folded.whole
    if header.repeats(cells) { return (.repeatedHeader, nil) }
    if Self.numbersColumns(cells) { return (.columnNumbers, nil) }
    let hasFigures = columns.figures.contains { !cleaned(label.row, $0).isEmpty }
    if TotalWords.isTotal(whole) { return (.total, nil) }
    if !hasFigures && TotalWords.isNote(whole) { return (.note, nil) }
    // Only of rows that may be titles: a sum costs a pass over the rows below.
    let isSummed = hasFigures && (label.rank < 2 || isOfOtherLevel(label.folded))
    let sum = isSummed ? sumCheck(at: position, labels) : nil
    if isOfOtherLevel(label.folded) { return (.otherLevel, sum) }
    if TotalWords.isRegion(whole) { return (.region, sum) }
    if !hasFigures && isTitleWithoutFigures(label) { return (.titleWithoutFigures, nil) }
    if label.rank < 2, let sum, sum.figures > 0, sum.agreeing * 2 >= sum.figures {
      return (.titleWithSum, sum)
    }
    return nil
  }

  private func isOfOtherLevel(_ name: FoldedName) -> Bool {
    guard let level, let type = name.type else { return false }
    return !type.isPossible(at: level)
  }

  /// A name with neither code nor figures is a title, unless it is a unit's: by its type, or among
  /// the names of the units without being set off by a Roman or letter ordinal.
  private func isTitleWithoutFigures(_ label: Label) -> Bool {
    guard columns.name != nil, !columns.figures.isEmpty, !label.text.isEmpty else { return false }
    if let code = columns.code, !cleaned(label.row, code).isEmpty { return false }
    if label.rank < 2 { return true }
    return label.folded.type == nil && !unitNames.contains(label.folded.exact)
  }

  private func cleaned(_ row: Int, _ column: Int) -> String {
    NameCleaning.cleaned(table.cell(row, column) ?? "")
  }

  /// The name; where its cell is empty, the first cell that is neither empty nor a figure, because
  /// totals often stand in a merged cell.
  private func label(_ row: Int) -> String {
    if let name = columns.name {
      let text = table.cell(row, name) ?? ""
      if !NameCleaning.cleaned(text).isEmpty { return text }
    }
    let figures = Set(columns.figures)
    return table.rows[row].cells.indices.lazy
      .filter { !figures.contains($0) }
      .map { table.rows[row].cells[$0] }
      .first { !NameCleaning.cleaned($0).isEmpty } ?? ""
  }

  /// The ordinal in front of the name, else in a cell left of it, without punctuation.
  private func ordinal(of label: Label) -> String {
    var text = label.folded.ordinal ?? ""
    if text.isEmpty, let name = columns.name {
      let left = (0..<name).map { cleaned(label.row, $0) }.filter { !$0.isEmpty }
      text = left.count == 1 ? left[0].lowercased() : ""
    }
    return String(text.filter { $0.isLetter || $0.isNumber })
  }

  private func rank(_ ordinal: String, _ name: FoldedName, hasLetters: Bool) -> Int {
    if !ordinal.isEmpty {
      if ordinal.count == 1, "abdefg".contains(ordinal) || hasLetters && ordinal == "c" { return 0 }
      if ordinal.allSatisfy({ "ivxlc".contains($0) }) { return 1 }
    }
    return TotalWords.isRegion(name.whole) ? 1 : 2
  }

  /// Whether the cells number the columns: A, B … and then 1, 2, 3 …, at least two numbers.
  private static func numbersColumns(_ cells: [String]) -> Bool {
    var next = 1
    for cell in cells.lazy.map(NameCleaning.cleaned) where !cell.isEmpty {
      let mark = cell.filter { $0 != "(" && $0 != ")" }
      if Int(mark) == next {
        next += 1
      } else if next > 1 || mark.count != 1 || mark.first?.isLetter != true {
        return false
      }
    }
    return next > 2
  }

  /// The row's figures against the sums of the ordinary rows below it, up to the next row of its
  /// rank. Whole numbers add up exactly; with decimals each row may be off by half a unit of the
  /// last one.
  private func sumCheck(at position: Int, _ labels: [Label]) -> RowSelection.SumCheck {
    let own = labels[position]
    let rank = min(own.rank, 1)
    var members: [Int] = []
    for label in labels[(position + 1)...] {
      if isOfOtherLevel(label.folded) || label.rank <= rank { break }
      if label.rank == 2 && !TotalWords.isTotal(label.folded.whole)
        && columns.figures.contains(where: { number(label.row, $0) != nil })
      {
        members.append(label.row)
      }
    }
    var check = RowSelection.SumCheck(agreeing: 0, figures: 0, rows: members.count)
    for column in columns.figures {
      guard let value = number(own.row, column) else { continue }
      check.figures += 1
      let sum = members.reduce(0.0) { $0 + (number($1, column) ?? 0) }
      let unit = lastDecimal([own.row] + members, column)
      if !members.isEmpty && abs(sum - value) <= 0.5 * unit * Double(members.count + 1) + 1e-9 {
        check.agreeing += 1
      }
    }
    return check
  }

  private func number(_ row: Int, _ column: Int) -> Double? {
    // A cell that is no number fails where the column is read; here it only proves no sum.
    let style = table.style(row, column, stated: style)
    return (try? NumberReading.read(table.cell(row, column) ?? "", style: style))?.value
  }

  /// The value of one unit of the last decimal that the column writes in any of `rows`; 0 where none
  /// has any.
  private func lastDecimal(_ rows: [Int], _ column: Int) -> Double {
    let decimals = rows.map { row in
      let text = cleaned(row, column)
      let mark: Character = table.style(row, column, stated: style) == .plain ? "." : ","
      return text.lastIndex(of: mark).map { text[$0...].count { $0.isNumber } } ?? 0
    }
    guard let most = decimals.max(), most > 0 else { return 0 }
    return (0..<most).reduce(1.0) { unit, _ in unit / 10 }
  }
}

/// The names of the units as they are compared, folded when they are first asked for: most tables
/// have no row that could be a title or a unit.
final class UnitNames {
  private let names: [String]
  private let settlements: Bool
  private lazy var folded = Set(names.map { FoldedName($0, settlements: settlements).exact })

  init(_ names: [String], settlements: Bool) {
    self.names = names
    self.settlements = settlements
  }

  /// Whether `name`, in its exact form, is a unit's.
  func contains(_ name: String) -> Bool { folded.contains(name) }
}
