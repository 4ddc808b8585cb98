internal import GeoModel

/// The parts of a page that need no script.
struct ReportMarkup {
  let page: ReportPage
  let words: ReportWords

  /// The facts under the title.
  var facts: [HTMLNode] {
    page.facts.isEmpty
      ? [] : [.of("p", class: "facts", [], [.text(page.facts.joined(separator: " · "))])]
  }

  /// The targets at a glance.
  var cards: [HTMLNode] {
    guard !page.cards.isEmpty else { return [] }
    return [.of("ul", class: "cards", [], page.cards.map(card))]
  }

  private func card(_ card: ReportPage.Card) -> HTMLNode {
    var content: [HTMLNode] = [.of("h3", text: card.title)]
    if let met = card.met { content.append(chip(met)) }
    content.append(.of("p", class: "value", text: card.value))
    if let scale = card.scale { content.append(bar(scale)) }
    content.append(.of("p", class: "target", text: card.target))
    if !card.gap.isEmpty { content.append(.of("p", class: "gap", text: card.gap)) }
    return .of("li", class: "card \(card.met.map { "met-\($0.rawValue)" } ?? "plain")", [], content)
  }

  /// A bar from 0 to 100: solid what is sure, striped what may be, a mark at the target. The figures
  /// stand beside it in words, so it is hidden from those who listen.
  private func bar(_ scale: ReportPage.Card.Scale) -> HTMLNode {
    func place(_ value: Double) -> String {
      DecimalText.text(min(max(value, 0), 100), decimals: 2) ?? "0"
    }
    func box(_ style: String, from low: Double, to high: Double) -> HTMLNode {
      let (start, end) = (min(max(low, 0), 100), min(max(high, 0), 100))
      return .of(
        "rect", class: style,
        [
          HTMLAttribute("x", place(start)), HTMLAttribute("y", "2"),
          HTMLAttribute("width", place(end - start)), HTMLAttribute("height", "4"),
        ])
    }
    return .of(
      "svg", class: "bar",
      [
        HTMLAttribute("viewBox", "0 0 100 8"), HTMLAttribute("preserveAspectRatio", "none"),
        HTMLAttribute("aria-hidden", "true"),
      ],
      [
        box("rail", from: 0, to: 100), box("sure", from: 0, to: scale.value.lowerBound),
        box("maybe", from: scale.value.lowerBound, to: scale.value.upperBound),
        .of(
          "rect", class: "goal",
          [
            HTMLAttribute("x", place(scale.target - 0.4)), HTMLAttribute("y", "0"),
            HTMLAttribute("width", "0.8"), HTMLAttribute("height", "8"),
          ]),
      ])
  }

  /// The sections of what stands behind the targets.
  var stories: [HTMLNode] {
    page.stories.filter { !$0.isEmpty }.map { section($0, level: "h3") }
  }

  /// The targets as a table.
  var scorecard: [HTMLNode] { page.scorecard.map { [table($0)] } ?? [] }

  /// Where all of it comes from.
  var provenance: [HTMLNode] {
    page.provenance.filter { !$0.isEmpty }.map { section($0, level: "h3") }
  }

  private func section(_ section: ReportPage.Section, level: String) -> HTMLNode {
    var content: [HTMLNode] = [.of(level, text: section.heading)]
    content += section.lines.map { .of("p", text: $0) }
    if !section.points.isEmpty {
      content.append(.of("ul", [], section.points.map { .of("li", text: $0) }))
    }
    if let own = section.table { content.append(table(own)) }
    return .of("section", class: "part", [], content)
  }

  private func chip(_ answer: Ternary) -> HTMLNode {
    .of("span", class: "chip \(answer.rawValue)", text: words["met_\(answer.rawValue)"])
  }

  /// A table whose head can be pressed to sort it; `data-v` holds what is sorted by.
  private func table(_ table: ReportTable) -> HTMLNode {
    let head = table.columns.map { column -> HTMLNode in
      .of(
        "th", class: column.decimals == nil ? nil : "number",
        [HTMLAttribute("scope", "col")], text: column.title)
    }
    var content: [HTMLNode] = [
      .of("caption", text: table.title),
      .of("thead", [], [.of("tr", [], head)]),
      .of(
        "tbody", [],
        table.rows.map { row in
          .of("tr", [], zip(row, table.columns).map { cell($0, $1) })
        }),
    ]
    if !table.totals.isEmpty {
      content.append(
        .of("tfoot", [], [.of("tr", [], zip(table.totals, table.columns).map { cell($0, $1) })]))
    }
    let box = HTMLNode.of(
      "div", class: "scroll", [HTMLAttribute("tabindex", "0")],
      [.of("table", class: "sortable", [], content)])
    let notes = (table.choice.map { [$0] } ?? []) + table.notes
    return .of(
      "div", class: "table", [], [box] + notes.map { .of("p", class: "note", text: $0) })
  }

  private func cell(_ cell: ReportTable.Cell, _ column: ReportTable.Column) -> HTMLNode {
    switch cell {
    case .text(let text):
      return .of("td", class: column.property == "sha256" ? "digest" : nil, text: text)
    case .measure(let text, let value):
      let plain = DecimalText.text(value, decimals: 9) ?? ""
      return .of("td", class: "number", [HTMLAttribute("data-v", plain)], text: text)
    case .number(let number):
      let shown = page.language.number(number, decimals: column.decimals ?? 2) ?? "–"
      let plain = DecimalText.text(number, decimals: 9) ?? ""
      return .of("td", class: "number", [HTMLAttribute("data-v", plain)], text: shown)
    case .answer(let answer):
      return .of("td", [HTMLAttribute("data-v", answer.rawValue)], [chip(answer)])
    case .unknown(let reason):
      let text = reason.map { "– (\($0))" } ?? "–"
      return .of(
        "td", class: column.decimals == nil ? "unknown" : "unknown number",
        [HTMLAttribute("data-v", "")], text: text)
    }
  }
}
