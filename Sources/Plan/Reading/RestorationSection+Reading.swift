extension RestorationSection {
  init(reading reader: SectionReader) {
    let slopes = reader.ascending("slope_pct")
    let roads = reader.ascending("road_m")
    let years = reader.integer("years_to_forest", 0...100)
    let bare = reader.value("bare_classes").map { reader.integers($0, "bare_classes") }
    let site = reader.number("min_site_ha", .notNegative)
    self.init(
      slopeLimits: slopes ?? Self.defaultSlopeLimits, roadLimits: roads ?? Self.defaultRoadLimits,
      yearsToForest: years, bareClasses: bare ?? [], minimumSiteHectares: site, mark: reader.mark)
  }
}

extension ForestSection {
  /// Reports a section on restoration that does not go with the present source of forest.
  func checkRestoration(_ section: SectionReader) {
    guard let restoration else { return }
    guard case .classes(let classes) = presentCover?.definition else {
      if section.has("bare_classes") {
        section.report(
          at: "bare_classes", "'bare_classes' goes with a raster of land cover",
          "leave it out for an inventory, whose 'types' say what is bare; for others name 'classes'"
        )
      }
      return
    }
    for number in Set(restoration.bareClasses).intersection(classes + waterClasses).sorted() {
      section.report(
        at: "bare_classes", "\(number) is a class of forest or water too", "take it out of one")
    }
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
