internal import GeoModel
internal import Indicators
internal import Plan

/// What is to be said of old units that went in parts or out of the study, and of new ones that
/// received nothing.
struct TransferFindings {
  let matrix: TransferMatrix
  let level: Study.Level
  let definition: IndicatorDefinition
  let method: TransferReport.Method

  private var layer: String { "indicators.\(definition.name)" }

  /// The findings, split units first.
  func findings(_ boundaries: EarlierBoundaries?) -> [Finding] {
    // By the ground in common nearly every unit goes in parts; the report has them.
    let split = method == .crosswalk ? matrix.entries.filter { $0.targets.count > 1 } : []
    return split.map { splitUnit($0, boundaries) }
      + (definition.scope == .subset
        ? matrix.entries.filter { !$0.leftOut.isEmpty || isOutside($0) }.map(leftOut)
        : strays.map(stray)) + unreached.map(missingUnit)
  }

  private func isOutside(_ entry: TransferMatrix.Entry) -> Bool {
    method == .crosswalk && entry.targets.isEmpty
  }

  /// Units that figures went to by the crosswalk and that are none of the study.
  private var strays: [String] { Set(matrix.entries.flatMap(\.leftOut)).sorted() }

  /// New units that no old one reached.
  private var unreached: [AdministrativeUnit] {
    let reached = Set(matrix.entries.flatMap(\.targets))
    return level.units.filter { $0.code.map { !reached.contains($0) } ?? false }
  }

  private func splitUnit(
    _ entry: TransferMatrix.Entry, _ boundaries: EarlierBoundaries?
  ) -> Finding {
    let names = Dictionary(
      level.units.compactMap { unit in unit.code.map { ($0, unit.name ?? "") } },
      uniquingKeysWith: { first, _ in first })
    func parts(_ percent: (PercentText) -> String) -> String {
      zip(entry.targets, entry.weights).map { target, weight in
        "\(names[target] ?? "") \(target): \(percent(PercentText(share: weight)))"
      }.joined(separator: ", ")
    }
    let geometry = entry.kind == .overlay ? boundaries.map { " (\($0.label))" } ?? "" : ""
    return Finding(
      severity: .note, kind: "split-unit", layer: layer, feature: entry.code,
      amount: entry.kind.rawValue,
      message: "\(called(entry)) was split, shares by \(entry.kind.rawValue)\(geometry):"
        + " \(parts(\.english))",
      remedy: "add weights to the crosswalk where they are published",
      vietnamese: Finding.Wording(
        "\(called(entry)) được chia, tỷ lệ theo \(entry.kind.rawValue)\(geometry):"
          + " \(parts(\.vietnamese))",
        remedy: "bổ sung tỷ lệ vào bảng chuyển đổi nếu đã công bố"))
  }

  private func leftOut(_ entry: TransferMatrix.Entry) -> Finding {
    let to = entry.leftOut.joined(separator: ", ")
    let share = PercentText(share: entry.outside)
    let isWhole = entry.targets.isEmpty
    let why = to.isEmpty ? "by its boundary" : "by the crosswalk, which leads to \(to)"
    let whyNot = to.isEmpty ? "theo ranh giới" : "theo bảng chuyển đổi (\(to))"
    return Finding(
      severity: .note, kind: isWhole ? "outside-study" : "partly-outside", layer: layer,
      feature: entry.code, amount: share.english,
      message: isWhole
        ? "\(called(entry)) lies outside the study \(why)"
        : "\(share.english) of \(called(entry)) lies outside the study \(why), and is kept apart",
      remedy: "nothing, if that is so",
      vietnamese: Finding.Wording(
        isWhole
          ? "\(called(entry)) nằm ngoài vùng nghiên cứu \(whyNot)"
          : "\(share.vietnamese) của \(called(entry)) nằm ngoài vùng nghiên cứu \(whyNot), được để"
            + " riêng",
        remedy: "không cần làm gì nếu đúng"))
  }

  private func stray(_ code: String) -> Finding {
    Finding(
      severity: .error, kind: "target-outside-study", layer: layer, feature: code,
      message: "the crosswalk leads to \(code), which is no unit of the study",
      remedy: "say scope: subset where the table covers more than the study, or add the unit",
      vietnamese: Finding.Wording(
        "bảng chuyển đổi dẫn tới \(code), không phải đơn vị của vùng nghiên cứu",
        remedy: "khai báo scope: subset nếu bảng rộng hơn vùng nghiên cứu, hoặc bổ sung đơn vị"))
  }

  private func missingUnit(_ unit: AdministrativeUnit) -> Finding {
    let name = unit.name ?? ""
    return Finding(
      severity: .error, kind: "missing-unit", layer: layer, feature: unit.label,
      message: "no old unit leads to \(unit.label) (\(name))",
      remedy: method == .crosswalk
        ? "complete the crosswalk or the table" : "complete the table or its boundaries",
      vietnamese: Finding.Wording(
        "không đơn vị cũ nào dẫn tới \(unit.label) (\(name))",
        remedy: method == .crosswalk
          ? "bổ sung bảng chuyển đổi hoặc bảng số liệu" : "bổ sung bảng số liệu hoặc ranh giới"))
  }

  private func called(_ entry: TransferMatrix.Entry) -> String {
    entry.name.map { "\(entry.code) (\($0))" } ?? entry.code
  }
}
