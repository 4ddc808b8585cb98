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
      findings.append(rowFinding(match, in: result))
    }
    let outside = result.rows.filter { $0.outcome == .outsideStudy }
    if !outside.isEmpty { findings.append(outsideFinding(outside.map(\.row))) }
    for unit in result.units where unit.outcome == .missing {
      findings.append(unitFinding(unit, in: result))
    }
    return findings + result.pairFaults.map(pairFinding)
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

  private func rowFinding(_ match: RowMatch, in result: MatchResult) -> Finding {
    let outcome = MatchWords.outcome(match.outcome)
    let flags = match.flags.map(MatchWords.flag)
    let candidates = match.candidates.prefix(Self.mostNamed).map { candidate in
      (unit: Self.called(result.units[candidate.unit].unit), why: MatchWords.reason(candidate))
    }
    let english = flags.map(\.english) + candidates.map { "\($0.unit)? (\($0.why.english))" }
    let vietnamese =
      flags.map(\.vietnamese) + candidates.map { "\($0.unit)? (\($0.why.vietnamese))" }
    let (row, shared) = (Self.called(match.row), match.outcome == .doubled)
    func tail(_ parts: [String]) -> String {
      parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
    }
    return Finding(
      severity: .error, kind: "\(match.outcome.rawValue)-row", layer: layer,
      feature: "\(match.row.row)",
      message: "row \(row) \(outcome.english)" + tail(english),
      remedy: shared
        ? "keep one row, or confirm under names that they add up"
        : "confirm it under names (upland join --suggest drafts the pairs)",
      vietnamese: Finding.Wording(
        "dòng \(row): \(outcome.vietnamese)" + tail(vietnamese),
        remedy: shared
          ? "giữ một dòng, hoặc xác nhận ở mục names là cộng lại"
          : "xác nhận ở mục names (upland join --suggest soạn sẵn các cặp)"))
  }

  /// Units and rows that one finding names; the match report has all of them.
  private static let mostNamed = 3
  private static let mostListed = 20

  private static func called(_ unit: UnitRecord) -> String {
    guard let code = unit.code, code != unit.label else { return unit.label }
    return "\(unit.label) [\(code)]"
  }

  private static func called(_ row: RowRecord) -> String {
    guard let key = row.name ?? row.code else { return "\(row.row)" }
    return "\(row.row) (\(NameCleaning.cleaned(key)))"
  }

  private func unitFinding(_ match: UnitMatch, in result: MatchResult) -> Finding {
    let called = Self.called(match.unit)
    let rows = match.suggestions.prefix(Self.mostNamed).map { Self.called(result.rows[$0].row) }
    let list = rows.joined(separator: ", ")
    return Finding(
      severity: .error, kind: "missing-unit", layer: layer, feature: match.unit.label,
      message: "\(called) has no row" + (rows.isEmpty ? "" : "; it may be row \(list)"),
      remedy: "confirm its row under names",
      vietnamese: Finding.Wording(
        "\(called) không có dòng nào" + (rows.isEmpty ? "" : "; có thể là dòng \(list)"),
        remedy: "xác nhận dòng của đơn vị ở mục names"))
  }

  private func outsideFinding(_ rows: [RowRecord]) -> Finding {
    let named = rows.prefix(Self.mostListed).map(Self.called).joined(separator: ", ")
    let more = rows.count - Self.mostListed
    let count = rows.count == 1 ? "1 row lies" : "\(rows.count) rows lie"
    return Finding(
      severity: .note, kind: "outside-study", layer: layer,
      amount: "\(rows.count) row\(rows.count == 1 ? "" : "s")",
      message: "\(count) outside the study and \(rows.count == 1 ? "is" : "are") left out: \(named)"
        + (more > 0 ? " and \(more) more" : ""),
      remedy: "nothing; the match report lists them (join --report)",
      vietnamese: Finding.Wording(
        "\(rows.count) dòng nằm ngoài vùng nghiên cứu, không tính: \(named)"
          + (more > 0 ? " và \(more) dòng khác" : ""),
        remedy: "không cần làm gì; có trong báo cáo khớp (join --report)",
        amount: "\(rows.count) dòng"))
  }

  private func pairFinding(_ fault: PairFault) -> Finding {
    let why = MatchWords.fault(fault.kind)
    let pair = "'\(fault.pair.row)' → '\(fault.pair.unit)'"
    return Finding(
      severity: .error, kind: "pair-\(fault.kind.rawValue)", layer: layer, feature: fault.pair.row,
      message: "the pair \(pair) does nothing: \(why.english)",
      remedy: "correct or remove the pair",
      vietnamese: Finding.Wording(
        "cặp tên \(pair) không có tác dụng: \(why.vietnamese)",
        remedy: "sửa hoặc xóa cặp tên"))
  }
}
