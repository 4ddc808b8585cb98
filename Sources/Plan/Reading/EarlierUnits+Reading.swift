extension EarlierUnits {
  /// The boundaries under `earlier_units`, of which each level and date has one source.
  static func read(_ plan: SectionReader) -> [EarlierUnits] {
    let sections = plan.sections("earlier_units", .earlierUnits)
    if !sections.isEmpty, !plan.has("vintage") {
      plan.report(
        at: "earlier_units", "earlier than what, if the plan's own units have no date?",
        "add 'vintage'")
    }
    // Read without a report: the plan itself says what is wrong with its date.
    let own = plan.value("vintage")?.text.flatMap(CalendarDate.init(iso:))
    var first: [String: SourceMark] = [:]
    return sections.compactMap { reader in
      guard let units = EarlierUnits(reading: reader) else { return nil }
      if let own, units.vintage >= own {
        reader.report(
          at: "vintage", "\(units.vintage) is not before the plan's own units (\(own))",
          "boundaries of the plan's own date stand under 'units'")
      }
      let key = "\(units.level) \(units.vintage)"
      if let earlier = first.updateValue(units.mark, forKey: key) {
        plan.context.report(
          units.mark, units.path,
          "the boundaries of '\(units.level)' on \(units.vintage) stand here and on line"
            + " \(earlier.line)", "keep one")
      }
      return units
    }
  }

  private init?(reading reader: SectionReader) {
    let (level, source) = (reader.level("level"), reader.source())
    let vintage = reader.date("vintage")
    let (code, name) = (reader.field("code"), reader.field("name"))
    guard let level, let source, let vintage, let code else { return nil }
    self.init(
      level: level.name, vintage: vintage, source: source, code: code, name: name,
      mark: reader.mark, path: reader.path)
  }
}
