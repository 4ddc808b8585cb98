public import GeoModel

/// Finds figures that cannot be, or hardly.
public enum ImpossibleValues {
  /// Findings about `figures`, by kind and in the order of the units.
  ///
  /// Errors: fewer people than households, a negative number, a share under 0 or over 100 %.
  /// Warnings: no people on an area, two units with the same people and the same area (both copied
  /// from one), a number of people ten times off (``TenfoldRule``).
  ///
  /// - Parameters:
  ///   - units: all units of one level, `area` in **square metres**.
  ///   - figures: parallel to `units`; what is `nil` is not judged.
  ///   - neighbours: for each unit those that border on it (``CoverageFaults/neighbours(count:)``).
  ///   - layer: the name of the layer, `units.commune` or the indicator's.
  /// - Complexity: O(n log n).
  public static func findings(
    for units: [AdministrativeUnit], figures: [UnitFigures], neighbours: [[Int]], layer: String
  ) -> [Finding] {
    precondition(units.count == figures.count && units.count == neighbours.count)
    var findings: [Finding] = []
    for (unit, figure) in zip(units, figures) {
      findings += contradictions(unit, figure, layer)
    }
    for suspect in TenfoldRule.suspects(
      people: figures.map(\.population), areas: units.map(\.area), neighbours: neighbours)
    {
      findings.append(tenfoldFinding(suspect, units[suspect.unit], layer))
    }
    return findings + copies(units, figures, layer)
  }

  private static func contradictions(
    _ unit: AdministrativeUnit, _ figure: UnitFigures, _ layer: String
  ) -> [Finding] {
    var findings: [Finding] = []
    func add(
      _ severity: Finding.Severity, _ kind: String, _ amount: String, _ message: String,
      _ remedy: String, _ vietnamese: Finding.Wording
    ) {
      findings.append(
        Finding(
          severity: severity, kind: kind, layer: layer, feature: unit.label, amount: amount,
          message: "\(unit.label): \(message)", remedy: remedy, vietnamese: vietnamese))
    }
    let check = "compare with the source"
    let label = unit.label
    let named = figure.amounts.map { (Optional($0.value), $0.name, $0.name) }
    for (value, what, viet) in [
      (figure.population, "population", "dân số"), (figure.households, "households", "số hộ"),
    ] + named {
      guard let value, value < 0 || !value.isFinite else { continue }
      let number = AmountText.number(value, decimals: 3)
      add(
        .error, "negative-figure", number.english, "\(what) \(number.english) is no count or area",
        check,
        Finding.Wording(
          "\(label): \(viet) \(number.vietnamese) không hợp lệ", remedy: "đối chiếu với nguồn",
          amount: number.vietnamese))
    }
    if let people = figure.population, let homes = figure.households, people < homes {
      let (p, h) = (AmountText.number(people, decimals: 0), AmountText.number(homes, decimals: 0))
      add(
        .error, "population-below-households", "\(p.english) < \(h.english)",
        "\(p.english) people in \(h.english) households",
        "find out which column is wrong, or exchanged",
        Finding.Wording(
          "\(label): \(p.vietnamese) người nhưng \(h.vietnamese) hộ",
          remedy: "kiểm tra cột nào sai hoặc bị hoán đổi",
          amount: "\(p.vietnamese) < \(h.vietnamese)"))
    }
    if figure.population == 0 && unit.area > 0 {
      let area = AmountText.area(unit.area)
      add(
        .warning, "no-population", "0", "nobody lives on \(area.english)",
        "unknown is not zero: leave the cell empty where it is not known",
        Finding.Wording(
          "\(label): không có dân trên \(area.vietnamese)",
          remedy: "không biết khác với 0: để trống nếu chưa có số liệu"))
    }
    for share in figure.percentages where !(share.value >= 0 && share.value <= 100) {
      let text = AmountText.number(share.value, decimals: 3, unit: " %")
      add(
        .error, "percent-out-of-range", text.english, "\(share.name) is \(text.english)",
        "a share lies between 0 and 100; look for a lost decimal mark",
        Finding.Wording(
          "\(label): \(share.name) là \(text.vietnamese)",
          remedy: "tỷ lệ nằm trong khoảng 0-100; có thể mất dấu thập phân",
          amount: text.vietnamese))
    }
    return findings
  }

  private static func tenfoldFinding(
    _ suspect: TenfoldRule.Suspect, _ unit: AdministrativeUnit, _ layer: String
  ) -> Finding {
    let value = AmountText.number(suspect.value, decimals: 0)
    let likely = AmountText.number(suspect.likely, decimals: 0)
    let own = AmountText.number(suspect.density, decimals: 1)
    let around = AmountText.number(suspect.densityAround, decimals: 1)
    return Finding(
      severity: .warning, kind: "ten-times-off", layer: layer, feature: unit.label,
      amount: value.english,
      message:
        "\(unit.label): \(value.english) people make \(own.english) a km², its neighbours have"
        + " \(around.english); \(likely.english) would fit",
      remedy: suspect.likely > suspect.value
        ? "look for a trailing zero lost at the source; Upland counts with \(value.english)"
        : "look for a zero or a decimal mark too many; Upland counts with \(value.english)",
      vietnamese: Finding.Wording(
        "\(unit.label): \(value.vietnamese) người tức \(own.vietnamese) người/km², xung quanh là"
          + " \(around.vietnamese); \(likely.vietnamese) thì hợp lý",
        remedy: "kiểm tra số 0 ở cuối tại nguồn; Upland vẫn tính theo \(value.vietnamese)",
        amount: value.vietnamese))
  }

  private static func copies(
    _ units: [AdministrativeUnit], _ figures: [UnitFigures], _ layer: String
  ) -> [Finding] {
    var holders: [[Double]: [Int]] = [:]
    for index in units.indices {
      guard let people = figures[index].population, people > 0 else { continue }
      holders[[people, units[index].declaredArea ?? units[index].area], default: []].append(index)
    }
    let groups = holders.values.filter { $0.count > 1 }.sorted { ($0[0]) < ($1[0]) }
    return groups.map { group in
      let labels = group.map { units[$0].label }.joined(separator: ", ")
      let people = AmountText.number(figures[group[0]].population ?? 0, decimals: 0)
      return Finding(
        severity: .warning, kind: "copied-figures", layer: layer, feature: units[group[0]].label,
        amount: people.english,
        message: "\(labels) have the same \(people.english) people and the same area",
        remedy: "one figure was shared out or copied; take each unit's own from the source",
        vietnamese: Finding.Wording(
          "\(labels) có cùng \(people.vietnamese) người và cùng diện tích",
          remedy: "số liệu bị chia đều hoặc sao chép; lấy số riêng của từng đơn vị từ nguồn",
          amount: people.vietnamese))
    }
  }
}
