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

  /// Every target for forest cover, by year.
  func forestTargets() throws(StudyError) -> [ForestTarget] {
    ForestTarget.all(in: try targets().map(\.definition))
  }

  /// A target and the unit that its table writes beside it.
  struct Target {
    var definition: TargetDefinition
    /// `percent of households`; `nil` where the target stands in the plan itself.
    var unit: String?
    /// Where it stands in its table, and the text of its cells; `nil` where it stands in the plan itself.
    var row: (name: String, text: String)?
  }

  /// Every target of the plan, in its order.
  func targets() throws(StudyError) -> [Target] {
    switch plan.targets {
    case nil: return []
    case .list(let list): return list.map { Target(definition: $0) }
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
    var problems: [PlanProblem] = []
    for row in 0..<table.count {
      do throws(TargetRowError) {
        let unit = text("unit", row, table)
        targets.append(
          Target(
            definition: try target(row: row, of: table, in: source),
            unit: unit.isEmpty ? nil : unit, row: self.row(row, of: table, in: source)))
      } catch {
        problems.append(
          plan.problem(
            at: source.mark, path: source.path,
            "\(source.rowName(row, of: table)) of '\(source.text)': \(error.message)",
            suggestion: error.remedy))
      }
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return targets
  }

  private func target(
    row: Int, of table: FeatureTable, in source: SourceReference
  ) throws(TargetRowError) -> TargetDefinition {
    let reader = TargetRow(table: table, row: row, style: source.numbers)
    return TargetDefinition(
      indicator: try reader.indicator(), year: try reader.year(),
      comparison: try reader.comparison(), mark: source.mark, path: source.path)
  }

  private func row(
    _ row: Int, of table: FeatureTable, in source: SourceReference
  ) -> (name: String, text: String) {
    let name = SourceFiles(plan: plan).publishedName(of: source.location)
    let cells = ["id", "year", "comparator", "low", "high", "unit"].map { text($0, row, table) }
    return (
      "\(name), \(source.rowName(row, of: table))",
      cells.filter { !$0.isEmpty }.joined(separator: "; ")
    )
  }

  private func text(_ field: String, _ row: Int, _ table: FeatureTable) -> String {
    table.column(field)?.text(at: row) ?? ""
  }
}
