public import Plan
public import Publishing

/// Why a study cannot be done.
public enum StudyError: Error, Sendable {
  /// Raised when the plan, or what it names, does not fit: every problem, with its place in the
  /// plan. Exit code 3.
  case plan([PlanProblem])
  /// Raised when the data cannot carry a figure (an invalid boundary, a code twice): one line each.
  /// Exit code 3.
  case input([String])
  /// Raised when a result cannot be written. Exit code 4.
  case output(OutputError)
  /// Raised when the command line asks for something that the plan does not have. Exit code 2.
  case usage(String)
  /// Raised when a step fails that should not be able to. Exit code 5.
  case internalFailure(String)

  /// The lines to print, one a problem.
  public var lines: [String] {
    switch self {
    case .plan(let problems): problems.map(\.description)
    case .input(let lines): lines
    case .output(let error): ["\(error.message); \(error.remedy)"]
    case .usage(let line): [line]
    case .internalFailure(let line): [line]
    }
  }
}
