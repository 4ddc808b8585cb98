extension TargetsSection {
  /// A list of targets, or a source: a mapping that has the key `source`, or no `indicator`.
  static func read(_ plan: SectionReader) -> TargetsSection? {
    guard let value = plan.value("targets") else { return nil }
    if value.entries != nil, value["indicator"] == nil {
      return plan.source("targets").map { .source($0) }
    }
    let targets = plan.sections("targets", .target).compactMap(TargetDefinition.init(reading:))
    return targets.isEmpty ? nil : .list(targets)
  }
}

extension TargetDefinition {
  init?(reading reader: SectionReader) {
    let indicator = reader.field("indicator")
    let year = TargetYear.read("year", reader)
    let comparison = reader.only(of: KeyTable.comparators, required: true).flatMap {
      Comparison.read($0, reader)
    }
    let level = reader.level("level")
    guard let indicator, let year, let comparison else { return nil }
    self.init(
      indicator: indicator.name, year: year, comparison: comparison, level: level?.name,
      mark: indicator.mark, path: reader.path)
  }
}

extension TargetDefinition.Comparison {
  static func read(_ key: String, _ reader: SectionReader) -> Self? {
    if key == "range" {
      guard let range = reader.section("range", .targetRange)?.range(from: "low", to: "high"),
        let low = range.atLeast, let high = range.atMost
      else { return nil }
      return .range(low: low, high: high)
    }
    guard let number = reader.number(key, .any) else { return nil }
    switch key {
    case "at_least": return .atLeast(number)
    case "at_most": return .atMost(number)
    case "more_than": return .moreThan(number)
    case "less_than": return .lessThan(number)
    case "equal": return .equal(number)
    case "about": return .about(number)
    default: return .baseline(number)
    }
  }
}
