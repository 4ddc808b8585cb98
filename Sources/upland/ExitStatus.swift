internal import ArgumentParser
internal import Glibc
internal import Studies

/// The one table of exit codes (Docs/exit-codes.md).
enum ExitStatus: Int32 {
  /// Done; an unmet target is a result, not a failure.
  case done = 0
  /// Done and written, but rows are unmatched or `check` found errors.
  case dataHaveErrors = 1
  /// The command line asks for something that does not exist.
  case usage = 2
  /// The plan or the data cannot be used.
  case input = 3
  /// The result cannot be written.
  case output = 4
  /// Upland is at fault.
  case internalFailure = 5

  /// The status for `error`.
  init(of error: any Error) {
    switch error {
    case let error as StudyError:
      switch error {
      case .plan, .input: self = .input
      case .output: self = .output
      case .usage: self = .usage
      case .internalFailure: self = .internalFailure
      }
    case is DataHaveErrors: self = .dataHaveErrors
    default:
      self =
        switch UplandCommand.exitCode(for: error) {
        case .success: .done
        case .validationFailure: .usage
        default: .internalFailure
        }
    }
  }

  /// Ends the process with this code.
  func leave() -> Never {
    exit(rawValue)
  }
}

/// Thrown where everything was done and written, and the data have errors.
struct DataHaveErrors: Error {}
