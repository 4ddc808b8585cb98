extension Plan {
  /// Reads the plan file at `path`.
  ///
  /// Nothing that the plan names is opened. Throws every problem of the plan at once: the file is
  /// missing or not UTF-8, is not YAML, has unknown, missing or doubled keys, values of a wrong kind
  /// or out of range, or names things that it does not have.
  public static func read(contentsOf path: String) throws(PlanError) -> Plan {
    let bytes = try PlanText.bytes(ofFile: path)
    return try read(bytes: bytes, file: path, folder: SourceLocation.folder(ofFile: path))
  }

  /// Reads a plan from its bytes, as if they lay in `folder` under the name `file`.
  public static func read(bytes: [UInt8], file: String, folder: String) throws(PlanError) -> Plan {
    let text = try PlanText.decode(bytes, file: file)
    return try read(text: text, file: file, folder: folder)
  }

  /// Reads a plan from its text, as if it lay in `folder` under the name `file`.
  public static func read(text: String, file: String, folder: String) throws(PlanError) -> Plan {
    let context = ReadingContext(file: file, folder: folder)
    let plan = YAMLComposer.compose(text, context: context).flatMap { read($0, context) }
    guard let plan, context.problems.isEmpty else {
      throw PlanError(problems: context.problems)
    }
    return plan
  }

  private static func read(_ root: YAMLValue, _ context: ReadingContext) -> Plan? {
    let start = SourceMark(line: 1, column: 1)
    guard !root.isEmpty else {
      context.report(
        nil, "", "the file is empty", "a plan begins with 'upland: \(grammarVersion)'")
      return nil
    }
    guard root.entries != nil else {
      context.report(
        root.mark, "", "found \(root.found)",
        "a plan is a mapping that begins with 'upland: \(grammarVersion)'")
      return nil
    }
    // Written for another grammar, the rest would be judged by rules that are not its own.
    if let version = root["upland"], version.text != String(grammarVersion) {
      context.report(
        version.mark, "upland", "found \(version.found)",
        "this program reads version \(grammarVersion) of the grammar")
      return nil
    }
    guard let reader = SectionReader(root, .plan, mark: start, path: "", context: context)
    else { return nil }
    context.collectNames(of: reader)
    return read(reader)
  }

  private static func read(_ reader: SectionReader) -> Plan {
    let context = reader.context
    let indicators = IndicatorDefinition.read(reader)
    return Plan(
      file: context.file, folder: context.folder, title: reader.text("title"),
      language: reader.choice("language") ?? .english, vintage: reader.date("vintage"),
      units: UnitLevel.read(reader),
      villages: reader.section("villages", .villages).flatMap(VillagesSection.init(reading:)),
      centres: reader.section("centres", .centres).flatMap(CentresSection.init(reading:)),
      services: ServiceDefinition.read(reader),
      roads: reader.section("roads", .roads).flatMap(RoadsSection.init(reading:)),
      population: reader.section("population", .population)
        .flatMap(PopulationSection.init(reading:)),
      forest: reader.section("forest", .forest).flatMap(ForestSection.init(reading:)),
      elevation: reader.source("elevation"),
      terrain: reader.section("terrain", .terrain).map(TerrainSection.init(reading:)),
      accessibility: reader.section("accessibility", .accessibility)
        .map(AccessibilitySection.init(reading:)),
      hazards: reader.sections("hazards", .hazard).compactMap(HazardDefinition.init(reading:)),
      resettlement: reader.section("resettlement", .resettlement)
        .flatMap(ResettlementSection.init(reading:)),
      overlays: reader.sections("overlays", .overlay).compactMap(OverlayDefinition.init(reading:)),
      indicators: indicators,
      crosswalk: reader.sections("crosswalk", .crosswalk).compactMap(CrosswalkStep.init(reading:)),
      earlierUnits: EarlierUnits.read(reader),
      classifications: ClassificationDefinition.read(reader, indicators: indicators),
      measured: reader.sections("measured", .measured)
        .compactMap(MeasuredDefinition.init(reading:)),
      targets: TargetsSection.read(reader))
  }
}
