internal import GDALKit
internal import Indicators
internal import Plan

/// The pairs of names that a person confirmed, in the plan or in a file of their own.
struct ConfirmedNames {
  let plan: Plan

  /// The pairs of a section.
  func pairs(of definition: IndicatorDefinition) throws(StudyError) -> [MatchRules.ConfirmedPair] {
    switch definition.names {
    case nil: return []
    case .inline(let pairs):
      return pairs.map { MatchRules.ConfirmedPair(row: $0.key, unit: $0.value) }
    case .file(let file): return try read(file)
    }
  }

  /// A file of pairs: a line `"row": "unit"` each, as `join --suggest` drafts it.
  private func read(_ file: FileReference) throws(StudyError) -> [MatchRules.ConfirmedPair] {
    let text: String
    do throws(GDALError) {
      text = try TextRecoding.text(
        of: try VirtualFile.bytes(at: file.location), encoding: nil, subject: file.text)
    } catch {
      throw .plan([
        plan.problem(
          at: file.mark, path: file.path, "'\(file.text)' cannot be read: \(error.message)")
      ])
    }
    do throws(PlanError) {
      return try NamesFile.pairs(in: text, file: file.text)
        .map { MatchRules.ConfirmedPair(row: $0.key, unit: $0.value) }
    } catch {
      throw .plan(error.problems)
    }
  }
}
