internal import GeoModel
internal import Plan
internal import Publishing

/// What the figures of a table of forest cover are: rule, denominator, vintage and target.
struct ForestSummary {
  let plan: Plan
  let totals: [Property]
  let language: OutputLanguage

  /// One line, or two where the plan has a target.
  var lines: [String] {
    guard let forest = plan.forest else { return [] }
    var lines = [definition(of: forest)]
    if let percent = number("target_pct"), let year = year {
      lines.append(
        language == .vietnamese
          ? "Mục tiêu \(percent) % đến năm \(year) đặt cho toàn vùng nghiên cứu; các đơn vị được so"
            + " với mục tiêu đó."
          : "Target \(percent) % by \(year), set for the study as a whole; units are compared with"
            + " it.")
    }
    return lines
  }

  private func definition(of forest: ForestSection) -> String {
    var parts: [String] = []
    let isVietnamese = language == .vietnamese
    parts.append((isVietnamese ? "Quy tắc " : "Rule ") + forest.rule.name)
    parts.append(
      isVietnamese ? "che phủ = rừng ÷ (rừng + đất khác)" : "cover = forest ÷ (forest + other land)"
    )
    if let patch = forest.minimumPatchHectares,
      let hectares = language.number(patch, decimals: patch == patch.rounded() ? 0 : 2)
    {
      parts.append(isVietnamese ? "lô từ \(hectares) ha" : "patches from \(hectares) ha")
    }
    if let vintage = plan.vintage {
      parts.append(isVietnamese ? "đơn vị ngày \(vintage)" : "units of \(vintage)")
    }
    return parts.joined(separator: "; ") + "."
  }

  private var year: String? {
    guard case .integer(let year) = value("target_year") else { return nil }
    return String(year)
  }

  private func number(_ name: String) -> String? {
    guard case .real(let value, _) = value(name) else { return nil }
    return language.number(value, decimals: value == value.rounded() ? 0 : 1)
  }

  private func value(_ name: String) -> PropertyValue? {
    totals.first { $0.name == name }?.value
  }
}
