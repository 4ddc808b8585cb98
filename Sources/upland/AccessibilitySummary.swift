internal import GeoModel
internal import Publishing
internal import Studies

/// What stands below the units: what is reached, how, and by how many within each limit.
struct AccessibilitySummary {
  let answer: AccessibilityAnswer
  let language: OutputLanguage

  /// A line on the method, and one on each limit.
  var lines: [String] {
    let places = answer.destinations.map { $0 == "centres" && isVietnamese ? "trung tâm" : $0 }
      .joined(separator: ", ")
    return [method(places)] + (answer.countsPeople ? answer.limits.map(line) : [])
  }

  private var isVietnamese: Bool { language == .vietnamese }

  private func method(_ places: String) -> String {
    switch (answer.usesFriction, isVietnamese) {
    case (false, false):
      "Time to the nearest of: \(places); on foot by slope (Tobler), on roads at the speed of their"
        + " class."
    case (false, true):
      "Thời gian tới nơi gần nhất trong: \(places); đi bộ theo độ dốc (Tobler), trên đường theo tốc"
        + " độ của loại đường."
    case (true, false):
      "Time to the nearest of: \(places); every cell at the cost that the raster 'friction' gives it."
    case (true, true):
      "Thời gian tới nơi gần nhất trong: \(places); mỗi ô theo chi phí mà ảnh raster 'friction' ghi."
    }
  }

  private func line(of limit: Double) -> String {
    let stem = "people_within_\(answer.name(of: limit))_min_pct"
    let minutes = language.number(limit, decimals: limit == limit.rounded() ? 0 : 1) ?? ""
    let (low, high) = (percent("\(stem)_low"), percent("\(stem)_high"))
    let share =
      low == high ? "\(low) %" : isVietnamese ? "\(low) – \(high) %" : "\(low) to \(high) %"
    return isVietnamese
      ? "Trong \(minutes) phút: \(share) số dân."
      : "Within \(EnglishCount.text(minutes, "minute", "minutes")): \(share) of people."
  }

  private func percent(_ name: String) -> String {
    guard
      case .real(let value, _)? = answer.units.layer.studyTotals.first(where: { $0.name == name })?
        .value
    else { return "–" }
    return language.number(value, decimals: 1) ?? "–"
  }
}

extension ColumnTitles {
  /// The titles of bands of time, by the names of their properties.
  static func travel(
    limits: [Double], names: [String], _ language: OutputLanguage
  ) -> [String: String] {
    let isVietnamese = language == .vietnamese
    let minutes = isVietnamese ? "phút" : "min"
    let ends = limits.map {
      language.number($0, decimals: $0 == $0.rounded() ? 0 : 1) ?? "\($0)"
    }
    var titles = ["≤ \(ends[0]) \(minutes)"]
    titles += zip(ends, ends.dropFirst()).map { "\($0)–\($1) \(minutes)" }
    titles.append("> \(ends[ends.count - 1]) \(minutes)")
    titles += isVietnamese ? ["Không tới được", "Chưa rõ"] : ["Not reached", "Unknown"]
    var result = [
      "people": isVietnamese ? "Số dân" : "People",
      "villages": isVietnamese ? "Số thôn" : "Villages",
    ]
    for (name, title) in zip(names, titles) {
      result["people_\(name)"] = title
      result["villages_\(name)"] = title
    }
    return result
  }
}
