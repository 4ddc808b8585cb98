internal import GeoModel
internal import Plan

/// Reads fields of the villages' source that only moves ask for.
struct VillageFields {
  let study: Study

  /// The text of `field` for each village of the study, in its order; `nil` where there is none.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where the source has no such field.
  func texts(of field: FieldName) throws(StudyError) -> [String?] {
    guard let section = study.plan.villages else { return [] }
    let table = try VectorLoader(plan: study.plan, ledger: study.ledger)
      .load(section.source, fields: [field]).table
    let column = table.column(field.name)
    var values: [String: String] = [:]
    for row in 0..<table.count { values["#\(table.identifiers[row])"] = column?.text(at: row) }
    return (study.villages ?? []).map { values[$0.sourceFeature] }
  }

  /// The whole number in `field` for each village; `nil` where there is none.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for a text that is no whole number of 0 or more.
  func counts(of field: FieldName) throws(StudyError) -> [Int?] {
    let texts = try texts(of: field)
    var counts: [Int?] = []
    for (index, text) in texts.enumerated() {
      guard let text, !text.isEmpty else {
        counts.append(nil)
        continue
      }
      guard let value = Double(text), let count = Int(exactly: value), count >= 0 else {
        let label = study.villages?[index].label ?? "?"
        throw .plan([
          study.plan.problem(
            with: field, "village \(label) has room for '\(text)'",
            suggestion: "a whole number of 0 or more is meant")
        ])
      }
      counts.append(count)
    }
    return counts
  }
}
