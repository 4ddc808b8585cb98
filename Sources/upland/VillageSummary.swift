internal import GeoModel
internal import Publishing

/// The counts below the table of villages: of all villages, whatever the table is narrowed to.
struct VillageSummary {
  let totals: [Property]
  let tier: TierChoice
  let language: OutputLanguage

  /// One line on the villages judged by the tier asked for, one on those that could not be.
  var lines: [String] {
    let judged = count("villages")
    let unjudged = count("villages_unjudged")
    let property = tier.property
    let low = count(tier == .car ? property : "\(property)_low")
    let high = count(tier == .car ? property : "\(property)_high")
    var lines: [String] = []
    if judged > 0 {
      let share =
        low == high
        ? "\(percent(low, of: judged)) %"
        : "\(percent(low, of: judged))–\(percent(high, of: judged)) %"
      lines.append(
        language == .vietnamese
          ? "\(judged) thôn được xét: \(low) có \(words), \(high - low) chưa rõ,"
            + " \(judged - high) không có (\(share))."
          : "\(EnglishCount.text("\(judged)", "village", "villages")) judged: \(low) with \(words), \(high - low) unknown,"
            + " \(judged - high) without (\(share)).")
    }
    let (bySection, byBridge) = (count("cut_by_a_section"), count("cut_by_a_bridge"))
    if bySection > 0 {
      lines.append(
        language == .vietnamese
          ? "\(bySection) thôn mất mọi đường đến trung tâm nếu mất một đoạn đường;"
            + " \(byBridge) thôn nếu mất một cầu."
          : "\(EnglishCount.text("\(bySection)", "village loses", "villages lose")) every road to the centre if"
            + " one section is lost;"
            + " \(byBridge) if one bridge is.")
    }
    if unjudged > 0 {
      lines.append(
        language == .vietnamese
          ? "\(unjudged) thôn không xét được (ngoài mọi đơn vị, không có vị trí, hoặc đơn vị chưa có"
            + " trung tâm); không tính vào tỷ lệ nào."
          : "\(EnglishCount.text("\(unjudged)", "village", "villages")) not judged (outside every unit,"
            + " without a place, or without a centre);"
            + " \(EnglishCount.form("\(unjudged)", "it is", "they are")) in no share.")
    }
    return lines
  }

  private var words: String {
    switch (tier, language) {
    case (.car, .english): "a road to the centre"
    case (.allSeason, .english): "an all-season road to the centre"
    case (.hardened, .english): "a hardened road to the centre"
    case (.car, .vietnamese): "đường ô tô đến trung tâm"
    case (.allSeason, .vietnamese): "đường đi lại được quanh năm đến trung tâm"
    case (.hardened, .vietnamese): "đường cứng hóa đến trung tâm"
    }
  }

  private func count(_ name: String) -> Int {
    guard case .integer(let value) = totals.first(where: { $0.name == name })?.value else {
      return 0
    }
    return value
  }

  private func percent(_ count: Int, of whole: Int) -> String {
    language.number(100 * Double(count) / Double(whole), decimals: 1) ?? "–"
  }
}
