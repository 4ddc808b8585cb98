extension ReadingContext {
  /// Notes the names that a plan gives, before its sections are read, so that a section may name what
  /// comes later; and reports names that stand twice or are taken.
  func collectNames(of plan: SectionReader) {
    sections = Set(plan.entries.filter { !$0.value.isEmpty }.map(\.key))
    levels = names("units", "level", of: plan, taken: ["study", "village"])
    let layers = SiteLayer.Section.allCases.map(\.rawValue)
    hazards = names("hazards", "name", of: plan, taken: layers)
    overlays = names("overlays", "name", of: plan, taken: layers + hazards)
    services = names("services", "name", of: plan, taken: [ServiceDefinition.centreName])
    _ = names("indicators", "name", of: plan, taken: [])
    _ = names("classifications", "name", of: plan, taken: [])
  }

  private func names(
    _ section: String, _ key: String, of plan: SectionReader, taken: [String]
  ) -> [String] {
    guard let value = plan.value(section) else { return [] }
    let items: [YAMLValue]
    switch value.content {
    case .list(let values): items = values
    case .mapping: items = [value]
    case .text: items = []
    }
    var first: [String: SourceMark] = [:]
    var names: [String] = []
    for name in items.compactMap({ $0[key] }) {
      guard let text = name.text else { continue }
      let path = "\(section).\(text)"
      if let earlier = first[text] {
        report(
          name.mark, path, "the \(key) '\(text)' stands here and on line \(earlier.line)",
          "give each its own")
      } else if taken.contains(text) {
        report(
          name.mark, path, "the \(key) '\(text)' already means something else", "choose another")
      }
      if first.updateValue(name.mark, forKey: text) == nil { names.append(text) }
    }
    return names
  }
}
