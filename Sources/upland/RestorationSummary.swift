internal import GeoModel
internal import Publishing

/// What stands below the plots of bare land: how much there is, and what each target lacks.
struct RestorationSummary {
  let totals: [Property]
  let gaps: Layer
  let language: OutputLanguage

  /// A line on the land, one a target, and one on what is assumed.
  var lines: [String] {
    var lines = [land]
    lines += gaps.features.map(line)
    if case .integer(let years)? = gaps.features.first?["years_to_forest"] {
      lines.append(
        isVietnamese
          ? "Giả định: rừng trồng được tính sau \(years) năm kể từ khi trồng."
          : "Assumed: a plantation counts \(EnglishCount.text("\(years)", "year", "years")) after it is"
            + " planted.")
    }
    return lines
  }

  private var isVietnamese: Bool { language == .vietnamese }

  private var land: String {
    let potential = hectares(total("potential_ha"))
    let bare = hectares(total("bare_ha"))
    let land =
      isVietnamese
      ? "Đất trống có thể trồng rừng \(potential) ha trong \(bare) ha đất trống"
      : "Bare land that could bear forest: \(potential) ha of \(bare) ha"
    let notYet = hectares(total("not_yet_forest_ha"))
    // A raster does not tell what is planted.
    guard case .text? = total("not_yet_forest_reason") else {
      return isVietnamese
        ? "\(land); đã trồng, chưa thành rừng \(notYet) ha."
        : "\(land); planted, not yet forest: \(notYet) ha."
    }
    return land + "."
  }

  private func line(of goal: LayerFeature) -> String {
    let percent = number(goal["target_pct"], decimals: 1)
    let year = integer(goal["year"])
    let gap = hectares(goal["gap_ha"])
    let reason = ColumnTitles.words(language)[text(goal["reason"])] ?? text(goal["reason"])
    if text(goal["reason"]) == "met" {
      return isVietnamese
        ? "Mục tiêu \(percent) % năm \(year): đã đạt."
        : "Target \(percent) % by \(year): met."
    }
    let plantBy = integer(goal["plant_by_year"])
    let answer = ColumnTitles.words(language)[text(goal["can_be_met"])] ?? ""
    return isVietnamese
      ? "Mục tiêu \(percent) % năm \(year): thiếu \(gap) ha, trồng chậm nhất năm \(plantBy); còn đạt"
        + " được: \(answer) (\(reason))."
      : "Target \(percent) % by \(year): \(gap) ha missing, to be planted by \(plantBy); can still be"
        + " met: \(answer) (\(reason))."
  }

  private func total(_ name: String) -> PropertyValue? {
    totals.first { $0.name == name }?.value
  }

  private func hectares(_ value: PropertyValue?) -> String { number(value, decimals: 2) }

  private func number(_ value: PropertyValue?, decimals: Int) -> String {
    guard case .real(let value, _)? = value else { return "–" }
    return language.number(value, decimals: value == value.rounded() ? 0 : decimals) ?? "–"
  }

  private func integer(_ value: PropertyValue?) -> String {
    guard case .integer(let value)? = value else { return "–" }
    return String(value)
  }

  private func text(_ value: PropertyValue?) -> String {
    guard case .text(let value)? = value else { return "" }
    return value
  }
}
