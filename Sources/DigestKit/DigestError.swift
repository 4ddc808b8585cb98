internal import CDigest
internal import Glibc

/// Why a digest could not be taken.
public enum DigestError: Error, Sendable, Hashable {
  /// Raised when OpenSSL fails; names the C function and gives OpenSSL's own reason.
  case library(function: String, reason: String)
  /// Raised when a file cannot be opened or read; the reason is the system's.
  case unreadable(path: String, reason: String)

  /// One line for people.
  public var message: String {
    switch self {
    case .library(let function, let reason): "\(function) failed: \(reason)"
    case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
    }
  }

  /// The error that OpenSSL has just queued, with the queue emptied, so that no later call
  /// reports it as its own.
  static func drained(from function: String) -> DigestError {
    var reasons: [String] = []
    while case let code = ERR_get_error(), code != 0 {
      var text = [CChar](repeating: 0, count: 256)
      unsafe ERR_error_string_n(code, &text, text.count)
      reasons.append(
        String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
    return .library(
      function: function,
      reason: reasons.isEmpty ? "no reason given" : reasons.joined(separator: "; "))
  }

  /// The error that `errno` stands for now, on reading `path`.
  static func lastSystemError(reading path: String) -> DigestError {
    let number = errno
    guard let text = unsafe strerror(number) else {
      return .unreadable(path: path, reason: "error \(number)")
    }
    return .unreadable(path: path, reason: unsafe String(cString: text))
  }
}
