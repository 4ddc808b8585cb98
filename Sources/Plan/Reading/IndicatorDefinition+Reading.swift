extension IndicatorDefinition {
  /// Names that every feature of a layer of units has already.
  static let takenNames = [
    "code", "name", "level", "parent", "vintage", "area_ha", "id", "fid", "geom",
  ]

  /// The tables under `indicators`.
  static func read(_ plan: SectionReader) -> [IndicatorDefinition] {
    let tables = plan.sections("indicators", .indicator).compactMap(Self.init(reading:))
    var first: [Subject: [String: SourceMark]] = [:]
    for table in tables {
      for column in table.columns {
        if let earlier = first[table.subject]?[column.name] {
          plan.context.report(
            column.mark, "\(table.path).columns",
            "the column '\(column.name)' stands here and on line \(earlier.line)",
            "give each its own name")
        } else {
          first[table.subject, default: [:]][column.name] = column.mark
        }
      }
    }
    for table in tables { table.refuseMadeNames(of: tables, plan) }
    return tables
  }

  /// Reports columns whose name another column needs for what is told beside it: why it is not known, its
  /// numerator. Figures of all tables may come to stand in one layer.
  private func refuseMadeNames(of tables: [IndicatorDefinition], _ plan: SectionReader) {
    let others = tables.flatMap(\.columns)
    for column in columns {
      let name = column.name.lowercased()
      guard
        let other = others.first(where: { other in
          other.madeNames.contains { $0.lowercased() == name }
        })
      else { continue }
      plan.context.report(
        column.mark, "\(path).columns.\(column.name)",
        "the column '\(other.name)' on line \(other.mark.line) makes a property '\(column.name)' of its"
          + " own, which tells its reason or parts", "choose another name")
    }
  }

  init?(reading reader: SectionReader) {
    let (name, source) = (reader.text("name"), reader.source())
    let level = reader.level("level", alsoVillage: true)
    if level?.name == "village" { reader.require("villages", at: "level", for: "level: village") }
    let key = Key.read(reader)
    let unitName = reader.field("unit_name")
    if unitName != nil, reader.has("match") {
      reader.report(
        at: "unit_name", "rows are found by the name under 'match' already", "leave it out")
    }
    let vintage = reader.date("vintage")
    let scope = reader.choice("scope", of: Scope.self) ?? .all
    let names = reader.pairs("names")
    let columns = IndicatorColumn.read(reader)
    guard let name, let source, let level, let key else { return nil }
    self.init(
      name: name, source: source,
      subject: level.name == "village" ? .villages : .units(level: level.name), key: key,
      unitName: unitName, vintage: vintage, scope: scope, names: names, columns: columns,
      mark: reader.mark,
      path: reader.path)
  }
}

extension IndicatorDefinition.Key {
  static func read(_ reader: SectionReader) -> Self? {
    switch reader.only(of: ["key", "match"], required: true) {
    case "key": reader.field("key").map { .code($0) }
    case "match": reader.field("match").map { .name($0) }
    default: nil
    }
  }
}

extension IndicatorColumn {
  /// The properties that stand beside the figure in layers.
  var madeNames: [String] {
    let isQuotient = kind == .share || kind == .rate
    return ["reason", "estimate"].map { "\(name)_\($0)" }
      + (isQuotient ? ["numerator", "denominator"].map { "\(name)_\($0)" } : [])
  }

  static func read(_ reader: SectionReader) -> [IndicatorColumn] {
    let entries = reader.ownEntries("columns", meant: "a mapping from name to column,") ?? []
    if entries.isEmpty, reader.value("columns")?.entries?.isEmpty == true {
      reader.report(at: "columns", "no column is named")
    }
    return entries.compactMap { entry in
      let path = "\(reader.path("columns")).\(entry.key)"
      if IndicatorDefinition.takenNames.contains(entry.key.lowercased()) {
        reader.context.report(
          entry.mark, path, "every unit has a property '\(entry.key)' already",
          "choose another name")
      }
      let section = SectionReader(
        entry.value, .column, mark: entry.mark, path: path, context: reader.context)
      return section.flatMap { IndicatorColumn(name: entry.key, reading: $0) }
    }
  }

  private init?(name: String, reading reader: SectionReader) {
    let key = reader.only(of: ["field", "part"], required: true)
    let (field, kind) = (key.flatMap { reader.field($0) }, reader.choice("kind", of: Kind.self))
    let (unit, of) = (reader.text("unit"), reader.field("of"))
    let indicator = reader.text("indicator")
    let year = reader.integer("year", 1900...2200)
    if key == "part" {
      if !reader.has("of") {
        reader.report(at: "part", "'part' stands without 'of'", "name what it is a part of")
      }
      if let kind, kind != .share, kind != .rate {
        reader.report(
          at: "part", "'part' does not go with kind \(kind.rawValue)",
          "a share or a rate has a part; write 'field'")
      }
    }
    guard let field, let kind else { return nil }
    self.init(
      name: name, field: field, kind: kind, unit: unit, of: of, isPart: key == "part",
      indicator: indicator, year: year, mark: reader.mark)
  }
}
