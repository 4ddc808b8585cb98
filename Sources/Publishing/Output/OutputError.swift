/// Why something could not be written. The command ends with exit 4, and nothing half-written is
/// left under the final name.
public enum OutputError: Error, Sendable, Hashable {
  /// Raised when the target is a folder where a file is to be written.
  case targetIsFolder(path: String)
  /// Raised when a folder is needed and something else has its name.
  case notAFolder(path: String)
  /// Raised when the folder that shall hold the file does not exist.
  case parentMissing(path: String)
  /// Raised when the folder or the file may not be written.
  case notPermitted(path: String, reason: String)
  /// Raised when the disk or the quota is full.
  case diskFull(path: String, reason: String)
  /// Raised when the reader of a pipe has gone.
  case readerGone(path: String)
  /// Raised when two outputs of one run have the same name.
  case nameTakenTwice(path: String)
  /// Raised when the target is a file that is read in the same run.
  case isInput(path: String)
  /// Raised when the target holds what somebody has made and would be lost.
  case wouldBeLost(path: String)
  /// Raised when a file stands there that somebody may have written by hand.
  case wouldReplaceWork(path: String)
  /// Raised when the system refuses for another reason; the words are its own.
  case failed(path: String, action: String, reason: String)

  /// What has happened, in one line.
  public var message: String {
    switch self {
    case .targetIsFolder(let path): "'\(path)' cannot be written: it is a folder"
    case .notAFolder(let path): "'\(path)' cannot be used as a folder: it is a file"
    case .parentMissing(let path): "'\(path)' cannot be written: its folder does not exist"
    case .notPermitted(let path, let reason): "'\(path)' cannot be written: \(reason)"
    case .diskFull(let path, let reason): "'\(path)' cannot be written: \(reason)"
    case .readerGone(let path): "'\(path)' cannot be written: nothing reads it any more"
    case .nameTakenTwice(let path): "'\(path)' would be written twice in one run"
    case .isInput(let path): "'\(path)' is read here: it would be overwritten"
    case .wouldBeLost(let path): "'\(path)' is there already and has been changed: it would be lost"
    case .wouldReplaceWork(let path):
      "'\(path)' is there already and may hold somebody's work, so it is not replaced"
    case .failed(let path, let action, let reason):
      "'\(path)' cannot be written: to \(action) failed: \(reason)"
    }
  }

  /// What to do about it, in one line.
  public var remedy: String {
    switch self {
    case .targetIsFolder: "name a file, for example with -o NAME.geojson"
    case .notAFolder: "name another folder with -o, or move the file away"
    case .parentMissing: "make the folder first, or name another with -o"
    case .notPermitted: "choose a folder that you may write in, with -o"
    case .diskFull: "free space on the disk, or choose another with -o"
    case .readerGone: "write to a file with -o"
    case .nameTakenTwice: "give the layers different names"
    case .isInput: "name another file or folder with -o"
    case .wouldBeLost: "name another with -o, or move it away"
    case .wouldReplaceWork: "name another file, or remove this one first"
    case .failed: "look at the disk and the folder, or choose another with -o"
    }
  }
}
