extension ForestSection {
  init?(reading reader: SectionReader) {
    let rule = reader.field("rule")
    let patch = reader.number("min_patch_ha", .notNegative)
    let connectivity = reader.connectivity()
    let known = reader.number("min_known_pct", .percent) ?? 95
    let source = reader.source()
    let definition = ForestCoverSource.definition(reader)
    let years = reader.sections("years", .forestYear).compactMap {
      ForestYear(reading: $0, default: definition)
    }
    reader.refuseDoubled(years)
    if !reader.has("source"), !reader.has("years"), reader.straySourceKey == nil {
      reader.context.report(
        reader.mark, reader.path, "the key 'source' is missing",
        "name a source, or one for each year under 'years'")
    }
    let cover = source.map {
      ForestCoverSource(
        source: $0, definition: definition?.value ?? .everything,
        definitionMark: definition?.mark ?? $0.mark)
    }
    let water = reader.value("water_classes").map { reader.integers($0, "water_classes") }
    let restoration = reader.section("restoration", .restoration)
    let functions = reader.sections("functions", .forestFunctions).compactMap {
      ForestFunctionSource(reading: $0)
    }
    guard let rule else { return nil }
    self.init(
      rule: rule, cover: cover, waterClasses: water ?? [],
      minimumPatchHectares: patch,
      connectivity: connectivity, minimumKnownPercent: known,
      years: years.sorted { $0.year < $1.year }, functions: functions, mark: reader.mark)
    self.restoration = restoration.map(RestorationSection.init(reading:))
    if let restoration { checkRestoration(restoration) }
  }
}

extension ForestYear {
  /// - Parameter common: the definition of the section, for a year that gives none of its own.
  init?(
    reading reader: SectionReader,
    default common: (value: ForestCoverSource.Definition, mark: SourceMark)?
  ) {
    let (year, source) = (reader.integer("year", 1000...9999), reader.source())
    let own = ForestCoverSource.definition(reader)
    guard let year, let source else { return nil }
    let definition = own ?? common
    let cover = ForestCoverSource(
      source: source, definition: definition?.value ?? .everything,
      definitionMark: definition?.mark ?? source.mark)
    self.init(year: year, cover: cover)
  }
}

extension ForestCoverSource {
  /// How the section tells forest, and where it says so; `nil` where it does not say.
  static func definition(_ reader: SectionReader) -> (value: Definition, mark: SourceMark)? {
    guard let key = reader.only(of: ["classes", "threshold", "types", "canopy"], required: false),
      let mark = reader.entry(key)?.mark
    else { return nil }
    let definition: Definition?
    switch key {
    case "classes": definition = classes(reader)
    case "canopy": definition = reader.choice("canopy", of: CanopyUnit.self).map { .canopy($0) }
    case "threshold":
      definition = reader.section("threshold", .forestThreshold)?.number("min", .any).map {
        .threshold(minimum: $0)
      }
    default: definition = types(reader)
    }
    return definition.map { ($0, mark) }
  }

  private static func classes(_ reader: SectionReader) -> Definition? {
    reader.value("classes").map { .classes(reader.integers($0, "classes")) }
  }

  private static func types(_ reader: SectionReader) -> Definition? {
    guard let types = reader.section("types", .forestTypes) else { return nil }
    let (field, table) = (types.field("field"), types.pairs("table"))
    let function = types.section("function", .forestFunction).flatMap { section in
      let (field, table) = (section.field("field"), section.pairs("table"))
      guard let field, let table else { return ForestTypes.FunctionField?.none }
      return ForestTypes.FunctionField(field: field, table: table)
    }
    let height = types.field("height")
    guard let field, let table else { return nil }
    return .types(ForestTypes(field: field, table: table, function: function, height: height))
  }
}

extension SectionReader {
  /// Which cells of a raster are neighbours, under the key `connectivity`.
  func connectivity() -> ForestSection.Connectivity? {
    guard let value = value("connectivity") else { return nil }
    if let number = value.text.flatMap({ Int($0) }),
      let known = ForestSection.Connectivity(rawValue: number)
    {
      return known
    }
    reject("connectivity", value, meant: "4 or 8")
    return nil
  }

  /// A list of whole numbers; a single number is a list of one.
  func integers(_ value: YAMLValue, _ key: String) -> [Int] {
    let items: [YAMLValue]
    switch value.content {
    case .list(let values): items = values
    case .text, .mapping: items = [value]
    }
    if items.isEmpty { reject(key, value, meant: "a list of at least one number") }
    return items.compactMap { integer($0, key, .min ... .max) }
  }

  /// Reports years that stand twice.
  func refuseDoubled(_ years: [ForestYear]) {
    var seen: Set<Int> = []
    for year in years where !seen.insert(year.year).inserted {
      context.report(
        year.cover.source.mark, path("years"), "the year \(year.year) stands twice", "keep one")
    }
  }
}
