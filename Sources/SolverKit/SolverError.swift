/// Why a model was not solved.
public enum SolverError: Error, Sendable, Hashable {
  /// Raised where the solver gives up over its arithmetic; names the C function.
  case abandoned(function: String)
  /// Raised where the solver says neither that it finished nor why it stopped; with its two status
  /// numbers.
  case unclear(function: String, status: Int, secondary: Int)

  /// One line for people.
  public var message: String {
    switch self {
    case .abandoned(let function): "\(function) gave up over its arithmetic"
    case .unclear(let function, let status, let secondary):
      "\(function) ended without an answer (status \(status), \(secondary))"
    }
  }
}
