internal import Indicators
internal import Plan

/// Reads the figures of a table's columns.
struct FigureReader {
  let plan: Plan
  let definition: IndicatorDefinition
  let table: LoadedTable
  /// The positions of the rows that count.
  let rows: [Int]

  /// A column with the figure of each row, and of a share or rate what it is of.
  struct Column {
    var definition: IndicatorColumn
    var kind: QuantityKind
    var values: [Double?]
    /// The denominators, parallel to ``values``; `nil` where the plan names none.
    var denominators: [Double?]?

    /// The figure of one row.
    func figure(of row: Int) -> JoinedFigure {
      if kind.isQuotient || !values.indices.contains(row) { return combined([row]) }
      guard let value = values[row] else { return JoinedFigure(reason: "no_figure") }
      return JoinedFigure(value: value)
    }

    /// The figure of several rows taken together; of rows unknown to all, unknown.
    func combined(_ rows: [Int]) -> JoinedFigure {
      let known = rows.filter { values.indices.contains($0) }
      guard let first = known.first else { return JoinedFigure(reason: "no_row") }
      if kind.isQuotient { return quotient(known) }
      if known.count > 1, !kind.addsUp {
        return JoinedFigure(reason: "\(kind.rawValue)_of_several_rows")
      }
      guard known.allSatisfy({ values[$0] != nil }) else {
        return JoinedFigure(reason: "no_figure")
      }
      if known.count == 1 { return JoinedFigure(value: values[first]) }
      return JoinedFigure(value: CompensatedSum(of: known.compactMap { values[$0] }).value)
    }

    private func quotient(_ rows: [Int]) -> JoinedFigure {
      guard let denominators else {
        guard rows.count == 1 else {
          return JoinedFigure(reason: "\(kind.rawValue)_without_denominator")
        }
        let value = values[rows[0]]
        return JoinedFigure(value: value, reason: value == nil ? "no_figure" : nil)
      }
      var above = CompensatedSum()
      var below = CompensatedSum()
      for row in rows {
        guard let denominator = denominators[row],
          let value = values[row] ?? (denominator == 0 ? 0 : nil)
        else { return JoinedFigure(reason: "no_figure") }
        above.add(value * denominator / kind.scale)
        below.add(denominator)
      }
      guard below.value != 0 else {
        return JoinedFigure(numerator: 0, denominator: 0, reason: "denominator_is_zero")
      }
      let value = rows.count == 1 ? values[rows[0]] : kind.scale * above.value / below.value
      return JoinedFigure(value: value, numerator: above.value, denominator: below.value)
    }
  }

  /// The columns of the section, in its order.
  ///
  /// - Throws: ``StudyError/plan(_:)`` naming every cell that is no number or reads two ways.
  func columns() throws(StudyError) -> [Column] {
    var problems: [PlanProblem] = []
    var columns: [Column] = []
    for column in definition.columns {
      let read = read(column.field, problems: &problems)
      let kind = QuantityKind(column.kind)
      let denominators = denominators(of: column, problems: &problems)
      let values =
        column.isPart ? Self.quotients(read, denominators, scale: kind.scale) : read
      columns.append(
        Column(definition: column, kind: kind, values: values, denominators: denominators))
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return columns
  }

  /// Parts as quotients; a part of nothing has none.
  private static func quotients(
    _ parts: [Double?], _ wholes: [Double?]?, scale: Double
  ) -> [Double?] {
    guard let wholes else { return parts.map { _ in nil } }
    return zip(parts, wholes).map { part, whole in
      guard let part, let whole, whole != 0 else { return nil }
      return scale * part / whole
    }
  }

  /// What a share is of: another column of the section, by its name there, or a field of the table.
  private func denominators(
    of column: IndicatorColumn, problems: inout [PlanProblem]
  ) -> [Double?]? {
    guard let of = column.of else { return nil }
    let field = definition.columns.first { $0.name == of.name }?.field ?? of
    guard !table.header.columns(field.name).isEmpty else {
      problems.append(
        plan.problem(
          with: of, "'\(definition.source.text)' has no column '\(of.name)'",
          suggestion: "name a column of this section or a field of the table"))
      return nil
    }
    return read(field, problems: &problems)
  }

  private func read(_ field: FieldName, problems: inout [PlanProblem]) -> [Double?] {
    let found = table.header.columns(field.name)
    guard let column = found.first else { return rows.map { _ in nil } }
    if found.count > 1 {
      problems.append(
        plan.problem(
          with: field, "'\(definition.source.text)' has \(found.count) columns '\(field.name)'",
          suggestion: "rename one of them"))
    }
    let numbers = NumberColumn(
      table.raw, column: column, name: field.name, rows: rows, style: table.style)
    for fault in numbers.faults {
      let evidence = fault.evidence.map {
        "row \($0.row) holds '\($0.text)', which is \($0.style.rawValue)"
      }
      problems.append(
        plan.problem(
          with: field,
          "row \(fault.row) of '\(definition.source.text)', column '\(field.name)': \(fault.error)",
          suggestion: evidence ?? "correct the cell, or state numbers: vi"))
    }
    return numbers.values
  }
}
