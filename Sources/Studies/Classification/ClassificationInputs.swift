internal import Indicators
internal import Plan

/// What a rule is given: figures of the plan's tables, by the code of the unit or village.
struct ClassificationInputs {
  private let names: [ClassificationDefinition.Input.Name]
  private var figures: [ClassificationDefinition.Input.Name: FiguresByCode] = [:]

  /// Takes the columns that `definition` names from `tables`.
  ///
  /// - Throws: ``StudyError/plan(_:)`` with a line for each figure that should be 1 or 0 and is not.
  init(
    study: Study, tables: [JoinedTable], definition: ClassificationDefinition
  ) throws(StudyError) {
    names = definition.rule.inputs(forVillages: definition.subject == .villages)
    let layer = JoinLayer(study: study, tables: tables)
    var problems: [PlanProblem] = []
    for input in definition.inputs {
      for table in tables {
        guard let column = table.columns.first(where: { $0.name == input.column.name }),
          let found = layer.figures(of: column, from: table.level, to: definition.levelName)
        else { continue }
        figures[input.name] = found
        guard !input.name.isPercent else { continue }
        for code in definition.codes(in: study) {
          guard let value = found[code]?.value, value != 0, value != 1 else { continue }
          problems.append(
            study.plan.problem(
              with: input.column,
              "the column '\(column.name)' is \(Self.plain(value)) in \(definition.levelName)"
                + " \(code)",
              suggestion: "1 for yes and 0 for no is meant, an empty cell where it is not known"))
        }
      }
    }
    guard problems.isEmpty else { throw .plan(problems) }
  }

  /// A share in per cent; `nil` where it is not known.
  func percent(_ name: ClassificationDefinition.Input.Name, _ code: String) -> Double? {
    figures[name]?[code]?.value
  }

  /// Yes or no; `nil` where it is not known.
  func fact(_ name: ClassificationDefinition.Input.Name, _ code: String) -> Bool? {
    figures[name]?[code]?.value.map { $0 == 1 }
  }

  /// What is not known of a unit: `unknown_inputs: poor_pct, new_rural`.
  func reason(_ code: String) -> String {
    let grid: Set<ClassificationDefinition.Input.Name> = [.withGridPercent, .withoutGridPercent]
    let knowsGrid = grid.contains { percent($0, code) != nil }
    let missing = names.filter { name in
      if grid.contains(name) { return !knowsGrid && name == .withGridPercent }
      return figures[name]?[code]?.value == nil
    }
    return "unknown_inputs: " + missing.map(\.rawValue).joined(separator: ", ")
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
