extension TextTable {
  /// The table as lines, without spaces at their ends. O(cells).
  public func lines(_ style: TextTableStyle = TextTableStyle()) -> [String] {
    let texts = rows.map { $0.map { text(of: $0, style.language) } }
    let totalTexts = totals.map { $0.map { text(of: $0, style.language) } }
    let isNumeric = columns.indices.map(isNumeric)
    let fitting = TableFitting(
      measures(texts + totalTexts, isNumeric: isNumeric), width: style.width)
    let layout = Layout(fitting: fitting, isNumeric: fitting.shown.map { isNumeric[$0] })
    let painter = Painter(isOn: style.usesColor)
    let rule = painter.faint(
      zip(fitting.shown, fitting.widths).map { _, width in
        String(repeating: style.usesBoxDrawing ? "─" : "-", count: width)
      }.joined(separator: TableFitting.separator))

    var lines = header(layout, painter) + [rule]
    for (row, texts) in zip(rows, texts) { lines += self.lines(row, texts, layout, painter) }
    if !totals.isEmpty { lines.append(rule) }
    for (row, texts) in zip(totals, totalTexts) {
      lines += self.lines(row, texts, layout, painter)
    }
    for note in reasons(fitting, style.language) + leftOut(fitting, style.language) + notes {
      lines += TerminalText.wrapped(TerminalText.harmless(note), to: style.width)
        .map(painter.faint)
    }
    return lines
  }

  /// The table as text, each line ended.
  public func text(_ style: TextTableStyle = TextTableStyle()) -> String {
    lines(style).map { $0 + "\n" }.joined()
  }

  private func text(of cell: Cell, _ language: OutputLanguage) -> String {
    switch cell {
    case .text(let text, _): TerminalText.harmless(text)
    case .number(let value, let decimals): language.number(value, decimals: decimals) ?? "–"
    case .integer(let value): language.number(value)
    case .unknown: "–"
    case .empty: ""
    }
  }

  private func measures(_ texts: [[String]], isNumeric: [Bool]) -> [TableFitting.Measure] {
    columns.indices.map { index in
      let title = columns[index].title
      return TableFitting.Measure(
        title: TerminalText.width(of: title),
        titlePiece: TerminalText.pieces(of: title)
          .map { TerminalText.width(of: TerminalText.trimmed($0)) }.max() ?? 0,
        content: texts.map { TerminalText.width(of: $0[index]) }.max() ?? 0,
        isText: !isNumeric[index], isEssential: columns[index].isEssential)
    }
  }

  /// Whether a column holds numbers and so stands at the right.
  private func isNumeric(_ index: Int) -> Bool {
    var hasNumber = false
    for row in rows + totals {
      switch row[index] {
      case .text: return false
      case .number, .integer: hasNumber = true
      case .unknown, .empty: break
      }
    }
    return hasNumber
  }

  private func header(_ layout: Layout, _ painter: Painter) -> [String] {
    let titles = zip(layout.fitting.shown, layout.fitting.widths).map { index, width in
      TerminalText.wrapped(columns[index].title, to: width)
    }
    let height = titles.map(\.count).max() ?? 0
    // Titles stand on the line under them.
    let bottomed = titles.map { [String](repeating: "", count: height - $0.count) + $0 }
    return layout.join(bottomed) { text, _ in painter.strong(text) }
  }

  private func lines(
    _ row: [Cell], _ texts: [String], _ layout: Layout, _ painter: Painter
  ) -> [String] {
    let blocks = zip(layout.fitting.shown, layout.fitting.widths).map { index, width in
      switch columns[index].overflow {
      case .wrap where !isNumber(row[index]): TerminalText.wrapped(texts[index], to: width)
      case .truncate where !isNumber(row[index]):
        [TerminalText.truncated(texts[index], to: width)]
      default: [texts[index]]
      }
    }
    return layout.join(blocks) { text, index in painter.paint(text, row[index]) }
  }

  private func isNumber(_ cell: Cell) -> Bool {
    switch cell {
    case .number, .integer: true
    default: false
    }
  }

  /// The shown columns and how they stand.
  private struct Layout {
    let fitting: TableFitting
    /// Whether the column stands at the right; one for each shown column.
    let isNumeric: [Bool]

    /// Blocks of lines side by side, each padded to its column before it is painted.
    func join(_ blocks: [[String]], paint: (String, Int) -> String) -> [String] {
      (0..<(blocks.map(\.count).max() ?? 0)).map { line in
        var result = ""
        var blanks = 0
        for (place, index) in fitting.shown.enumerated() {
          let text = line < blocks[place].count ? blocks[place][line] : ""
          let padding = max(0, fitting.widths[place] - TerminalText.width(of: text))
          if place > 0 { blanks += TableFitting.gap }
          if isNumeric[place] { blanks += padding }
          if !text.isEmpty {
            result += String(repeating: " ", count: blanks) + paint(text, index)
            blanks = 0
          }
          if !isNumeric[place] { blanks += padding }
        }
        return result
      }
    }
  }
}
