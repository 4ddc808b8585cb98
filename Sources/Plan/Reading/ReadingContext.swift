/// What is known while a plan is read: where it is, the names that it gives, and what is wrong.
final class ReadingContext {
  let file: String
  let folder: String
  var problems: [PlanProblem] = []
  /// Names of the levels, in order, also of those that have other faults.
  var levels: [String] = []
  /// Names of the hazards, also of those that have other faults.
  var hazards: [String] = []
  /// Names of the overlays, also of those that have other faults.
  var overlays: [String] = []
  /// Names of the services, also of those that have other faults.
  var services: [String] = []
  /// The sections that the plan has.
  var sections: Set<String> = []

  init(file: String, folder: String) {
    self.file = file
    self.folder = folder
  }

  func report(_ mark: SourceMark?, _ path: String, _ message: String, _ suggestion: String? = nil) {
    problems.append(
      PlanProblem(file: file, mark: mark, path: path, message: message, suggestion: suggestion))
  }

  /// What to say about a name that is not among `known`.
  func advice(for name: String, among known: [String], called what: String) -> String {
    if let nearest = NameSuggestion.nearest(to: name, among: known) {
      return "did you mean '\(nearest)'?"
    }
    switch known.count {
    case 0: return "the plan names no \(what)"
    case 1: return "the only \(what) is '\(known[0])'"
    default: return "the \(what)s are \(NameSuggestion.listed(known, joinedBy: "and"))"
    }
  }
}
