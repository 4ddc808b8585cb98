internal import GeoModel
internal import Publishing

/// The counts below the table of villages: of all villages, whatever the table is narrowed to.
struct VillageSummary {
  let totals: [Property]
  let language: OutputLanguage

  /// One line on the villages judged, one on those that could not be.
  var lines: [String] {
    let judged = count("villages")
    let unjudged = count("villages_unjudged")
    let low = count("hardened_low")
    let high = count("hardened_high")
    var lines: [String] = []
    if judged > 0 {
      let share = "\(percent("hardened_pct_low"))–\(percent("hardened_pct_high")) %"
      lines.append(
        language == .vietnamese
          ? "\(judged) thôn được xét: \(low) có đường cứng hóa đến trung tâm, \(high - low) chưa rõ,"
            + " \(judged - high) không có (\(share))."
          : "\(judged) villages judged: \(low) with a hardened road to the centre, \(high - low)"
            + " unknown, \(judged - high) without (\(share)).")
    }
    if unjudged > 0 {
      lines.append(
        language == .vietnamese
          ? "\(unjudged) thôn không xét được (ngoài mọi đơn vị hoặc đơn vị chưa có trung tâm)."
          : "\(unjudged) villages not judged: outside every unit, or no centre; in no share.")
    }
    return lines
  }

  private func count(_ name: String) -> Int {
    guard case .integer(let value) = totals.first(where: { $0.name == name })?.value else {
      return 0
    }
    return value
  }

  private func percent(_ name: String) -> String {
    guard case .real(let value, _) = totals.first(where: { $0.name == name })?.value else {
      return "?"
    }
    return language.number(value, decimals: 1) ?? "?"
  }
}
