internal import GeoModel
internal import Publishing
internal import Studies

/// A match report as a person reads it: each table in numbers, then what needs a person's word.
struct JoinSummary {
  let result: JoinResult
  let language: OutputLanguage
  let width: Int

  /// The lines; the last of them says what to do, where there is anything to do.
  var text: String {
    var lines = result.tallies.flatMap(block)
    lines += section(.error, title: word("To settle", "Cần xác nhận"))
    lines += section(.warning, title: word("Worth a look", "Nên xem lại"))
    lines += closing
    return lines.map { $0 + "\n" }.joined()
  }

  private func block(_ tally: JoinTally) -> [String] {
    var parts = [
      "\(tally.table): \(way(tally.way)), \(word("level", "cấp")) \(tally.level)",
      "  "
        + counted(tally.rowCount, ("row", "rows"), "dòng", tally.rows) { kind in
          kind == "matched" ? tiers(tally.tiers) : ""
        },
      "  " + counted(tally.unitCount, ("unit", "units"), "đơn vị", tally.units) { _ in "" },
    ]
    if !tally.conserved.isEmpty {
      parts.append(
        "  " + word("totals conserved: ", "tổng giữ nguyên: ")
          + tally.conserved.joined(separator: ", "))
    }
    if !tally.notConserved.isEmpty {
      parts.append(
        "  " + word("totals NOT conserved: ", "tổng KHÔNG giữ nguyên: ")
          + tally.notConserved.joined(separator: ", "))
    }
    parts += findings(.note, kinds: ["areas-compared"], of: tally.table).map { "  \($0)" }
    return parts.flatMap(wrapped)
  }

  private func tiers(_ counts: [JoinTally.Count]) -> String {
    let list = counts.map { "\(language.number($0.count)) \(JoinWords.tier($0.kind, language))" }
    return list.isEmpty ? "" : " (" + list.joined(separator: ", ") + ")"
  }

  /// `18 rows: 6 matched (…), 8 outside the study, 4 set aside`.
  private func counted(
    _ total: Int, _ english: (one: String, several: String), _ vietnamese: String,
    _ counts: [JoinTally.Count], detail: (String) -> String
  ) -> String {
    let noun = word(total == 1 ? english.one : english.several, vietnamese)
    let parts = counts.map { count in
      "\(language.number(count.count)) \(JoinWords.outcome(count.kind, language))"
        + detail(count.kind)
    }
    let list = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    return "\(language.number(total)) \(noun)\(list)"
  }

  private func way(_ way: JoinTally.Way) -> String {
    switch way {
    case .code: word("by code", "theo mã")
    case .name: word("by name", "theo tên")
    case .vintage(let date):
      word(
        "of \(date), carried to the plan's units",
        "số liệu ngày \(date), đưa sang đơn vị của kế hoạch")
    }
  }

  private func section(_ severity: Finding.Severity, title: String) -> [String] {
    let found = findings(severity, kinds: nil, of: nil)
    guard !found.isEmpty else { return [] }
    let shown = found.prefix(Self.mostShown)
    var lines = ["\(title) (\(language.number(found.count))):"]
    lines += shown.flatMap { wrapped("  – \($0)") }
    if found.count > shown.count {
      let more = language.number(found.count - shown.count)
      lines.append(
        "  "
          + word(
            "… and \(more) more; --report lists them all",
            "… và \(more) mục nữa; --report liệt kê đủ"))
    }
    return lines
  }

  /// More than a person reads at once; the report has them all.
  private static let mostShown = 40

  /// The words of the findings of a severity, with their table in front where several are told.
  private func findings(
    _ severity: Finding.Severity, kinds: Set<String>?, of table: String?
  ) -> [String] {
    result.findings.filter { finding in
      finding.severity == severity && (kinds?.contains(finding.kind) ?? true)
        && (table.map { finding.layer == "indicators.\($0)" } ?? true)
    }.map { finding in
      let words = language == .vietnamese ? finding.vietnamese?.message : nil
      let message = words ?? finding.message
      guard table == nil, result.tallies.count > 1 else { return message }
      return "\(finding.layer.replacing("indicators.", with: "")): \(message)"
    }
  }

  private var closing: [String] {
    let notes = result.findings.count { $0.severity == .note }
    let count = language.number(notes)
    let told =
      notes == 0
      ? ""
      : word(
        "; \(count) \(notes == 1 ? "note" : "notes") in the match report (--report DIR)",
        "; \(count) ghi chú trong báo cáo khớp (--report DIR)")
    if result.isComplete {
      return wrapped(
        word("Every row and every unit is accounted for", "Mọi dòng và mọi đơn vị đều khớp")
          + told + ".")
    }
    return wrapped(
      word(
        "Not complete: --suggest FILE drafts the pairs to confirm, --report DIR has every row of"
          + " both sides.",
        "Chưa đủ: --suggest FILE soạn các cặp cần xác nhận, --report DIR ghi mọi dòng của hai bên.")
    )
  }

  private func wrapped(_ text: String) -> [String] {
    let indent = text.prefix { $0 == " " }.count
    return WrappedText.lines(String(text.dropFirst(indent)), width: width, indent: indent)
  }

  private func word(_ english: String, _ vietnamese: String) -> String {
    language == .vietnamese ? vietnamese : english
  }
}

/// What the words of a match report are called in a summary.
enum JoinWords {
  /// What became of rows and units.
  static func outcome(_ kind: String, _ language: OutputLanguage) -> String {
    pick(outcomes[kind], kind, language)
  }

  /// The tier that decided.
  static func tier(_ kind: String, _ language: OutputLanguage) -> String {
    pick(tiers[kind], kind, language)
  }

  private static func pick(
    _ words: (english: String, vietnamese: String)?, _ kind: String, _ language: OutputLanguage
  ) -> String {
    guard let words else { return kind.replacing("_", with: " ") }
    return language == .vietnamese ? words.vietnamese : words.english
  }

  private static let outcomes: [String: (english: String, vietnamese: String)] = [
    "matched": ("matched", "khớp"),
    "ambiguous": ("ambiguous", "khớp nhiều đơn vị"),
    "unmatched": ("unmatched", "không khớp"),
    "doubled": ("doubled", "bị lặp"),
    "set_aside": ("set aside by rule", "để riêng theo quy tắc"),
    "outside_study": ("outside the study", "ngoài vùng nghiên cứu"),
    "missing": ("without a row", "không có dòng"),
    "unchanged": ("unchanged", "giữ nguyên"),
    "full": ("went over whole", "chuyển nguyên vẹn"),
    "weighted": ("split by published weights", "chia theo tỷ lệ công bố"),
    "overlay": ("split by overlay", "chia theo chồng ghép diện tích"),
    "population": ("split by where people live", "chia theo phân bố dân cư"),
    "received": ("received figures", "nhận số liệu"),
  ]

  private static let tiers: [String: (english: String, vietnamese: String)] = [
    "confirmed": ("confirmed by hand", "xác nhận thủ công"),
    "code": ("by code", "theo mã"),
    "full_name_with_parent": ("by full name and parent", "theo tên đầy đủ và cấp trên"),
    "full_name": ("by full name", "theo tên đầy đủ"),
    "short_name_with_parent": ("by name and parent", "theo tên và cấp trên"),
    "short_name": ("by name", "theo tên"),
    "orthographic": ("by another spelling", "theo cách viết khác"),
  ]
}
