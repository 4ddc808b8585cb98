internal import GeoModel
internal import Publishing

/// The layers of a run as tables of a page.
struct ReportTables {
  let study: Study
  let layers: [Layer]
  let words: ReportWords
  let vocabulary: ReportVocabulary

  private var language: OutputLanguage { vocabulary.language }

  /// The subjects, in the order of the page, by how their layers' names begin.
  private static let subjects: [(key: String, prefixes: [String])] = [
    ("targets", ["targets"]), ("forest", ["forest-"]),
    ("roads", ["villages", "road-", "pave", "critical-", "travel-"]),
    ("hazards", ["hazard-", "resettlement-"]), ("travel", ["accessibility", "terrain"]),
    ("figures", ["join"]), ("units", ["units-"]),
  ]

  /// A table each layer, by subject; the findings have a place of their own.
  var tables: [ReportTable] {
    let all = layers.filter { $0.name != "findings" }.map(table)
    let order = Self.subjects.map { words["group_\($0.key)"] } + [words["group_other"]]
    return order.flatMap { subject in all.filter { $0.group == subject } }
  }

  private func table(of layer: Layer) -> ReportTable {
    let choice = ReportChoice(of: layer)
    var table = ReportTable(
      layer: layer, kept: choice.kept, title: title(of: layer.name), titles: words.column,
      words: words.valueWords.merging(words.all("indicators")) { $1 }
        .merging(words.all("units")) { $1 })
    if let remark = table.column("remark") {
      for row in table.rows.indices {
        if case .text(let text) = table.rows[row][remark] {
          table.rows[row][remark] = .text(vocabulary.sentence(text))
        }
      }
    }
    if table.rows.count < table.total {
      table.choice = words(
        choice.key, language.number(table.rows.count), language.number(table.total),
        "\(layer.name).geojson")
    }
    table.notes = vocabulary.notes(layer, layers)
    let subject = Self.subjects.first { $0.prefixes.contains(where: layer.name.hasPrefix) }
    table.group = words["group_\(subject?.key ?? "other")"]
    return table
  }

  /// What a layer is called; of a level below the first with the level.
  func title(of name: String) -> String {
    if let title = words.text("layers", name) {
      let hasLevels = layers.contains { $0.name.hasPrefix("\(name)-") && isOfALevel($0.name, name) }
      return hasLevels
        ? "\(title) – \(MapWords.level(study.levels[0].name, language))" : title
    }
    for level in study.levels.map(\.name) + ["village"] where name.hasSuffix("-\(level)") {
      let stem = String(name.dropLast(level.count + 1))
      if let title = words.text("layers", stem) {
        return "\(title) – \(MapWords.level(level, language))"
      }
    }
    return name
  }

  /// Whether a layer is that of a level below the first of the one called `stem`.
  private func isOfALevel(_ name: String, _ stem: String) -> Bool {
    study.levels.dropFirst().contains { name == "\(stem)-\($0.name)" }
  }

  /// What was found about the data, the gravest first.
  func findings(_ findings: [Finding]) -> ReportTable {
    let all = FindingList(findings).findings
    let shown = all.prefix(ReportChoice.mostUnits)
    let rows = shown.map { finding -> [ReportTable.Cell] in
      let told = language == .vietnamese ? finding.vietnamese : nil
      return [
        .text(words["severity_\(finding.severity.rawValue)"]), .text(finding.layer),
        text(finding.feature), .text(told?.message ?? finding.message),
        .text(told?.remedy ?? finding.remedy),
      ]
    }
    return ReportTable(
      name: "findings", title: words["findings"],
      columns: ["severity", "layer", "feature", "message", "remedy"].map {
        ReportTable.Column(words["finding_\($0)"], property: $0)
      }, rows: Array(rows), total: all.count,
      choice: rows.count < all.count
        ? words(
          "shown_first", language.number(rows.count), language.number(all.count), "findings.geojson"
        )
        : nil)
  }

  /// The plan's tables: what became of their rows and of the units.
  func matches(_ tallies: [JoinTally]) -> ReportTable? {
    guard !tallies.isEmpty else { return nil }
    func counts(_ counts: [JoinTally.Count]) -> String {
      counts.filter { $0.kind != "matched" }
        .map { "\(language.number($0.count)) \(vocabulary.outcome($0.kind))" }
        .joined(separator: ", ")
    }
    func matched(_ tally: JoinTally) -> ReportTable.Cell {
      // A table of another date is not matched but carried over.
      if case .vintage = tally.way { return .unknown(reason: nil) }
      return .number(Double(tally.rows.first { $0.kind == "matched" }?.count ?? 0))
    }
    let rows = tallies.map { tally -> [ReportTable.Cell] in
      let way =
        switch tally.way {
        case .code: words["match_code"]
        case .name: words["match_name"]
        case .vintage(let date): words("match_vintage", date)
        }
      return [
        .text(tally.table), .text(MapWords.level(tally.level, language)), .text(way),
        .number(Double(tally.rowCount)), matched(tally), .text(counts(tally.rows)),
        .number(Double(tally.unitCount)), .text(counts(tally.units)),
      ]
    }
    let titles = [
      ("match_table", nil), ("match_level", nil), ("match_way", nil), ("match_rows", 0),
      ("match_matched", 0), ("match_others", nil), ("match_units", 0), ("match_units_state", nil),
    ]
    return ReportTable(
      name: "matches", title: words["matches"],
      columns: titles.map {
        ReportTable.Column(words[$0.0], property: $0.0, decimals: $0.1)
      }, rows: rows)
  }

  private func text(_ text: String?) -> ReportTable.Cell {
    text.map { .text($0) } ?? .unknown(reason: nil)
  }
}
