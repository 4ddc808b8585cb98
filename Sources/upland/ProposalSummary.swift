internal import GeoModel
internal import Publishing
internal import Studies

/// What stands below sites and moves: the weights and how consistent they are, who moves and how good that
/// is proven to be, and how sure it is.
struct ProposalSummary {
  let answer: ProposalAnswer
  let language: OutputLanguage

  /// A few lines each.
  var lines: [String] { siteLines + moveLines + stabilityLines }

  private var isVietnamese: Bool { language == .vietnamese }

  // MARK: Ground

  private var siteLines: [String] {
    guard let totals = answer.sites?.studyTotals else { return [] }
    let (scored, excluded) = (hectares(totals, "scored_ha"), hectares(totals, "excluded_ha"))
    let (unknown, sites) = (hectares(totals, "unknown_ha"), integer(totals, "sites"))
    let weights = totals.compactMap { property -> String? in
      guard property.name.hasPrefix("weight_"), case .real(let value, _) = property.value else {
        return nil
      }
      let name = property.name.dropFirst("weight_".count).replacing("_", with: "-")
      return "\(name) \(language.number(value, decimals: 3) ?? "–")"
    }.joined(separator: ", ")
    var lines = [
      isVietnamese
        ? "Đất đã chấm điểm \(scored) ha, bị loại \(excluded) ha, chưa rõ \(unknown) ha; \(sites) khu đất thích hợp."
        : "Scored \(scored) ha, excluded \(excluded) ha, unknown \(unknown) ha;"
          + " \(EnglishCount.text(sites, "site", "sites")).",
      (isVietnamese ? "Trọng số: " : "Weights: ") + weights + ".",
    ]
    if case .real(let ratio, _)? = value(totals, "consistency_ratio") {
      let ratio = language.number(ratio, decimals: 4) ?? "–"
      let lambda = number(totals, "eigenvalue", decimals: 4)
      lines.append(
        isVietnamese
          ? "So sánh cặp (AHP): λmax \(lambda), tỷ số nhất quán \(ratio) (tối đa 0,1)."
          : "Comparisons by pairs (AHP): λmax \(lambda), consistency ratio \(ratio) (0.1 at most).")
    }
    return lines
  }

  // MARK: Moves

  private var moveLines: [String] {
    guard let totals = answer.moves?.studyTotals else { return [] }
    func count(_ name: String) -> String { integer(totals, name) }
    let gap = number(totals, "gap_pct", decimals: 3)
    let mean = number(totals, "mean_move_m", decimals: 0)
    var lines = [
      isVietnamese
        ? "Hộ có nguy cơ \(count("households_exposed")): ổn định tại chỗ \(count("households_in_place")), xen ghép"
          + " \(count("households_interspersed")), tập trung \(count("households_concentrated")) tại"
          + " \(count("sites_opened")) điểm; chưa có chỗ \(count("households_short"))."
        : "Households exposed \(count("households_exposed")): in place \(count("households_in_place")),"
          + " interspersed \(count("households_interspersed")), concentrated"
          + " \(count("households_concentrated")) on"
          + " \(EnglishCount.text(count("sites_opened"), "site", "sites")); without room"
          + " \(count("households_short")).",
      isVietnamese
        ? "Số hộ đi \(count("households_moved")) = số hộ đến \(count("households_received")); trung bình \(mean) m;"
          + " cách phương án tốt nhất nhiều nhất \(gap) %."
        : "Households moved \(count("households_moved")) = received \(count("households_received"));"
          + " \(mean) m on average; at most \(gap) % from the best.",
    ]
    if case .integer(let unknown)? = value(totals, "villages_unknown"), unknown > 0 {
      lines.append(
        isVietnamese
          ? "\(unknown) thôn chưa rõ có nguy cơ hay không, hoặc chưa rõ bao nhiêu hộ phải đi."
          : "Of \(EnglishCount.text("\(unknown)", "village", "villages")) it is not known whether"
            + " \(EnglishCount.form("\(unknown)", "it is", "they are")) exposed, or how many households."
      )
    }
    for shortage in answer.shortages.prefix(10) {
      lines.append(
        isVietnamese
          ? "\(shortage.village): thiếu chỗ cho \(shortage.households) hộ."
          : "\(shortage.village) is short of room for"
            + " \(EnglishCount.text("\(shortage.households)", "household", "households")).")
    }
    if answer.shortages.count > 10 {
      let more = answer.shortages.count - 10
      lines.append(
        isVietnamese
          ? "… và \(more) thôn nữa thiếu chỗ."
          : "… and \(more) more \(EnglishCount.form("\(more)", "village is", "villages are")) short."
      )
    }
    return lines
  }

  // MARK: How sure

  private var stabilityLines: [String] {
    guard let layer = answer.sensitivity,
      case .integer(let draws)? = value(layer.studyTotals, "draws"),
      case .integer(let top)? = value(layer.studyTotals, "top"), top > 0
    else { return [] }
    let first = number(layer.studyTotals, "first_stays_pct", decimals: 1)
    let least = number(layer.studyTotals, "top_stays_pct", decimals: 1)
    var lines: [String] = []
    if draws > 0 {
      lines.append(
        isVietnamese
          ? "Thử \(draws) bộ trọng số (±20 %): khu đất đứng đầu giữ vị trí \(first) % số lần; mỗi khu trong"
            + " \(top) khu đầu còn lại trong nhóm ít nhất \(least) %."
          : "In \(draws) random sets of weights (±20 %) the first site stays first in \(first) %; each of the"
            + " top \(top) stays among them in \(least) % at least.")
    }
    let changing = layer.features.filter { feature in
      if case .integer(let count)? = feature["households_changed"], count > 0 { return true }
      return false
    }
    guard case .integer? = layer.features.first?["households_changed"] else { return lines }
    if changing.isEmpty {
      lines.append(
        isVietnamese
          ? "Thay đổi từng trọng số ±10 % và ±20 % không làm thay đổi phương án."
          : "No weight changed by ±10 % or ±20 % changes the proposal.")
    }
    for feature in changing.prefix(4) {
      guard case .text(let name)? = feature["criterion"],
        case .integer(let percent)? = feature["change_pct"],
        case .integer(let count)? = feature["households_changed"]
      else { continue }
      let change = percent > 0 ? "+\(percent)" : "−\(-percent)"
      lines.append(
        isVietnamese
          ? "Trọng số \(name) \(change) %: \(count) hộ đi nơi khác."
          : "Weight of \(name) \(change) %:"
            + " \(EnglishCount.text("\(count)", "household goes", "households go")) elsewhere.")
    }
    return lines
  }

  // MARK: Values

  private func value(_ properties: [Property], _ name: String) -> PropertyValue? {
    properties.first { $0.name == name }?.value
  }

  private func hectares(_ properties: [Property], _ name: String) -> String {
    number(properties, name, decimals: 1)
  }

  private func number(_ properties: [Property], _ name: String, decimals: Int) -> String {
    guard case .real(let value, _)? = value(properties, name) else { return "–" }
    return language.number(value, decimals: decimals) ?? "–"
  }

  private func integer(_ properties: [Property], _ name: String) -> String {
    guard case .integer(let value)? = value(properties, name) else { return "–" }
    return language.number(Double(value), decimals: 0) ?? String(value)
  }
}
