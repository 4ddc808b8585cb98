internal import GDALKit
internal import GeoModel
internal import Plan

/// Reads the targets of a plan, in place or from a table in the form of the resolution's.
struct TargetsLoader {
  let plan: Plan

  /// The target that forest cover is measured by; `nil` where the plan has none.
  func forestTarget() throws(StudyError) -> ForestTarget? {
    ForestTarget.next(in: try definitions(), vintage: plan.vintage)
  }

  private func definitions() throws(StudyError) -> [TargetDefinition] {
    switch plan.targets {
    case nil: return []
    case .list(let list): return list
    case .source(let source): return try read(source)
    }
  }

  private func read(_ source: SourceReference) throws(StudyError) -> [TargetDefinition] {
    let table: FeatureTable
    do throws(GDALError) {
      table = try VectorDataset(opening: DatasetSource(location: source.location))
        .read(
          VectorRequest(
            layer: source.layer?.name, fields: ["id", "year", "comparator", "low", "high"])
        )
        .table
    } catch {
      throw SourceProblem(plan: plan, reference: source).error(error)
    }
    func text(_ field: String, _ row: Int) -> String { table.column(field)?.text(at: row) ?? "" }
    return (0..<table.count).compactMap { row in
      guard let year = TargetYear(text: text("year", row)),
        let comparison = Self.comparison(
          text("comparator", row), low: Double(text("low", row)), high: Double(text("high", row)))
      else { return nil }
      return TargetDefinition(
        indicator: text("id", row), year: year, comparison: comparison, mark: source.mark,
        path: source.path)
    }
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
