internal import Glibc
internal import Publishing
internal import Studies
internal import Synchronization

extension StandardOutput {
  /// Whether a person looks at it.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal: what it says, else `COLUMNS`, else 80.
  static var width: Int { Terminal.width(of: STDOUT_FILENO) }

  /// Whether to use colour: only on a terminal, and not against `NO_COLOR` (no-color.org).
  static var usesColor: Bool {
    isTerminal && (Environment.value("NO_COLOR") ?? "").isEmpty
      && Environment.value("TERM") != "dumb"
  }

  /// Writes `text`, with the error that a command ends with.
  static func deliver(_ text: String) throws {
    try deliver(Array(text.utf8))
  }

  /// Writes `bytes`, with the error that a command ends with. A reader that has gone (`| head`) has
  /// what it wants.
  static func deliver(_ bytes: [UInt8]) throws {
    do throws(OutputError) {
      try write(bytes)
    } catch .readerGone {
      return
    } catch {
      throw StudyError.output(error)
    }
  }
}

/// Standard error: messages and progress.
enum StandardError {
  /// Whether a person looks at it.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of the terminal: what it says, else `COLUMNS`, else 80.
  static var width: Int { Terminal.width(of: STDERR_FILENO) }

  /// Whether a line of progress stands on the terminal.
  private static let isDrawn = Atomic(false)
  private static let emptied = "\r\u{1B}[K"

  /// Writes `text`, in place of a line of progress; where even that fails there is nobody left to
  /// tell.
  static func write(_ text: String) {
    wipe()
    put(text)
  }

  /// Draws a line of progress in place of the one before. Only for a terminal.
  static func draw(_ line: String) {
    isDrawn.store(true, ordering: .relaxed)
    put(emptied + line)
  }

  /// Takes the line of progress away, where there is one.
  static func wipe() {
    if isDrawn.exchange(false, ordering: .relaxed) { put(emptied) }
  }

  private static func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}

/// A terminal.
enum Terminal {
  /// The columns of the terminal behind `descriptor`: what it says, else `COLUMNS`, else 80.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return Environment.value("COLUMNS").flatMap { Int($0) } ?? 80
  }
}

/// The environment of the process.
enum Environment {
  /// The value of a variable; `nil` where it is not set.
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
