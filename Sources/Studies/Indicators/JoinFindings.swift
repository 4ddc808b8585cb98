internal import GeoModel
internal import Indicators
internal import Plan

/// What a join has to say: rows and units that nobody accounts for, and what was left out by rule.
struct JoinFindings {
  let definition: IndicatorDefinition
  let table: LoadedTable

  private var layer: String { "indicators.\(definition.name)" }

  /// Findings of a match by code or name, rows first.
  func findings(of result: MatchResult) -> [Finding] {
    var findings = ofTable()
    for match in result.rows where match.outcome.isError {
      findings.append(rowFinding(match, candidates: candidates(of: match, in: result)))
    }
    for match in result.rows where match.outcome == .outsideStudy {
      findings.append(
        note(
          "outside-study", "\(match.row.row)",
          "row \(match.row.row) (\(match.row.name ?? match.row.code ?? "")) lies outside the study",
          "nằm ngoài vùng nghiên cứu"))
    }
    for unit in result.units where unit.outcome == .missing {
      findings.append(
        Finding(
          severity: .error, kind: "missing-unit", layer: layer, feature: unit.unit.label,
          message: "\(unit.unit.label) has no row", remedy: "confirm its row under names",
          vietnamese: Finding.Wording(
            "\(unit.unit.label) không có dòng nào", remedy: "xác nhận dòng của đơn vị ở mục names"))
      )
    }
    for fault in result.pairFaults {
      findings.append(
        Finding(
          severity: .error, kind: "pair-\(fault.kind.rawValue)", layer: layer,
          feature: fault.pair.row,
          message: "the pair '\(fault.pair.row)' → '\(fault.pair.unit)' does nothing"
            + " (\(fault.kind.rawValue))",
          remedy: "correct or remove the pair",
          vietnamese: Finding.Wording(
            "cặp tên '\(fault.pair.row)' → '\(fault.pair.unit)' không có tác dụng",
            remedy: "sửa hoặc xóa cặp tên")))
    }
    return findings
  }

  /// Findings about the table by itself: rows set aside, ragged rows, encodings.
  func ofTable() -> [Finding] {
    var findings: [Finding] = []
    for ragged in table.raw.raggedRows {
      findings.append(
        Finding(
          severity: .warning, kind: "ragged-row", layer: layer, feature: "\(ragged.number)",
          message: "row \(ragged.number) has \(ragged.cells) cells where others have"
            + " \(ragged.expected)",
          remedy: "see whether a separator stands in a cell",
          vietnamese: Finding.Wording(
            "dòng \(ragged.number) có \(ragged.cells) ô, các dòng khác có \(ragged.expected)",
            remedy: "xem có dấu phân cách nằm trong ô không")))
    }
    for (column, suspicion) in table.suspicions {
      findings.append(
        Finding(
          severity: .warning, kind: "encoding", layer: layer, feature: column,
          message: "'\(suspicion.example)' reads as '\(suspicion.exampleDecoded)' in"
            + " \(suspicion.encoding.rawValue)",
          remedy: "if that is right: encoding: {\(column): \(suspicion.encoding.rawValue)}",
          vietnamese: Finding.Wording(
            "'\(suspicion.example)' đọc theo \(suspicion.encoding.rawValue) là"
              + " '\(suspicion.exampleDecoded)'",
            remedy: "nếu đúng: encoding: {\(column): \(suspicion.encoding.rawValue)}")))
    }
    return findings
  }

  private func rowFinding(_ match: RowMatch, candidates: [String]) -> Finding {
    let called = match.row.name ?? match.row.code ?? ""
    let flags = match.flags.map(\.rawValue).joined(separator: ", ")
    let list = candidates.isEmpty ? "" : "; it may mean \(candidates.joined(separator: "; "))"
    return Finding(
      severity: .error, kind: "\(match.outcome.rawValue)-row", layer: layer,
      feature: "\(match.row.row)",
      message: "row \(match.row.row) (\(called)) is \(match.outcome.rawValue)"
        + (flags.isEmpty ? "" : " (\(flags))") + list,
      remedy: "confirm it under names (upland join --suggest drafts the pairs)",
      vietnamese: Finding.Wording(
        "dòng \(match.row.row) (\(called)): \(outcome(match.outcome))"
          + (candidates.isEmpty ? "" : "; có thể là \(candidates.joined(separator: "; "))"),
        remedy: "xác nhận ở mục names (upland join --suggest soạn sẵn các cặp)"))
  }

  private func outcome(_ outcome: RowOutcome) -> String {
    switch outcome {
    case .ambiguous: "nhiều đơn vị cùng khớp"
    case .unmatched: "không khớp đơn vị nào"
    case .doubled: "đơn vị đã có dòng khác"
    case .matched, .setAside, .outsideStudy: ""
    }
  }

  private func candidates(of match: RowMatch, in result: MatchResult) -> [String] {
    match.candidates.prefix(3).map { candidate in
      let unit = result.units[candidate.unit].unit
      return "\(unit.label) (\(candidate.why.rawValue))"
    }
  }

  private func note(
    _ kind: String, _ feature: String, _ message: String, _ vietnamese: String
  ) -> Finding {
    Finding(
      severity: .note, kind: kind, layer: layer, feature: feature, message: message,
      remedy: "nothing; it is listed in the match report",
      vietnamese: Finding.Wording(
        "dòng \(feature): \(vietnamese)", remedy: "không cần làm gì; có trong báo cáo khớp"))
  }
}
