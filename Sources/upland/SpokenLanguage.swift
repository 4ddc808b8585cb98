internal import Publishing
internal import Synchronization

/// The language of messages: known once a command has looked at its options and its plan, and needed
/// where an error ends the program.
enum SpokenLanguage {
  private static let stored = Mutex(OutputLanguage.english)

  /// The language; English until a command says otherwise.
  static var current: OutputLanguage {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
}
