internal import Glibc
internal import Publishing
internal import Studies

extension StandardOutput {
  /// Whether a person looks at it.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal: what it says, else `COLUMNS`, else 80.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return Environment.value("COLUMNS").flatMap { Int($0) } ?? 80
  }

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

  /// Writes `text`; where even that fails there is nobody left to tell.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}

/// The environment of the process.
enum Environment {
  /// The value of a variable; `nil` where it is not set.
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
