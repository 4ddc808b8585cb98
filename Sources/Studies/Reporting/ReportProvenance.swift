internal import DigestKit
internal import Publishing

/// Where a report's figures come from: what `run.json` tells, for a reader.
struct ReportProvenance {
  let record: RunRecord
  let words: ReportWords
  let vocabulary: ReportVocabulary

  private var language: OutputLanguage { vocabulary.language }

  /// The sections.
  var sections: [ReportPage.Section] {
    [plan, sources, operations, rules, assumptions, reads, notComputed]
  }

  private var plan: ReportPage.Section {
    let plan = record.plan
    return ReportPage.Section(
      heading: words["provenance_plan"],
      points: [
        words(
          "provenance_plan_line", plan.path, language.number(plan.digest.size),
          plan.digest.sha256.hexadecimal),
        words("provenance_version", record.version),
      ])
  }

  private var sources: ReportPage.Section {
    var rows: [[ReportTable.Cell]] = []
    for source in record.sources {
      let name = source.source + (source.layer.map { " (\($0))" } ?? "")
      let system: ReportTable.Cell =
        source.referenceSystem.map { .text($0) } ?? .unknown(reason: nil)
      let vintage: ReportTable.Cell =
        source.vintage.map { .text($0) } ?? .unknown(reason: nil)
      let head: [ReportTable.Cell] = [.text(source.section), .text(name), system, vintage]
      for file in source.files {
        rows.append(
          head + [
            .text(file.path), .number(Double(file.digest.size)),
            .text(file.digest.sha256.hexadecimal),
          ])
      }
      if source.files.isEmpty {
        rows.append(head + Array(repeating: .unknown(reason: nil), count: 3))
      }
    }
    return ReportPage.Section(
      heading: words["provenance_sources"],
      table: table(
        "sources",
        [
          ("section", nil), ("source", nil), ("crs", nil), ("vintage", nil), ("file", nil),
          ("bytes", 0), ("sha256", nil),
        ], rows))
  }

  private var operations: ReportPage.Section {
    ReportPage.Section(
      heading: words["provenance_operations"],
      lines: record.operations.isEmpty ? [words["provenance_no_operation"]] : [],
      table: table(
        "operations", [("from", nil), ("to", nil), ("operation", nil), ("accuracy_m", 1)],
        record.operations.map {
          [
            .text($0.from), .text($0.to), .text($0.operation),
            $0.accuracyMetres.map { .number($0) } ?? .unknown(reason: nil),
          ]
        }))
  }

  private var rules: ReportPage.Section {
    ReportPage.Section(
      heading: words["provenance_rules"],
      table: table(
        "rules", [("rule", nil), ("value", nil)],
        flat(.object(record.rules), under: "").map { [.text($0.name), .text($0.value)] }))
  }

  private var assumptions: ReportPage.Section {
    ReportPage.Section(
      heading: words["provenance_assumptions"],
      lines: record.assumptions.isEmpty ? [words["provenance_no_assumption"]] : [],
      table: table(
        "assumptions", [("section", nil), ("assumption", nil), ("count", 0), ("of", 0)],
        record.assumptions.map {
          [
            .text($0.section), .text(vocabulary.sentence($0.assumption)),
            .number(Double($0.count)),
            $0.of.map { .number(Double($0)) } ?? .unknown(reason: nil),
          ]
        }))
  }

  private var reads: ReportPage.Section {
    ReportPage.Section(
      heading: words["provenance_reads"],
      table: table(
        "reads", [("section", nil), ("read", 0), ("used", 0), ("left_out", nil)],
        record.reads.map { read in
          let reasons = read.leftOut.map {
            "\(language.number($0.count)): \(vocabulary.sentence($0.reason))"
          }
          return [
            .text(read.section), .number(Double(read.read)), .number(Double(read.used)),
            .text(reasons.joined(separator: "; ")),
          ]
        }))
  }

  private var notComputed: ReportPage.Section {
    ReportPage.Section(
      heading: words["provenance_not_computed"],
      points: record.notComputed.map(\.section))
  }

  private func table(
    _ name: String, _ columns: [(String, Int?)], _ rows: [[ReportTable.Cell]]
  ) -> ReportTable? {
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      name: name, title: words["provenance_\(name)"],
      columns: columns.map {
        ReportTable.Column(words["provenance_column_\($0.0)"], property: $0.0, decimals: $0.1)
      }, rows: rows)
  }

  /// The members of a value with the path to each: `roads.snap_limit_m`.
  private func flat(_ value: JSONValue, under path: String) -> [(name: String, value: String)] {
    switch value {
    case .object(let members):
      return members.flatMap {
        flat($0.value, under: path.isEmpty ? $0.name : "\(path).\($0.name)")
      }
    case .list(let values):
      if values.contains(where: { if case .object = $0 { true } else { false } }) {
        return values.enumerated().flatMap { flat($0.element, under: "\(path)[\($0.offset + 1)]") }
      }
      let texts = values.map(text)
      return [(path, texts.isEmpty ? "–" : texts.joined(separator: ", "))]
    default: return [(path, text(value))]
    }
  }

  private func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "–"
    case .flag(let flag): words[flag ? "yes" : "no"]
    case .integer(let number): language.number(number)
    case .decimal(let number, _): plain(number)
    case .text(let text): text
    case .list, .object: ""
    }
  }

  /// A threshold as it was written: no more decimals than it has.
  private func plain(_ number: Double) -> String {
    for decimals in 0...6 {
      guard let text = language.number(number, decimals: decimals) else { return "–" }
      let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
      if decimals == 6 || abs((number * scale).rounded() - number * scale) < 1e-9 * scale {
        return text
      }
    }
    return "–"
  }
}
