extension VillagesSection {
  init?(reading reader: SectionReader) {
    let source = reader.source()
    let (code, name, unit) = (reader.field("code"), reader.field("name"), reader.field("unit"))
    let (households, population) = (reader.field("households"), reader.field("population"))
    let radius = reader.number("radius_m", .positive)
    let shape = reader.choice("shape", of: Shape.self)
    guard let source else { return nil }
    self.init(
      source: source, code: code, name: name, unit: unit, households: households,
      population: population, radiusMetres: radius, shape: shape, mark: reader.mark)
  }
}

extension CentresSection {
  init?(reading reader: SectionReader) {
    let (level, source) = (reader.level("level"), reader.source())
    let (unit, name) = (reader.field("unit"), reader.field("name"))
    guard let level, let source else { return nil }
    self.init(level: level.name, source: source, unit: unit, name: name, mark: reader.mark)
  }
}

extension ServiceDefinition {
  static func read(_ plan: SectionReader) -> [ServiceDefinition] {
    plan.sections("services", .service).compactMap(ServiceDefinition.init(reading:))
  }

  init?(reading reader: SectionReader) {
    let (name, source) = (reader.field("name"), reader.source())
    if let name, !Self.isProperName(name.name) {
      reader.report(
        at: "name", "found '\(name.name)', which begins the names of properties",
        "write it in small letters, digits and _, such as health_post")
      return nil
    }
    guard let name, let source else { return nil }
    self.init(name: name.name, source: source, mark: reader.mark)
  }

  private static func isProperName(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
    }
      && name.unicodeScalars.first.map { ("a"..."z").contains($0) } == true
  }
}

extension PopulationSection {
  init?(reading reader: SectionReader) {
    let (source, kind) = (reader.source(), reader.choice("kind", of: Kind.self))
    let urban = reader.source("urban")
    guard let source, let kind else { return nil }
    self.init(source: source, kind: kind, urban: urban, mark: reader.mark)
  }
}

extension OverlayDefinition {
  init?(reading reader: SectionReader) {
    let (name, source) = (reader.text("name"), reader.source())
    guard let name, let source else { return nil }
    self.init(name: name, source: source, mark: reader.mark)
  }
}
