extension RestorationSection {
  init(reading reader: SectionReader) {
    let slopes = reader.ascending("slope_pct")
    let roads = reader.ascending("road_m")
    let years = reader.integer("years_to_forest", 0...100)
    self.init(
      slopeLimits: slopes ?? Self.defaultSlopeLimits, roadLimits: roads ?? Self.defaultRoadLimits,
      yearsToForest: years, mark: reader.mark)
  }
}

extension SectionReader {
  /// The most limits that a list may have: classes are told apart by a byte, and read by people.
  static let mostLimits = 20

  /// Limits between classes: numbers above 0, each above the one before; one number is a list of one.
  func ascending(_ key: String, atMost most: Int = mostLimits) -> [Double]? {
    guard let value = value(key) else { return nil }
    let items: [YAMLValue]
    switch value.content {
    case .list(let values): items = values
    case .text, .mapping: items = [value]
    }
    let numbers = items.compactMap { number($0, key, .positive) }
    guard numbers.count == items.count else { return nil }
    guard !numbers.isEmpty, numbers.count <= most,
      zip(numbers, numbers.dropFirst()).allSatisfy(<)
    else {
      context.report(
        value.mark, path(key), "the limits of classes must ascend",
        "give 1 to \(most) numbers, the least first")
      return nil
    }
    return numbers
  }
}
