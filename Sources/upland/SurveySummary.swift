internal import GeoModel
internal import Publishing

/// What stands below the list of surveys: whether the target is open, and what the list would prove.
struct SurveySummary {
  let totals: [Property]
  let language: OutputLanguage

  /// One line on the target, one on the list.
  var lines: [String] {
    let reader = TotalsReader(totals: totals, language: language)
    let isVietnamese = language == .vietnamese
    let target = reader.number("target_pct")
    let proved = reader.number("proved_pct")
    let possible = reader.number("possible_pct")
    switch reader.text("met") {
    case "yes":
      return [
        isVietnamese
          ? "Mục tiêu \(target) %: đã đạt (\(proved) %), không cần khảo sát."
          : "Target \(target) %: met (\(proved) %); no survey is needed."
      ]
    case "no":
      return [
        isVietnamese
          ? "Mục tiêu \(target) %: chưa đạt dù mọi đường chưa rõ đều đã cứng hóa (\(possible) %);"
            + " không cần khảo sát."
          : "Target \(target) %: not met even if every unknown road is hardened (\(possible) %); no"
            + " survey helps."
      ]
    default:
      let length = reader.kilometres("length_m")
      let all = reader.kilometres("unknown_length_m")
      let sections = reader.number("sections")
      let gap = reader.number("gap_pct", decimals: 2)
      return [
        isVietnamese
          ? "Mục tiêu \(target) %: chưa rõ, từ \(proved) % đến \(possible) %."
          : "Target \(target) %: open, between \(proved) % and \(possible) %.",
        isVietnamese
          ? "\(sections) đoạn, \(length) km trong \(all) km chưa rõ mặt: nếu đều đã cứng hóa thì mục"
            + " tiêu đã đạt (khoảng cách tới cận \(gap) %)."
          : "\(sections == "1" ? "1 section" : "\(sections) sections"), \(length) km of \(all) km"
            + " unknown: found hardened, they prove the target met (gap to the bound \(gap) %).",
      ]
    }
  }
}
