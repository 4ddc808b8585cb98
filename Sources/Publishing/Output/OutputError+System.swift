internal import Foundation

extension OutputError {
  /// The error that `errno` stands for now, after `action` on `path` failed.
  static func lastSystemError(path: String, action: String) -> OutputError {
    let number = errno
    let reason = words(for: number)
    switch number {
    case ENOSPC, EDQUOT, EFBIG: return .diskFull(path: path, reason: reason)
    case EACCES, EPERM, EROFS: return .notPermitted(path: path, reason: reason)
    case EISDIR: return .targetIsFolder(path: path)
    case ENOTDIR: return .notAFolder(path: path)
    case ENOENT: return .parentMissing(path: path)
    case EPIPE: return .readerGone(path: path)
    default: return .failed(path: path, action: action, reason: reason)
    }
  }

  /// The system's words for an error number, in small letters at the start as in mid-sentence.
  private static func words(for number: Int32) -> String {
    let text = String(cString: strerror(number))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
