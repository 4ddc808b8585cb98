extension HazardDefinition {
  /// How a hazard may be derived.
  enum Origin: String, CaseIterable {
    case slope
    case distance = "distance_to"
  }

  init?(reading reader: SectionReader) {
    let name = reader.text("name")
    let source = reader.source()
    let extent: Extent?
    if reader.has("from") {
      extent = reader.choice("from", of: Origin.self).flatMap {
        Self.derived($0, from: source, reader)
      }
    } else {
      extent = Self.mapped(source, reader)
    }
    guard let name, let extent else { return nil }
    self.init(name: name, extent: extent, mark: reader.mark, path: reader.path)
  }

  private static func mapped(_ source: SourceReference?, _ reader: SectionReader) -> Extent? {
    if !reader.has("source"), reader.straySourceKey == nil {
      reader.context.report(
        reader.mark, reader.path, "nothing says where this hazard is",
        "name a 'source', or 'from: slope' or 'from: distance_to'")
    }
    for (key, origin) in [("at_least_pct", "slope"), ("within_m", "distance_to")]
    where reader.has(key) {
      reader.report(at: key, "'\(key)' needs 'from: \(origin)'")
    }
    if reader.only(of: ["class", "threshold"], required: false) == "threshold" {
      let range = reader.section("threshold", .hazardThreshold)?.range(from: "min", to: "max")
      guard let source, let range else { return nil }
      return .raster(source, range)
    }
    let field = reader.field("class")
    return source.map { .areas($0, classField: field) }
  }

  private static func derived(
    _ origin: Origin, from source: SourceReference?, _ reader: SectionReader
  ) -> Extent? {
    let strange =
      origin == .slope
      ? ["source", "class", "threshold", "within_m"] : ["class", "threshold", "at_least_pct"]
    for key in strange where reader.has(key) {
      reader.report(at: key, "'\(key)' does not go with 'from: \(origin.rawValue)'")
    }
    let measure = origin == .slope ? "at_least_pct" : "within_m"
    if !reader.has(measure) {
      reader.report(at: "from", "'from: \(origin.rawValue)' needs '\(measure)'")
    }
    switch origin {
    case .slope:
      reader.require("elevation", at: "from", for: "slope")
      return reader.number("at_least_pct", .notNegative).map { .slope(atLeastPercent: $0) }
    case .distance:
      let distance = reader.number("within_m", .notNegative)
      if !reader.has("source") {
        reader.report(at: "from", "'from: distance_to' needs 'source': the distance to what")
      }
      guard let source, let distance else { return nil }
      return .distance(source, withinMetres: distance)
    }
  }
}

extension SectionReader {
  /// Reports at `key` that `what` needs a section which the plan does not have.
  func require(_ section: String, at key: String, for what: String) {
    if !context.sections.contains(section) {
      report(at: key, "'\(what)' needs a section that the plan lacks", "add '\(section)'")
    }
  }
}
