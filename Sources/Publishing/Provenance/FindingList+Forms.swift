public import GeoModel

extension FindingList {
  /// The findings as a table, one row each, but of warnings and notes of one kind and layer no more
  /// than `mostOfAKind(_:)`: a row says how many more there are. Below it the counts, and what to do,
  /// once for each kind and remedy.
  ///
  /// Places keep their decimal point in every language, so that they can be pasted into a map.
  public func table(_ language: OutputLanguage = .english) -> TextTable {
    func word(_ english: String, _ vietnamese: String) -> String {
      language.choose(english, vietnamese)
    }
    let rows = withoutFloods().map { finding, more -> [TextTable.Cell] in
      if let more { return rowOfMore(finding, more, language) }
      return row(finding, language)
    }
    var remedies: [String] = []
    for finding in findings {
      let line = "– \(finding.layer), \(finding.kind): \(words(finding, language).remedy)"
      if !remedies.contains(line) { remedies.append(line) }
    }
    let lead = word("→ what to do:", "→ cần làm:")
    return TextTable(
      columns: [
        TextTable.Column(word("Severity", "Mức"), isEssential: true),
        TextTable.Column(word("Layer", "Lớp"), isEssential: true),
        TextTable.Column(word("Feature", "Đối tượng"), isEssential: true),
        TextTable.Column(word("Finding", "Phát hiện"), overflow: .wrap, isEssential: true),
        TextTable.Column(word("Amount", "Lượng"), overflow: .wrap),
      ], rows: rows, notes: [counts(language)] + (remedies.isEmpty ? [] : [lead] + remedies))
  }

  /// How many findings of one kind and layer the table shows: every error, a screen of warnings, a
  /// few notes.
  static func mostOfAKind(_ severity: Finding.Severity) -> Int {
    switch severity {
    case .error: .max
    case .warning: 12
    case .note: 4
    }
  }

  /// The findings to show; in the place of those left out the first of them stands for all, with
  /// their number.
  private func withoutFloods() -> [(finding: Finding, more: Int?)] {
    struct Kind: Hashable {
      var severity: Finding.Severity
      var layer: String
      var kind: String
    }
    func kind(_ finding: Finding) -> Kind {
      Kind(severity: finding.severity, layer: finding.layer, kind: finding.kind)
    }
    let totals = Dictionary(grouping: findings, by: kind).mapValues(\.count)
    var seen: [Kind: Int] = [:]
    return findings.compactMap { finding in
      let kind = kind(finding)
      let total = totals[kind] ?? 0
      let place = seen[kind, default: 0] + 1
      seen[kind] = place
      let most = Self.mostOfAKind(finding.severity)
      // One left out would take the row that tells of it.
      guard total - 1 > most, place > most else { return (finding, nil) }
      return place == most + 1 ? (finding, total - most) : nil
    }
  }

  private func row(_ finding: Finding, _ language: OutputLanguage) -> [TextTable.Cell] {
    let told = words(finding, language)
    return [
      .text(severityWord(finding.severity, language), emphasis: emphasis(finding.severity)),
      .text(finding.layer),
      finding.feature.map { TextTable.Cell.text($0) } ?? .empty,
      .text(told.message + place(finding)),
      told.amount.map { TextTable.Cell.text($0) } ?? .empty,
    ]
  }

  private func rowOfMore(
    _ finding: Finding, _ count: Int, _ language: OutputLanguage
  ) -> [TextTable.Cell] {
    let number = language.number(count)
    return [
      .text(severityWord(finding.severity, language), emphasis: emphasis(finding.severity)),
      .text(finding.layer), .text("…"),
      .text(
        language.choose(
          "\(number) more of this kind (\(finding.kind)); check -o FILE writes them all",
          "\(number) mục nữa cùng loại (\(finding.kind)); check -o FILE ghi đủ")), .empty,
    ]
  }

  /// `2 errors, 1 warning, 14 notes`.
  private func counts(_ language: OutputLanguage) -> String {
    let (errors, warnings, notes) = (count(.error), count(.warning), count(.note))
    func part(_ count: Int, _ english: String, _ vietnamese: String) -> String {
      let number = language.number(count)
      return "\(number) " + language.choose(count == 1 ? english : english + "s", vietnamese)
    }
    return [
      part(errors, "error", "lỗi"), part(warnings, "warning", "cảnh báo"),
      part(notes, "note", "ghi chú"),
    ].joined(separator: ", ") + "."
  }

  /// The finding's words in `language`, in English where it has no others.
  private func words(_ finding: Finding, _ language: OutputLanguage) -> Finding.Wording {
    let english = Finding.Wording(finding.message, remedy: finding.remedy, amount: finding.amount)
    guard language == .vietnamese, var words = finding.vietnamese else { return english }
    words.amount = words.amount ?? finding.amount
    return words
  }

  /// The findings as JSON: an array of objects that all have the same members.
  public var json: JSONValue {
    .list(
      findings.map { finding in
        [
          "severity": .text(finding.severity.rawValue), "kind": .text(finding.kind),
          "layer": .text(finding.layer), "feature": .optional(finding.feature),
          "place": finding.place.map {
            [.decimal($0.x, decimals: 6), .decimal($0.y, decimals: 6)]
          } ?? .null,
          "amount": .optional(finding.amount), "message": .text(finding.message),
          "remedy": .text(finding.remedy),
        ]
      })
  }

  /// The findings as a layer of points, those without a place with no geometry; the identifier
  /// counts them in their order.
  public var layer: Layer {
    Layer(
      name: "findings",
      features: findings.enumerated().map { index, finding in
        LayerFeature(
          identifier: "finding/\(index + 1)", geometry: finding.place.map { .point($0) },
          properties: [
            Property("severity", .text(finding.severity.rawValue)),
            Property("kind", .text(finding.kind)), Property("layer", .text(finding.layer)),
            Property("feature", .optionalText(finding.feature)),
            Property("amount", .optionalText(finding.amount)),
            Property("message", .text(finding.message)),
            Property("remedy", .text(finding.remedy)),
          ])
      })
  }

  /// The counts by severity, and of each severity by kind, for run.json.
  var countsAsJSON: JSONValue {
    .object(
      Finding.Severity.allCases.map { severity in
        let kinds = findings.filter { $0.severity == severity }.map(\.kind)
        return JSONMember(
          severity.rawValue,
          [
            "count": .integer(kinds.count),
            "kinds": .object(
              Set(kinds).sorted().map { kind in
                JSONMember(kind, .integer(kinds.count { $0 == kind }))
              }),
          ])
      })
  }

  private func place(_ finding: Finding) -> String {
    guard let place = finding.place, let x = DecimalText.text(place.x, decimals: 5),
      let y = DecimalText.text(place.y, decimals: 5)
    else { return "" }
    return " (\(x), \(y))"
  }

  private func severityWord(_ severity: Finding.Severity, _ language: OutputLanguage) -> String {
    switch severity {
    case .error: language.choose("error", "lỗi")
    case .warning: language.choose("warning", "cảnh báo")
    case .note: language.choose("note", "ghi chú")
    }
  }

  private func emphasis(_ severity: Finding.Severity) -> TextTable.Emphasis {
    switch severity {
    case .error: .bad
    case .warning: .caution
    case .note: .plain
    }
  }
}
