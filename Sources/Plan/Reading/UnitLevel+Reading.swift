extension UnitLevel {
  /// The levels under `units`, the largest first.
  static func read(_ plan: SectionReader) -> [UnitLevel] {
    let items = plan.items("units", label: KeyTable.unitSource.label)
    return items.enumerated().compactMap { index, item in
      let below = index + 1 < items.count ? items[index + 1].value["level"]?.text : nil
      return read(item.value, path: item.path, below: below, plan.context)
    }
  }

  private static func read(
    _ value: YAMLValue, path: String, below: String?, _ context: ReadingContext
  ) -> UnitLevel? {
    let dissolve = value.entries?.first { $0.key == "dissolve" }
    let source = value.entries?.first { $0.key == "source" }
    if let dissolve, let source {
      context.report(
        max(dissolve.mark, source.mark), path,
        "'source' and 'dissolve' say in two ways where the units come from", "keep one")
      return nil
    }
    let reason = "does not go with 'dissolve', which takes its data from the level below"
    let misplaced =
      dissolve == nil
      ? [:]
      : Dictionary(
        uniqueKeysWithValues: KeyTable.unitSource.keys
          .filter { !KeyTable.unitDissolve.keys.contains($0) }.map { ($0, reason) })
    let table =
      dissolve != nil ? KeyTable.unitDissolve : source != nil ? .unitSource : .unitWithoutOrigin
    guard
      let reader = SectionReader(
        value, table, mark: value.mark, path: path, context: context, misplaced: misplaced)
    else { return nil }
    let origin =
      dissolve != nil
      ? UnitDissolve(reading: reader, below: below).map(Origin.dissolve)
      : UnitSource(reading: reader).map(Origin.source)
    guard let level = reader.field("level"), let origin else { return nil }
    return UnitLevel(name: level.name, origin: origin, mark: level.mark, path: path)
  }
}

extension UnitSource {
  init?(reading reader: SectionReader) {
    let (source, code) = (reader.source(), reader.field("code"))
    let (name, fullName) = (reader.field("name"), reader.field("full_name"))
    let parent = reader.field("parent")
    let area = reader.section("declared_area", .declaredArea).flatMap(DeclaredArea.init(reading:))
    guard let source, let code else { return nil }
    self.init(
      source: source, code: code, name: name, fullName: fullName, parent: parent,
      declaredArea: area)
  }
}

extension DeclaredArea {
  init?(reading reader: SectionReader) {
    let (field, unit) = (reader.field("field"), reader.choice("unit", of: AreaUnit.self))
    guard let field, let unit else { return nil }
    self.init(field: field, unit: unit)
  }
}

extension UnitDissolve {
  /// - Parameter below: the name of the next level; `nil` where this is the last.
  init?(reading reader: SectionReader, below: String?) {
    let (level, by, name) = (reader.field("dissolve"), reader.field("by"), reader.field("name"))
    guard let level else { return nil }
    guard let below else {
      reader.report(
        at: "dissolve", "no level comes below this one", "the last level needs a source")
      return nil
    }
    guard level.name == below else {
      reader.context.report(
        level.mark, level.path, "found '\(level.name)'", "the level below, '\(below)', is meant")
      return nil
    }
    guard let by else { return nil }
    self.init(level: level.name, by: by, name: name)
  }
}

extension SectionReader {
  /// The name of a level under a key, which must be among those of the plan.
  func level(_ key: String, alsoVillage: Bool = false) -> FieldName? {
    guard let level = field(key) else { return nil }
    let known = context.levels + (alsoVillage ? ["village"] : [])
    guard known.contains(level.name) else {
      context.report(
        level.mark, level.path, "no level is called '\(level.name)'",
        context.advice(for: level.name, among: known, called: "level"))
      return nil
    }
    return level
  }
}
