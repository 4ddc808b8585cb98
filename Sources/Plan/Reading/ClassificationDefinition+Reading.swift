extension ClassificationDefinition {
  /// The classifications; their inputs name columns of `indicators`.
  static func read(
    _ plan: SectionReader, indicators: [IndicatorDefinition]
  ) -> [ClassificationDefinition] {
    let found = plan.sections("classifications", .classification).compactMap { reader in
      ClassificationDefinition(reading: reader, indicators: indicators)
    }
    for classification in found {
      for column in indicators.flatMap(\.columns) where column.name == classification.name {
        plan.context.report(
          classification.mark, classification.path,
          "a column is called '\(column.name)' too, on line \(column.mark.line)",
          "choose another name")
      }
      let made =
        ["", "_reason", "_rule"]
        + ["high", "steep"].flatMap {
          ["_\($0)_pct_low", "_\($0)_pct_high"]
        }
      for column in indicators.flatMap(\.columns)
      where made.dropFirst().contains(where: { classification.name + $0 == column.name })
        || column.madeNames.contains(classification.name)
      {
        plan.context.report(
          classification.mark, classification.path,
          "the status and the column '\(column.name)' on line \(column.mark.line) would make one property"
            + " of two", "choose another name")
      }
      if IndicatorDefinition.takenNames.contains(classification.name.lowercased()) {
        plan.context.report(
          classification.mark, classification.path,
          "every unit has a property '\(classification.name)' already", "choose another name")
      }
    }
    return found
  }

  private init?(reading reader: SectionReader, indicators: [IndicatorDefinition]) {
    let name = reader.text("name")
    let level = Self.level(reader)
    let rule = reader.choice("rule", of: Rule.self)
    let date = reader.date("date")
    let indicator = reader.choice("indicator", of: Indicator.self)
    let inputs = Input.read(reader)
    let base = reader.section("base", .classificationBase).flatMap(Base.init(reading:))
    guard let name, let level, let rule else { return nil }
    let isVillage = level.name == "village"
    self.init(
      name: name, subject: isVillage ? .villages : .units(level: level.name), rule: rule,
      date: date, inputs: inputs, base: base, indicator: indicator, mark: reader.mark,
      path: reader.path)
    checkRule(reader)
    for input in inputs { check(input, indicators, reader) }
  }

  /// The finest level, which rules call communes, or villages.
  private static func level(_ reader: SectionReader) -> FieldName? {
    guard let level = reader.level("level", alsoVillage: true) else { return nil }
    if level.name == "village" {
      reader.require("villages", at: "level", for: "level: village")
    } else if let finest = reader.context.levels.last, level.name != finest {
      reader.report(
        at: "level", "rules judge units of the finest level and villages, not '\(level.name)'",
        "write '\(finest)' or 'village'")
    }
    return level
  }

  private func checkRule(_ reader: SectionReader) {
    switch rule {
    case .decree272:
      reader.require("elevation", at: "rule", for: rule.rawValue)
      for key in ["inputs", "base", "indicator"] where reader.has(key) {
        reader.report(
          at: key, "'\(key)' does not go with '\(rule.rawValue)', which looks at the terrain")
      }
    case .decision33, .stated:
      if !reader.has("inputs") {
        reader.report(
          at: "rule", "'\(rule.rawValue)' needs 'inputs'",
          "name columns of 'indicators' under inputs")
      }
      if rule == .stated, base != nil, !reader.has("indicator") {
        reader.report(
          at: "base", "nothing says what the comparison with the base year answers",
          "add 'indicator'")
      }
      if reader.has("indicator"), !reader.has("base") {
        reader.report(at: "indicator", "'indicator' needs 'base', the status in a base year")
      }
      if base?.became != nil, case .units = subject {
        reader.report(
          at: "base", "'became' is for villages", "units go by the plan's crosswalk")
      }
    }
  }

  private func check(
    _ input: Input, _ indicators: [IndicatorDefinition], _ reader: SectionReader
  ) {
    let context = reader.context
    let isVillage = subject == .villages
    let allowed = rule.inputs(forVillages: isVillage)
    guard allowed.contains(input.name) else {
      if rule != .decree272 {
        context.report(
          input.column.mark, input.column.path,
          "'\(rule.rawValue)' has no such input for \(isVillage ? "villages" : "units")",
          "it takes \(NameSuggestion.listed(allowed.map(\.rawValue)))")
      }
      return
    }
    let columns = indicators.flatMap { table in table.columns.map { (table, $0) } }
    guard let (table, column) = columns.first(where: { $0.1.name == input.column.name }) else {
      context.report(
        input.column.mark, input.column.path, "no column is called '\(input.column.name)'",
        context.advice(
          for: input.column.name, among: columns.map(\.1.name), called: "column of indicators"))
      return
    }
    if isVillage, table.subject != .villages {
      context.report(
        input.column.mark, input.column.path,
        "the column '\(column.name)' is of units, and villages are judged",
        "name a column of a table with level: village")
    }
    if input.name.isPercent != (column.kind == .share) {
      context.report(
        input.column.mark, input.column.path,
        "the column '\(column.name)' is of kind \(column.kind.rawValue)",
        input.name.isPercent
          ? "a share in per cent is meant: kind: share" : "1 for yes and 0 for no is meant")
    }
  }
}

extension ClassificationDefinition.Input {
  static func read(_ reader: SectionReader) -> [Self] {
    guard let inputs = reader.section("inputs", .classificationInputs) else { return [] }
    _ = inputs.only(of: ["with_grid_pct", "without_grid_pct"], required: false)
    return Name.allCases.compactMap { name in
      inputs.field(name.rawValue).map { Self(name: name, column: $0) }
    }
  }
}

extension ClassificationDefinition.Base {
  init?(reading reader: SectionReader) {
    let source = reader.source()
    let year = reader.integer("year", 1900...2200)
    let vintage = reader.date("vintage")
    let (code, status) = (reader.field("key"), reader.field("field"))
    let yes = reader.texts("yes_values") ?? []
    let no = reader.texts("no_values") ?? []
    for value in yes where no.contains(where: { $0.name == value.name }) {
      reader.report(at: "no_values", "'\(value.name)' means both yes and no")
    }
    let unlisted = reader.choice("unlisted", of: Unlisted.self)
    let became = reader.field("became")
    let rule = reader.text("rule")
    if status == nil, !reader.has("field"), unlisted != .without {
      reader.report(
        at: "unlisted", "without 'field' every row has the status",
        "add 'unlisted: without' where the table lists all that had it, or name the field")
    }
    guard let source, let year, let code else { return nil }
    self.init(
      source: source, year: year, vintage: vintage, code: code, status: status,
      yesValues: yes.map(\.name), noValues: no.map(\.name), unlisted: unlisted ?? .unknown,
      became: became, rule: rule)
  }
}
