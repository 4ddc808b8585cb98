internal import Glibc

/// Standard output: results.
enum StandardOutput {
  /// Whether a person looks at it.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes `text` whole.
  static func write(_ text: String) { Stream.write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes `bytes` whole.
  static func write(_ bytes: [UInt8]) { Stream.write(bytes, to: STDOUT_FILENO) }

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
}

/// Standard error: messages and progress.
enum StandardError {
  /// Whether a person looks at it.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes `text` whole.
  static func write(_ text: String) { Stream.write(Array(text.utf8), to: STDERR_FILENO) }
}

/// The environment of the process.
enum Environment {
  /// The value of a variable; `nil` where it is not set.
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

private enum Stream {
  /// A reader that has gone (a closed pipe) is no error of ours.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Array(rest).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}
