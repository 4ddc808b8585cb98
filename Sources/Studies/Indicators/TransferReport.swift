internal import GeoModel
internal import Indicators
internal import Plan

/// The report of a join across vintages: where each old unit went, and what each new one received.
struct TransferReport {
  /// How figures were carried over.
  enum Method: String {
    /// By the plan's crosswalk.
    case crosswalk
    /// By the ground in common.
    case interpolation
  }

  let method: Method
  /// The shares by which counts went over.
  let matrix: TransferMatrix
  /// The shares by which areas went over, where they are others.
  let areas: TransferMatrix?
  let old: [OldUnit]
  let level: Study.Level
  let selection: RowSelection
  let definition: IndicatorDefinition

  private var units: [String: AdministrativeUnit] {
    Dictionary(
      level.units.compactMap { unit in unit.code.map { ($0, unit) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The table joined, with this report. It is complete where nothing found is an error and every
  /// total is conserved.
  func joined(
    columns: [JoinedColumn], proofs: [ConservationCheck], boundaries: EarlierBoundaries?,
    findings: [Finding]
  ) -> JoinedTable {
    let all =
      TransferFindings(matrix: matrix, level: level, definition: definition, method: method)
      .findings(boundaries) + findings
    return JoinedTable(
      definition: definition, level: level.name, columns: columns, report: report, draft: nil,
      conservation: proofs,
      isComplete: proofs.allSatisfy(\.holds) && !all.contains { $0.severity == .error },
      findings: all,
      transfer: JoinedTable.Transfer(method: method.rawValue, boundaries: boundaries?.label))
  }

  /// Both sides, every row.
  private var report: MatchReport {
    let rows = Dictionary(old.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = matrix.entries.sorted { (rows[$0.code]?.row ?? 0) < (rows[$1.code]?.row ?? 0) }
    let byArea = Dictionary(
      (areas?.entries ?? []).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let lines = entries.map { entry in
      oldSide(entry, byArea: byArea[entry.code])
    }
    let setAside = selection.setAside.map { aside -> [PropertyValue] in
      let cells: [PropertyValue] = [
        .null, .text(aside.name), .text("set_aside:\(aside.rule.rawValue)"),
      ]
      return cells + [PropertyValue](repeating: .null, count: Self.oldColumns.count - cells.count)
    }
    return MatchReport(
      rows: MatchReport.Table(columns: Self.oldColumns, rows: lines + setAside),
      units: MatchReport.Table(
        columns: ["level", "code", "name", "outcome", "old_codes", "uncovered"], rows: newSide))
  }

  private static let oldColumns = [
    "old_code", "old_name", "went", "new_codes", "new_names", "weights", "outside",
    "area_weights", "area_outside",
  ]

  private func oldSide(
    _ entry: TransferMatrix.Entry, byArea other: TransferMatrix.Entry?
  ) -> [PropertyValue] {
    let units = self.units
    return [
      .text(entry.code), .optionalText(entry.name),
      .text(entry.targets.isEmpty ? "outside_study" : entry.kind.rawValue),
      .list(entry.targets), .list(entry.targets.map { units[$0]?.name ?? "" }),
      .list(entry.weights.map { String($0) }), .real(entry.outside, decimals: 9),
      other.map { .list($0.weights.map { String($0) }) } ?? .null,
      other.map { .real($0.outside, decimals: 9) } ?? .null,
    ]
  }

  private var newSide: [[PropertyValue]] {
    var sources: [String: [String]] = [:]
    for entry in matrix.entries {
      for target in entry.targets { sources[target, default: []].append(entry.code) }
    }
    let incomplete = matrix.incompleteTargets
    return units.sorted { $0.key < $1.key }.map { code, unit in
      let outcome =
        sources[code] == nil ? "missing" : incomplete.contains(code) ? "not_covered" : "received"
      let uncovered: PropertyValue =
        method == .crosswalk ? .null : .real(matrix.uncoveredShares[code] ?? 0, decimals: 9)
      return [
        .text(unit.level), .text(code), .optionalText(unit.name), .text(outcome),
        .list(sources[code] ?? []), uncovered,
      ]
    }
  }
}
