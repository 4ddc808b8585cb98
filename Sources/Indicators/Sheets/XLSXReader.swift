/// Reads sheets of XLSX files by cell: what the file holds as a number stays one beside text, which
/// readers that give each column one type do not tell apart.
///
/// Source: ECMA-376, part 1 (SpreadsheetML).
public struct XLSXReader {
  /// The bytes of a part of the file (`xl/workbook.xml`); `nil` where there is none.
  public typealias Parts = (String) -> [UInt8]?

  private let part: Parts
  private let sheets: [(name: String, path: String)]
  private let from1904: Bool
  private let strings: [String]
  private let styles: XLSXStyles

  /// Reads what all sheets share.
  ///
  /// - Throws: ``SheetError``.
  public init(part: @escaping Parts) throws(SheetError) {
    self.part = part
    let (targets, types) = try Self.relations(Self.required("xl/_rels/workbook.xml.rels", part))
    var scanner = try Self.required("xl/workbook.xml", part)
    var sheets: [(name: String, path: String)] = []
    var from1904 = false
    while let token = try scanner.next() {
      guard case .start = token else { continue }
      if scanner.name == "workbookPr" {
        from1904 = ["1", "true"].contains(try scanner.attribute("date1904"))
      } else if scanner.name == "sheet", let name = try scanner.attribute("name"),
        let id = try scanner.attribute("r:id"), let path = targets[id]
      {
        sheets.append((name: name, path: path))
      }
    }
    self.sheets = sheets
    self.from1904 = from1904
    // Neither part has to be there.
    strings = try Self.scanner(types["sharedStrings"], part).map(Self.strings) ?? []
    styles = try Self.scanner(types["styles"], part).map(XLSXStyles.init) ?? XLSXStyles()
  }

  /// The sheet called `name`, or the only one that has cells.
  ///
  /// - Throws: ``SheetError``. O(cells).
  public func sheet(_ name: String?) throws(SheetError) -> (name: String, table: RawTable) {
    var found: [(name: String, table: RawTable)] = []
    for sheet in sheets where name == nil || sheet.name == name {
      found.append((name: sheet.name, table: try table(Self.required(sheet.path, part))))
    }
    return try SheetChoice.only(of: found, named: name, among: sheets.map(\.name))
  }

  // MARK: Parts that sheets share

  private static func required(_ path: String, _ part: Parts) throws(SheetError) -> XMLScanner {
    guard let scanner = scanner(path, part) else { throw .missingPart(path) }
    return scanner
  }

  private static func scanner(_ path: String?, _ part: Parts) -> XMLScanner? {
    path.flatMap { path in part(path).map { XMLScanner($0, part: path) } }
  }

  /// Where each relation of the workbook leads to, by its identifier and by the last word of its
  /// type.
  private static func relations(
    _ scanner: XMLScanner
  ) throws(SheetError) -> (targets: [String: String], types: [String: String]) {
    var scanner = scanner
    var targets: [String: String] = [:]
    var types: [String: String] = [:]
    while let token = try scanner.next() {
      guard case .start = token, scanner.name == "Relationship",
        let id = try scanner.attribute("Id"), let target = try scanner.attribute("Target")
      else { continue }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      targets[id] = path
      if let type = try scanner.attribute("Type")?.split(separator: "/").last {
        types[String(type)] = path
      }
    }
    return (targets, types)
  }

  /// The texts that cells share; what is written for reading aloud (`rPh`) is no part of them.
  private static func strings(_ scanner: XMLScanner) throws(SheetError) -> [String] {
    var scanner = scanner
    var strings: [String] = []
    while let token = try scanner.next() {
      guard case .start = token, scanner.name == "si" else { continue }
      strings.append(try text(&scanner))
    }
    return strings
  }

  /// The text of the element that began: of its `t` elements alone.
  private static func text(_ scanner: inout XMLScanner) throws(SheetError) -> String {
    var text = ""
    var depth = 1
    while depth > 0, let token = try scanner.next() {
      switch token {
      case .start where scanner.name == "t": text += try scanner.textOfElement()
      case .start where scanner.name == "rPh": try scanner.skipElement()
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
    return text
  }

  // MARK: A sheet

  private func table(_ scanner: XMLScanner) throws(SheetError) -> RawTable {
    var scanner = scanner
    var builder = SheetBuilder()
    var number = 0
    var cells: [SheetBuilder.Cell] = []
    while let token = try scanner.next() {
      switch (token, scanner.name) {
      case (.start, "row"):
        number = try scanner.attribute("r").flatMap { Int($0) } ?? number + 1
        cells = []
      case (.end, "row"): builder.add(cells, number: number)
      case (.start, "c"):
        let column = try scanner.attribute("r").flatMap(Self.position)?.column ?? cells.count
        while cells.count < column { cells.append((text: "", kind: .text)) }
        cells.append(try cell(&scanner))
      case (.start, "mergeCell"):
        if let merged = try scanner.attribute("ref").flatMap(Self.merged) {
          builder.mergedCells.append(merged)
        }
      default: break
      }
    }
    return builder.table()
  }

  private func cell(_ scanner: inout XMLScanner) throws(SheetError) -> SheetBuilder.Cell {
    let type = try scanner.attribute("t") ?? "n"
    let style = try scanner.attribute("s").flatMap { Int($0) } ?? 0
    var value = ""
    var hasFormula = false
    var depth = 1
    while depth > 0, let token = try scanner.next() {
      switch (token, scanner.name) {
      case (.start, "v"): value = try scanner.textOfElement()
      case (.start, "is"): value = try Self.text(&scanner)
      case (.start, "f"):
        hasFormula = true
        try scanner.skipElement()
      case (.start, _): depth += 1
      case (.end, _): depth -= 1
      case (.text, _): break
      }
    }
    switch type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else {
        throw .brokenPart(scanner.part)
      }
      return (text: strings[index], kind: .text)
    case "b": return (text: value == "1" ? "TRUE" : "FALSE", kind: .text)
    case "n":
      // A formula that was never computed has no number; as text it is refused as a figure.
      if value.isEmpty { return (text: hasFormula ? "=" : "", kind: .text) }
      guard let number = Double(value) else { return (text: value, kind: .text) }
      return numberCell(number, styles.format(style))
    default: return (text: value, kind: .text)
    }
  }

  private func numberCell(_ number: Double, _ format: SheetNumber.Format) -> SheetBuilder.Cell {
    switch format {
    case .plain: (text: SheetNumber.text(number), kind: .number)
    case .percent: (text: SheetNumber.percentText(number), kind: .number)
    case .padded(let digits):
      (text: SheetNumber.paddedText(number, digits: digits), kind: .number)
    case .date: (text: SheetNumber.dateText(number, from1904: from1904), kind: .text)
    }
  }

  /// The row's number from 1 and the column's position from 0 of `B3`.
  private static func position(_ reference: String) -> (row: Int, column: Int)? {
    var (column, row) = (0, 0)
    for byte in reference.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): column = column * 26 + Int(byte - 0x40)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      // The greatest sheet has 16,384 columns and 1,048,576 rows.
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    return column > 0 ? (row: row, column: column - 1) : nil
  }

  private static func merged(_ reference: String) -> RawTable.MergedCells? {
    let ends = reference.split(separator: ":").compactMap { position(String($0)) }
    guard ends.count == 2 else { return nil }
    return RawTable.MergedCells(
      row: ends[0].row, column: ends[0].column, rows: ends[1].row - ends[0].row + 1,
      columns: ends[1].column - ends[0].column + 1)
  }
}
