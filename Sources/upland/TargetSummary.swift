internal import GeoModel
internal import Publishing

/// The count below the scorecard: of the targets set for what is shown, how many are met.
struct TargetSummary {
  let layer: Layer
  let language: OutputLanguage

  /// One line; none where no target is judged.
  var lines: [String] {
    let judged = layer.features.filter {
      $0["judged"] == .flag(true) && $0["comparator"] != .text("baseline")
    }
    guard !judged.isEmpty else { return [] }
    func count(_ answer: String) -> String {
      language.number(judged.count { $0["met"] == .text(answer) })
    }
    let total = language.number(judged.count)
    return [
      language == .vietnamese
        ? "\(total) mục tiêu: \(count("yes")) đạt, \(count("no")) chưa đạt, \(count("unknown")) chưa rõ."
        : "\(EnglishCount.text(total, "target", "targets")): \(count("yes")) met, \(count("no")) not met, \(count("unknown"))"
          + " unknown."
    ]
  }
}
