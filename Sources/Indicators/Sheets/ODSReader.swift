/// Reads sheets of ODS files by cell: what the file holds as a number stays one beside text.
///
/// Source: OASIS OpenDocument 1.3, part 3 (tables, `office:value-type`).
public struct ODSReader {
  private let content: [UInt8]

  /// Reads `content`, the part `content.xml` of the file.
  public init(content: [UInt8]) { self.content = content }

  /// The sheet called `name`, or the only one that has cells.
  ///
  /// - Throws: ``SheetError``. O(cells).
  public func sheet(_ name: String?) throws(SheetError) -> (name: String, table: RawTable) {
    var scanner = XMLScanner(content, part: "content.xml")
    var names: [String] = []
    var found: [(name: String, table: RawTable)] = []
    while let token = try scanner.next() {
      guard case .start = token, scanner.name == "table" else { continue }
      let own = try scanner.attribute("table:name") ?? ""
      names.append(own)
      if name == nil || own == name {
        found.append((name: own, table: try table(&scanner)))
      } else {
        try scanner.skipElement()
      }
    }
    return try SheetChoice.only(of: found, named: name, among: names)
  }

  private func table(_ scanner: inout XMLScanner) throws(SheetError) -> RawTable {
    var builder = SheetBuilder()
    var number = 1
    var depth = 1
    while depth > 0, let token = try scanner.next() {
      switch (token, scanner.name) {
      case (.start, "table-row"):
        let repeats = try count(scanner.attribute("table:number-rows-repeated"))
        let cells = try row(&scanner, number, &builder)
        // The rest of a sheet is one blank row, a million times.
        if !cells.isEmpty {
          for offset in 0..<repeats { builder.add(cells, number: number + offset) }
        }
        number += repeats
      case (.start, "shapes"): try scanner.skipElement()
      case (.start, _): depth += 1
      case (.end, _): depth -= 1
      case (.text, _): break
      }
    }
    return builder.table()
  }

  /// The cells of a row; the blank ones at its end are left out.
  private func row(
    _ scanner: inout XMLScanner, _ number: Int, _ builder: inout SheetBuilder
  ) throws(SheetError) -> [SheetBuilder.Cell] {
    var cells: [SheetBuilder.Cell] = []
    var blanks = 0
    while let token = try scanner.next() {
      if case .end = token { break }
      guard case .start = token else { continue }
      guard scanner.name == "table-cell" || scanner.name == "covered-table-cell" else {
        try scanner.skipElement()
        continue
      }
      let repeats = try count(scanner.attribute("table:number-columns-repeated"))
      let rows = try count(scanner.attribute("table:number-rows-spanned"))
      let columns = try count(scanner.attribute("table:number-columns-spanned"))
      if rows > 1 || columns > 1 {
        builder.mergedCells.append(
          RawTable.MergedCells(
            row: number, column: cells.count + blanks, rows: rows, columns: columns))
      }
      let isCovered = scanner.name == "covered-table-cell"
      let cell = try cell(&scanner)
      // What lies under merged cells is not shown.
      if cell.text.isEmpty || isCovered {
        blanks += repeats
      } else {
        cells += Array(repeating: (text: "", kind: .text), count: blanks)
        cells += Array(repeating: cell, count: repeats)
        blanks = 0
      }
    }
    return cells
  }

  private func count(_ text: String?) -> Int {
    text.flatMap { Int($0) }.map { min(max($0, 1), 1_048_576) } ?? 1
  }

  private func cell(_ scanner: inout XMLScanner) throws(SheetError) -> SheetBuilder.Cell {
    let type = try scanner.attribute("office:value-type")
    let value = try scanner.attribute("office:value").flatMap { Double($0) }
    let date = try scanner.attribute("office:date-value")
    let hasFormula = try scanner.attribute("table:formula") != nil
    let shown = try text(&scanner)
    switch (type, value, date) {
    case ("float", let value?, _), ("currency", let value?, _):
      return (text: Self.numberText(value, shown: shown), kind: .number)
    case ("percentage", let value?, _):
      return (text: SheetNumber.percentText(value), kind: .number)
    case ("date", _, let date?): return (text: Self.dateText(date), kind: .text)
    case (nil, _, _) where hasFormula && shown.isEmpty: return (text: "=", kind: .text)
    default: return (text: shown, kind: .text)
    }
  }

  /// The number; with the zeros in front that the cell shows, as codes are shown.
  private static func numberText(_ value: Double, shown: String) -> String {
    let text = SheetNumber.text(value)
    let isPadded = shown.hasPrefix("0") && shown.count > text.count && shown.hasSuffix(text)
    return isPadded && shown.allSatisfy { "0123456789".contains($0) } ? shown : text
  }

  /// `2016-12-31T10:30:00` as `2016-12-31 10:30:00`, without a time where it is midnight.
  private static func dateText(_ date: String) -> String {
    let text = date.replacing("T", with: " ")
    return text.hasSuffix(" 00:00:00") ? String(text.dropLast(9)) : text
  }

  /// The paragraphs of the cell that began, a line each; remarks and drawings are no part of them.
  private func text(_ scanner: inout XMLScanner) throws(SheetError) -> String {
    var lines: [String] = []
    var paragraphs = 0
    var depth = 1
    while depth > 0, let token = try scanner.next() {
      switch (token, scanner.name) {
      case (.start, "annotation"), (.start, "frame"), (.start, "table"):
        try scanner.skipElement()
      case (.start, let name):
        depth += 1
        if name == "p" {
          paragraphs += 1
          lines.append("")
        } else if paragraphs > 0 {
          lines[lines.count - 1] += try space(name, scanner)
        }
      case (.end, let name):
        depth -= 1
        if name == "p" { paragraphs -= 1 }
      case (.text, _):
        if paragraphs > 0 { lines[lines.count - 1] += scanner.text }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The white space that an element stands for.
  private func space(_ element: String, _ scanner: XMLScanner) throws(SheetError) -> String {
    switch element {
    case "s": String(repeating: " ", count: count(try scanner.attribute("text:c")))
    case "tab": "\t"
    case "line-break": "\n"
    default: ""
    }
  }
}
