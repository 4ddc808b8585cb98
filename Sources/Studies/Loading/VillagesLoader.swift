internal import GEOSKit
internal import GeoModel
internal import Plan

/// Reads the villages.
struct VillagesLoader {
  let section: VillagesSection
  let plan: Plan
  let ledger: SourceLedger

  /// The villages in the order of their codes, their units not yet assigned. The feature number
  /// stands for the code where the plan names no field for it.
  func load() throws(StudyError) -> [Village] {
    let loader = VectorLoader(plan: plan, ledger: ledger)
    let fields = [
      section.code, section.name, section.unit, section.households, section.population,
    ].compactMap(\.self)
    let table = try loader.load(section.source, fields: fields).table
    var villages: [Village] = []
    for row in 0..<table.count {
      let feature = "#\(table.identifiers[row])"
      let geometry = table.geometries[row]
      villages.append(
        Village(
          code: section.code == nil
            ? String(table.identifiers[row]) : text(section.code, table, row),
          name: text(section.name, table, row), position: try position(geometry, feature),
          polygons: geometry?.polygons ?? [], declaredUnit: text(section.unit, table, row),
          households: try count(section.households, table, row),
          population: try count(section.population, table, row), sourceFeature: feature))
    }
    if section.households == nil, plan.resettlement == nil {
      ledger.warn("villages name no field of households: shares are counted in villages only")
    }
    let order = CodeOrder.order(of: villages.map { ($0.code, $0.sourceFeature) })
    return order.map { villages[$0] }
  }

  private func text(_ field: FieldName?, _ table: FeatureTable, _ row: Int) -> String? {
    field.flatMap { table.column($0.name) }?.text(at: row)
  }

  private func position(_ geometry: Geometry?, _ feature: String) throws(StudyError) -> Coordinate?
  {
    guard let geometry, !geometry.isEmpty else { return nil }
    switch geometry {
    case .point(let point): return point
    case .multiPoint(let points) where points.count == 1: return points[0]
    case .polygon, .multiPolygon:
      do throws(GEOSError) {
        return try Overlay.representativePoint(of: geometry.polygons)
      } catch {
        throw .input(["villages: feature \(feature): \(error.message)"])
      }
    default:
      throw .plan([
        plan.problem(
          at: section.source.mark, path: section.source.path,
          "feature \(feature) is a \(geometry.typeName); a village is a point or an area",
          suggestion: "name the layer of the villages")
      ])
    }
  }

  /// A whole number of 0 or more; a cell that holds anything else is an error, not a nothing.
  private func count(
    _ field: FieldName?, _ table: FeatureTable, _ row: Int
  ) throws(StudyError) -> Int? {
    guard let field, let column = table.column(field.name) else { return nil }
    let style = section.source.numbers
    guard let text = column.text(at: row), !NumberNotation.isNothing(text, style: style) else {
      return nil
    }
    if let value = NumberNotation.number(column, row: row, style: style), value >= 0,
      let whole = Int(exactly: value), !isAmbiguous(text, column, style)
    {
      return whole
    }
    throw .plan([
      plan.problem(
        with: field,
        "\(section.source.rowName(row, of: table)) of '\(section.source.text)' holds '\(text)'",
        suggestion: "a count is a whole number of 0 or more; numbers: vi reads 1.234 as 1234")
    ])
  }

  /// Whether a count is written so that it may be a thousand times as much: 1.000 in a text.
  private func isAmbiguous(
    _ text: String, _ column: Column, _ style: SourceReference.NumberStyle?
  ) -> Bool {
    guard style == nil, case .text = column else { return false }
    return !text.allSatisfy(\.isNumber)
  }
}
