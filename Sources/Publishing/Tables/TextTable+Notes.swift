extension TextTable {
  /// One line for each shown column and reason for which something in it is unknown, in the order of the
  /// columns and then of the rows.
  func reasons(_ fitting: TableFitting, _ language: OutputLanguage) -> [String] {
    var lines: [String] = []
    for index in fitting.shown {
      var order: [String] = []
      var counts: [String: Int] = [:]
      for row in rows + totals {
        guard case .unknown(.some(let reason)) = row[index] else { continue }
        if counts[reason] == nil { order.append(reason) }
        counts[reason, default: 0] += 1
      }
      for reason in order {
        let count = counts[reason] ?? 0
        let number = language.number(count)
        let rows = language.choose(count == 1 ? "row" : "rows", "dòng")
        lines.append("– \(columns[index].title): \(reason) (\(number) \(rows))")
      }
    }
    return lines
  }

  /// The line that names the columns left out for want of width; none where all are shown.
  func leftOut(_ fitting: TableFitting, _ language: OutputLanguage) -> [String] {
    let shown = Set(fitting.shown)
    let names = columns.indices.filter { !shown.contains($0) }.map { columns[$0].title }
    guard !names.isEmpty else { return [] }
    let lead = language.choose("Not shown for want of width: ", "Không đủ chỗ để hiện: ")
    return [lead + names.joined(separator: ", ")]
  }
}

/// ANSI colour (ECMA-48, SGR), or none.
struct Painter {
  let isOn: Bool

  func strong(_ text: String) -> String { wrap(text, "1") }

  func faint(_ text: String) -> String { wrap(text, "2") }

  func paint(_ text: String, _ cell: TextTable.Cell) -> String {
    switch cell {
    case .text(_, .good): wrap(text, "32")
    case .text(_, .caution): wrap(text, "33")
    case .text(_, .bad): wrap(text, "31")
    case .unknown: faint(text)
    case .text(_, .plain), .number, .integer, .empty: text
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
