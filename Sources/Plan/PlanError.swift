/// Raised when a plan cannot be used: every problem of it at once.
public struct PlanError: Error, Sendable, Hashable {
  /// The problems in the order of the file, none of them twice; never empty.
  public let problems: [PlanProblem]

  /// Makes an error of problems in any order; equal ones are kept once.
  ///
  /// - Precondition: `problems` is not empty.
  public init(problems: [PlanProblem]) {
    precondition(!problems.isEmpty, "an error of a plan names at least one problem")
    self.problems = Set(problems).sorted(by: PlanProblem.inReadingOrder)
  }
}

extension PlanError: CustomStringConvertible {
  /// One line a problem.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
