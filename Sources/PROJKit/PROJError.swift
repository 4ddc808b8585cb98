/// What went wrong with a reference system or a coordinate operation.
public enum PROJError: Error, Sendable, Hashable {
  /// Raised when a text is no coordinate reference system that PROJ knows.
  case unknownReferenceSystem(definition: String, reason: String)
  /// Raised when PROJ can relate two systems only by ignoring their datums ("ballpark"), which in
  /// Vietnam is a silent error of about 225 m.
  case ballparkOnly(from: String, to: String)
  /// Raised when PROJ has no operation at all between two systems.
  case noOperation(from: String, to: String, reason: String)
  /// Raised when a position cannot be transformed; the place is in the source's system.
  case outOfDomain(x: Double, y: Double, operation: String)
  /// Raised when PROJ itself fails; names the C function.
  case failure(function: String, reason: String)

  /// One line for people.
  public var message: String {
    switch self {
    case .unknownReferenceSystem(let definition, let reason):
      "'\(definition.prefix(80))' is no reference system that PROJ knows (\(reason))"
    case .ballparkOnly(let from, let to):
      "from \(from) to \(to) PROJ knows only a ballpark transformation, which ignores the datum"
    case .noOperation(let from, let to, let reason):
      "PROJ has no transformation from \(from) to \(to) (\(reason))"
    case .outOfDomain(let x, let y, let operation):
      "the position \(x), \(y) cannot be transformed by \(operation)"
    case .failure(let function, let reason):
      "\(function) failed: \(reason)"
    }
  }
}
