internal import Plan
internal import Publishing
internal import Studies

/// The lines in which an error is told, one a problem, in the language of the command.
///
/// In Vietnamese the wording of the commoner messages is translated (``VietnamesePhrases``); what
/// GDAL says, names and values stay as they are, and a message without a translation stays English.
struct ErrorLines {
  let language: OutputLanguage

  /// The lines for `error`.
  func lines(for error: StudyError) -> [String] {
    guard language == .vietnamese else { return error.lines }
    switch error {
    case .plan(let problems): return problems.map(line)
    case .input(let lines): return lines.map(VietnamesePhrases.sentence)
    case .output(let error):
      return [VietnamesePhrases.sentence("\(error.message); \(error.remedy)")]
    case .usage(let line): return [VietnamesePhrases.sentence(line)]
    case .internalFailure(let line): return ["lỗi của chương trình: \(line)"]
    }
  }

  private func line(_ problem: PlanProblem) -> String {
    var translated = problem
    translated.message = VietnamesePhrases.phrase(problem.message)
    translated.suggestion = problem.suggestion.map(VietnamesePhrases.phrase)
    return translated.description
  }
}
