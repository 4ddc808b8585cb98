internal import GDALKit
internal import GeoModel
internal import Plan

/// Reads the targets of a plan, in place or from a table in the form of the resolution's.
struct TargetsLoader {
  let plan: Plan
  let ledger: SourceLedger

  /// The target that forest cover is measured by; `nil` where the plan has none.
  func forestTarget() throws(StudyError) -> ForestTarget? {
    ForestTarget.next(in: try targets().map(\.definition), vintage: plan.vintage)
  }

  /// A target and the unit that its table writes beside it.
  struct Target {
    var definition: TargetDefinition
    /// `percent of households`; `nil` where the target stands in the plan itself.
    var unit: String?
  }

  /// Every target of the plan, in its order.
  func targets() throws(StudyError) -> [Target] {
    switch plan.targets {
    case nil: return []
    case .list(let list): return list.map { Target(definition: $0, unit: nil) }
    case .source(let source): return try read(source)
    }
  }

  private func read(_ source: SourceReference) throws(StudyError) -> [Target] {
    let encodings = TextEncodings(source.encoding)
    let reading: VectorReading
    do throws(GDALError) {
      let dataset = try VectorDataset(opening: DatasetSource(location: source.location))
      let layer = dataset.layers.first { $0.name == source.layer?.name ?? $0.name }
      // The unit tells two goals of one indicator apart; a table without it is read as well.
      let unit = layer?.fields.contains("unit") == true ? ["unit"] : []
      reading =
        try dataset
        .read(
          VectorRequest(
            layer: source.layer?.name, filter: source.filter?.name,
            fields: ["id", "year", "comparator", "low", "high"] + unit, encoding: encodings.all,
            fieldEncodings: encodings.byField))
    } catch {
      throw SourceProblem(plan: plan, reference: source).error(error)
    }
    let table = reading.table
    ledger.add(
      SourceLedger.Source(
        path: source.path, reference: source, driver: reading.driver, layer: table.name,
        features: table.count))
    var targets: [Target] = []
    for row in 0..<table.count {
      if let target = target(row: row, of: table, in: source) {
        let unit = text("unit", row, table)
        targets.append(Target(definition: target, unit: unit.isEmpty ? nil : unit))
      } else if text("id", row, table) == ForestTarget.indicator {
        ledger.warn(
          "targets: row \(row + 1) of '\(source.text)' is no target that can be read: year"
            + " '\(text("year", row, table))', comparator '\(text("comparator", row, table))', low"
            + " '\(text("low", row, table))'")
      }
    }
    return targets
  }

  private func target(
    row: Int, of table: FeatureTable, in source: SourceReference
  ) -> TargetDefinition? {
    func number(_ field: String) -> Double? {
      table.column(field).flatMap {
        NumberNotation.number($0, row: row, style: source.numbers)
      }
    }
    guard let year = TargetYear(text: text("year", row, table)),
      let comparison = Self.comparison(
        text("comparator", row, table), low: number("low"), high: number("high"))
    else { return nil }
    return TargetDefinition(
      indicator: text("id", row, table), year: year, comparison: comparison, mark: source.mark,
      path: source.path)
  }

  private func text(_ field: String, _ row: Int, _ table: FeatureTable) -> String {
    table.column(field)?.text(at: row) ?? ""
  }

  /// The comparison that the table's words stand for; `nil` for words that it does not use.
  private static func comparison(
    _ word: String, low: Double?, high: Double?
  ) -> TargetDefinition.Comparison? {
    guard let low else { return nil }
    switch word {
    case "at least": return .atLeast(low)
    case "at most": return .atMost(low)
    case "more than": return .moreThan(low)
    case "less than": return .lessThan(low)
    case "equal": return .equal(low)
    case "about": return .about(low)
    case "baseline": return .baseline(low)
    case "range": return high.map { .range(low: low, high: $0) }
    default: return nil
    }
  }
}
