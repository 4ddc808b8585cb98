internal import Foundation

/// Standard output, for `-o -` and pipes: unbuffered, so that an error comes at the call it belongs to.
public enum StandardOutput {
  /// Writes all of `bytes`.
  ///
  /// - Throws: ``OutputError``: a full disk behind a redirection, a reader that has gone (where the
  ///   caller ignores SIGPIPE).
  public static func write(_ bytes: [UInt8]) throws(OutputError) {
    try FileSystem.write(bytes, to: STDOUT_FILENO, path: "standard output")
  }

  /// Writes `text` in UTF-8.
  ///
  /// - Throws: ``OutputError``.
  public static func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }
}
