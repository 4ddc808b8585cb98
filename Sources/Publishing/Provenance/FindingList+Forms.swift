public import GeoModel

extension FindingList {
  /// The findings as a table, one row each; below it what to do, once for each kind and remedy.
  public func table(_ language: OutputLanguage = .english) -> TextTable {
    func word(_ english: String, _ vietnamese: String) -> String {
      language.choose(english, vietnamese)
    }
    let rows = findings.map { finding -> [TextTable.Cell] in
      [
        .text(severityWord(finding.severity, language), emphasis: emphasis(finding.severity)),
        .text(finding.layer),
        finding.feature.map { .text($0) } ?? .empty,
        .text(words(finding, language).message + place(finding)),
        finding.amount.map { .text($0) } ?? .empty,
      ]
    }
    var remedies: [String] = []
    for finding in findings {
      let line = "→ \(finding.layer), \(finding.kind): \(words(finding, language).remedy)"
      if !remedies.contains(line) { remedies.append(line) }
    }
    return TextTable(
      columns: [
        TextTable.Column(word("Severity", "Mức"), isEssential: true),
        TextTable.Column(word("Layer", "Lớp"), isEssential: true),
        TextTable.Column(word("Feature", "Đối tượng"), isEssential: true),
        TextTable.Column(word("Finding", "Phát hiện"), overflow: .wrap, isEssential: true),
        TextTable.Column(word("Amount", "Lượng"), overflow: .wrap),
      ], rows: rows, notes: remedies)
  }

  /// The finding's words in `language`, in English where it has no others.
  private func words(_ finding: Finding, _ language: OutputLanguage) -> Finding.Wording {
    let english = Finding.Wording(finding.message, remedy: finding.remedy)
    return language == .vietnamese ? finding.vietnamese ?? english : english
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
