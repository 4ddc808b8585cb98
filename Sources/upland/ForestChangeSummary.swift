internal import GeoModel
internal import Plan
internal import Publishing

/// What the figures of a table of change are: rule, years, and the ground that they leave out.
struct ForestChangeSummary {
  let plan: Plan
  let totals: [Property]
  let showsTransitions: Bool
  let language: OutputLanguage

  /// One line, or two where some ground is not known in both years.
  var lines: [String] {
    let years = plan.forest?.years.map(\.year) ?? []
    guard let rule = plan.forest?.rule.name, let first = years.first, let last = years.last else {
      return []
    }
    let isVietnamese = language == .vietnamese
    if showsTransitions {
      return [
        isVietnamese
          ? "Từ lớp năm \(first) sang lớp năm \(last); dòng không có mã là toàn vùng."
          : "From the class of \(first) to that of \(last); rows without a code are the study."
      ]
    }
    var lines = [
      isVietnamese
        ? "Quy tắc \(rule); \(first)–\(last), trên phần đất biết rõ ở cả hai năm; tỷ lệ kép mỗi năm."
        : "Rule \(rule); \(first)–\(last), on ground known in both years; rate compounded yearly."
    ]
    if let unknown {
      lines.append(
        isVietnamese
          ? "\(unknown) ha không biết rõ ở một trong hai năm, không tính vào tăng và giảm."
          : "\(unknown) ha are not known in one year or the other, and in no gain or loss.")
    }
    return lines
  }

  /// The hectares left out; `nil` where there are none to speak of.
  private var unknown: String? {
    guard case .real(let hectares, _) = totals.first(where: { $0.name == "unknown_ha" })?.value,
      hectares >= 0.05
    else { return nil }
    return language.number(hectares, decimals: 1)
  }
}
