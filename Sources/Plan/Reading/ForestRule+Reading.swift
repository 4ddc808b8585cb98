internal import GeoModel

extension ForestRule {
  /// Reads the rule file at `path`.
  ///
  /// - Throws: ``PlanError`` with every problem of the file, line and column named.
  public static func read(contentsOf path: String) throws(PlanError) -> ForestRule {
    let text = try PlanText.decode(try PlanText.bytes(ofFile: path), file: path)
    return try read(text: text, file: path)
  }

  /// Reads a rule from its text, under the name `file` for messages.
  public static func read(text: String, file: String) throws(PlanError) -> ForestRule {
    let context = ReadingContext(file: file, folder: "")
    let rule = YAMLComposer.compose(text, context: context).flatMap { root in
      SectionReader(
        root, .forestRule, mark: SourceMark(line: 1, column: 1), path: "", context: context)
    }.flatMap(ForestRule.init(reading:))
    guard let rule, context.problems.isEmpty else {
      throw PlanError(problems: context.problems)
    }
    return rule
  }

  private init?(reading reader: SectionReader) {
    let name = reader.text("rule")
    let heights = Self.heights(reader)
    let counted = Self.counted(reader)
    let denominator = reader.choice("denominator", of: Denominator.self)
    let titles = reader.section("title", .forestRuleTitle)
    var titlesByLanguage: [Plan.Language: String] = [:]
    for language in Plan.Language.allCases {
      titlesByLanguage[language] = titles?.text(language.rawValue)
    }
    self.init(
      name: name ?? "", titles: titlesByLanguage, source: reader.text("source"),
      leastPatch: Self.bound(reader, "least_patch", .leastPatch, "ha", .positive),
      connectivity: reader.connectivity() ?? .four,
      leastCanopy: Self.bound(reader, "least_canopy", .leastCanopy, "pct", .percent),
      leastHeights: heights, counted: counted, denominator: denominator ?? .naturalArea)
    guard name != nil else { return nil }
  }

  private static func bound(
    _ reader: SectionReader, _ key: String, _ table: KeyTable, _ unit: String, _ rule: NumberRule
  ) -> Bound? {
    guard let section = reader.section(key, table), let value = section.number(unit, rule) else {
      return nil
    }
    return Bound(value, isInclusive: section.flag("inclusive") ?? true)
  }

  private static func counted(_ reader: SectionReader) -> Set<ForestType> {
    var counted: Set<ForestType> = []
    for name in reader.texts("counted") ?? [] {
      guard let type = ForestType(rawValue: name.name) else {
        let known = ForestType.allCases.map(\.rawValue)
        let nearest = NameSuggestion.nearest(to: name.name, among: known)
        reader.context.report(
          name.mark, name.path, "'\(name.name)' is no type of forest land",
          nearest.map { "did you mean '\($0)'?" } ?? NameSuggestion.listed(known))
        continue
      }
      counted.insert(type)
    }
    return counted
  }

  private static func heights(_ reader: SectionReader) -> [ForestType: [ForestSite: Double]] {
    var heights: [ForestType: [ForestSite: Double]] = [:]
    guard let section = reader.section("least_height_m", .leastHeight) else { return heights }
    for type in [ForestType.natural, .planted] {
      guard let sites = section.section(type.rawValue, .leastHeightBySite) else { continue }
      for site in ForestSite.allCases {
        if let height = sites.number(site.rawValue, .notNegative) {
          heights[type, default: [:]][site] = height
        }
      }
    }
    return heights
  }
}

extension KeyTable {
  static let forestRule = KeyTable(
    "forest_rule",
    [
      "rule", "title", "source", "least_patch", "connectivity", "least_canopy", "least_height_m",
      "counted", "denominator",
    ], required: ["rule", "counted", "denominator"])
  static let forestRuleTitle = KeyTable("forest_rule_title", ["en", "vi"])
  static let leastPatch = KeyTable("least_patch", ["ha", "inclusive"], required: ["ha"])
  static let leastCanopy = KeyTable("least_canopy", ["pct", "inclusive"], required: ["pct"])
  static let leastHeight = KeyTable("least_height", ["natural", "planted"])
  static let leastHeightBySite = KeyTable(
    "least_height_by_site", ForestSite.allCases.map(\.rawValue))
}
