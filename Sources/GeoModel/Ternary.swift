/// The answer to a question that the data may not settle. Unknown is a third state, never a no.
public enum Ternary: String, Sendable, Hashable, CaseIterable {
  /// The data say so.
  case yes
  /// The data say that it is not so.
  case no
  /// The data do not tell.
  case unknown
}
