internal import GeoModel
internal import Publishing

/// What stands below the sections to harden: target, reached, kilometres, cost, bound and gap.
struct PaveSummary {
  let totals: [Property]
  let language: OutputLanguage

  private var reader: TotalsReader { TotalsReader(totals: totals, language: language) }
  private var isVietnamese: Bool { language == .vietnamese }

  /// A line on what is reached, one on its cost, one on the proof, and what else a person must know.
  var lines: [String] {
    guard let counted = reader.real("counted"), counted > 0 else { return [nothing] }
    return [reached, cost, proof].compactMap(\.self) + [interval, households].compactMap(\.self)
  }

  private var nothing: String {
    isVietnamese
      ? "Không có thôn nào trong đơn vị có trung tâm: không có gì để tính."
      : "No village lies in a unit with a centre: there is nothing to count."
  }

  private var what: String {
    switch (reader.text("weight"), isVietnamese) {
    case ("households", false):
      EnglishCount.form(reader.number("counted"), "household", "households")
    case ("households", true): "hộ"
    case (_, false): EnglishCount.form(reader.number("counted"), "village", "villages")
    case (_, true): "thôn"
    }
  }

  private var reached: String {
    let before = reader.number("reached_before_pct")
    let after = reader.number("reached_pct")
    let counted = reader.number("counted")
    if let target = reader.real("target_pct") {
      let goal = reader.number(target)
      guard reader.value("is_met") == .flag(true) else {
        return isVietnamese
          ? "Mục tiêu \(goal) % của \(counted) \(what): không đạt được; làm hết đường chỉ đạt \(after) %"
            + " (hiện nay \(before) %)."
          : "Target \(goal) % of \(counted) \(what): out of reach; all roads hardened give \(after) %"
            + " (now \(before) %)."
      }
      return isVietnamese
        ? "Mục tiêu \(goal) % của \(counted) \(what): từ \(before) % lên \(after) %."
        : "Target \(goal) % of \(counted) \(what): from \(before) % to \(after) %."
    }
    let budget = reader.number("budget", decimals: 3)
    return isVietnamese
      ? "Ngân sách \(budget)\(unit): từ \(before) % lên \(after) % của \(counted) \(what)."
      : "Budget \(budget)\(unit): from \(before) % to \(after) % of \(counted) \(what)."
  }

  private var unit: String { reader.text("cost_unit") == "m" ? " m" : "" }

  private var cost: String {
    let length = reader.kilometres("length_m")
    let count = reader.number("sections")
    let sections = isVietnamese ? count : count == "1" ? "1 section" : "\(count) sections"
    let cost = reader.number("cost", decimals: 1)
    if reader.text("cost_unit") == "m" {
      return isVietnamese
        ? "\(sections) đoạn, \(length) km; kế hoạch không có bảng chi phí nên chi phí là số mét."
        : "\(sections), \(length) km; the plan has no costs, so the cost is metres."
    }
    return isVietnamese
      ? "\(sections) đoạn, \(length) km, chi phí \(cost) (đơn vị tiền của kế hoạch)."
      : "\(sections), \(length) km, cost \(cost) in the plan's money."
  }

  private var proof: String? {
    guard reader.real("sections") ?? 0 > 0 || reader.real("budget") != nil else { return nil }
    let bound = reader.number("bound", decimals: 1)
    let gap = reader.number("gap_pct", decimals: 2)
    let isBudget = reader.real("budget") != nil
    if reader.text("proof") == "exact" {
      return isVietnamese
        ? "Đã chứng minh là phương án tốt nhất (khoảng cách 0 %)."
        : "Proven to be the best choice (gap 0 %)."
    }
    let limit =
      isVietnamese
      ? (isBudget
        ? "không phương án nào vượt \(bound) %" : "mọi phương án tốn ít nhất \(bound)\(unit)")
      : (isBudget
        ? "no choice reaches more than \(bound) %" : "any choice costs at least \(bound)\(unit)")
    let weak = reader.text("proof") == "ascent"
    return isVietnamese
      ? "Đã chứng minh: \(limit), khoảng cách tối đa \(gap) %"
        + (weak ? " (bài toán quá lớn cho bộ giải, cận yếu hơn)." : ".")
      : "Proven: \(limit), a gap of at most \(gap) %"
        + (weak ? " (too large for the solver: a weaker bound)." : ".")
  }

  /// What the assumption on unknown roads is worth; nothing where no road is unknown.
  private var interval: String? {
    let names = ["reached_before_pct", "cost", "reached_pct"]
    guard names.contains(where: { reader.real("\($0)_low") != reader.real("\($0)_high") }) else {
      return nil
    }
    func range(_ name: String, decimals: Int = 1) -> String {
      let low = reader.number("\(name)_low", decimals: decimals)
      let high = reader.number("\(name)_high", decimals: decimals)
      return low == high ? low : "\(low)–\(high)"
    }
    let before = range("reached_before_pct")
    if reader.real("budget") != nil {
      let after = range("reached_pct")
      return isVietnamese
        ? "Đường chưa rõ mặt coi là đã hay chưa cứng hóa: hiện nay \(before) %, sau đó \(after) %."
        : "Unknown roads as hardened or unhardened: now \(before) %, then \(after) %."
    }
    let cost = range("cost")
    return isVietnamese
      ? "Đường chưa rõ mặt coi là đã hay chưa cứng hóa: hiện nay \(before) %, chi phí \(cost)\(unit)."
      : "Unknown roads as hardened or unhardened: now \(before) %, cost \(cost)\(unit)."
  }

  private var households: String? {
    guard reader.text("weight") == "households", let missing = reader.real("without_households"),
      missing > 0
    else { return nil }
    return isVietnamese
      ? "\(reader.number(missing)) thôn chưa rõ số hộ, không được tính."
      : EnglishCount.text(reader.number(missing), "village", "villages")
        + " without a number of households"
        + EnglishCount.form(reader.number(missing), " does", " do") + " not count."
  }
}
