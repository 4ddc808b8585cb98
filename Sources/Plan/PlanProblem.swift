/// One thing that is wrong with a plan, said in one line.
public struct PlanProblem: Sendable, Hashable {
  /// The plan file, as the user named it.
  public var file: String
  /// Where in the file; `nil` where the file as a whole is meant.
  public var mark: SourceMark?
  /// What part of the plan: `roads.surface`, `units.commune.code`; empty for the file as a whole.
  public var path: String
  /// What was found.
  public var message: String
  /// What was meant, or what to do; `nil` where there is nothing to suggest.
  public var suggestion: String?

  /// Makes a problem.
  public init(
    file: String, mark: SourceMark?, path: String, message: String, suggestion: String? = nil
  ) {
    self.file = file
    self.mark = mark
    self.path = path
    self.message = message
    self.suggestion = suggestion
  }
}

extension PlanProblem: CustomStringConvertible {
  /// `file:line:column: path: what was found; what was meant`, always one line.
  public var description: String {
    var line = file
    if let mark { line += ":\(mark.line):\(mark.column)" }
    line += ": "
    if !path.isEmpty { line += "\(path): " }
    line += message
    if let suggestion { line += "; \(suggestion)" }
    return line.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension PlanProblem {
  /// Reading order; what concerns the file as a whole comes first.
  static func inReadingOrder(_ one: PlanProblem, _ other: PlanProblem) -> Bool {
    let start = SourceMark(line: 0, column: 0)
    let (oneMark, otherMark) = (one.mark ?? start, other.mark ?? start)
    return oneMark == otherMark
      ? one.description < other.description : oneMark < otherMark
  }
}
