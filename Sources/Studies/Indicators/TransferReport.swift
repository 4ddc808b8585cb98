internal import GeoModel
internal import Indicators
internal import Plan

/// The report of a join across vintages: where each old unit went, and what each new one received.
struct TransferReport {
  let matrix: TransferMatrix
  let codes: [VintageJoin.OldUnit]
  let units: [String: AdministrativeUnit]
  let selection: RowSelection

  /// Targets that are no unit of the study: figures that would leave it.
  private var strayTargets: [String] {
    Set(matrix.entries.flatMap(\.targets)).filter { units[$0] == nil }.sorted()
  }

  /// New units that no old one reached.
  private var unreached: [String] {
    let reached = Set(matrix.entries.flatMap(\.targets))
    return units.keys.filter { !reached.contains($0) }.sorted()
  }

  /// Whether every old unit went into the study and every new one received something.
  var isComplete: Bool { strayTargets.isEmpty && unreached.isEmpty }

  /// Both sides, every row.
  var report: MatchReport {
    let numbers = Dictionary(
      codes.map { ($0.code, $0.row) }, uniquingKeysWith: { first, _ in first })
    let entries = matrix.entries.sorted { (numbers[$0.code] ?? 0) < (numbers[$1.code] ?? 0) }
    let rows = entries.map { entry -> [PropertyValue] in
      [
        .text(entry.code), .text(entry.kind.rawValue), .list(entry.targets),
        .list(entry.targets.map { units[$0]?.name ?? "" }),
        .list(entry.weights.map { String($0) }),
      ]
    }
    let setAside = selection.setAside.map { aside -> [PropertyValue] in
      [
        .text(aside.name), .text("set_aside:\(aside.rule.rawValue)"), .list([]), .list([]),
        .list([]),
      ]
    }
    let received = units.sorted { $0.key < $1.key }.map { code, unit -> [PropertyValue] in
      let sources = matrix.entries.filter { $0.targets.contains(code) }
      return [
        .text(unit.level), .text(code), .optionalText(unit.name),
        .text(sources.isEmpty ? "missing" : "received"), .list(sources.map(\.code)),
      ]
    }
    return MatchReport(
      rows: MatchReport.Table(
        columns: ["old_code", "went", "new_codes", "new_names", "weights"], rows: rows + setAside),
      units: MatchReport.Table(
        columns: ["level", "code", "name", "outcome", "old_codes"], rows: received))
  }

  /// What went in parts, and what is left.
  func findings(_ definition: IndicatorDefinition) -> [Finding] {
    let layer = "indicators.\(definition.name)"
    var findings: [Finding] = []
    for entry in matrix.entries where entry.targets.count > 1 {
      let parts = zip(entry.targets, entry.weights).map { target, weight in
        "\(units[target]?.name ?? "") \(target): \((weight * 10000).rounded() / 100) %"
      }.joined(separator: ", ")
      findings.append(
        Finding(
          severity: .note, kind: "split-unit", layer: layer, feature: entry.code,
          amount: entry.kind.rawValue,
          message: "\(entry.code) was split, shares by \(entry.kind.rawValue): \(parts)",
          remedy: "add weights to the crosswalk where they are published",
          vietnamese: Finding.Wording(
            "\(entry.code) được chia, tỷ lệ theo \(entry.kind.rawValue): \(parts)",
            remedy: "bổ sung tỷ lệ vào bảng chuyển đổi nếu đã công bố")))
    }
    for code in strayTargets {
      findings.append(
        Finding(
          severity: .error, kind: "target-outside-study", layer: layer, feature: code,
          message: "the crosswalk leads to \(code), which is no unit of the study",
          remedy: "leave the old units out of the table, or add the unit to the study",
          vietnamese: Finding.Wording(
            "bảng chuyển đổi dẫn tới \(code), không phải đơn vị của vùng nghiên cứu",
            remedy: "bỏ các đơn vị cũ khỏi bảng, hoặc bổ sung đơn vị")))
    }
    for code in unreached {
      findings.append(
        Finding(
          severity: .error, kind: "missing-unit", layer: layer, feature: code,
          message: "no old unit leads to \(code) (\(units[code]?.name ?? ""))",
          remedy: "complete the crosswalk or the table",
          vietnamese: Finding.Wording(
            "không đơn vị cũ nào dẫn tới \(code) (\(units[code]?.name ?? ""))",
            remedy: "bổ sung bảng chuyển đổi hoặc bảng số liệu")))
    }
    return findings
  }
}
