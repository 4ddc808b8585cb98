internal import Foundation
internal import Synchronization

/// What this process has begun to write and not yet finished: files under temporary names, and the
/// folders that were made for them.
///
/// Each is removed when its owner goes; ``removeAll()`` is for an end that lets no owner go.
public enum TemporaryFiles {
  private struct Unfinished {
    var files: Set<String> = []
    var folders: [String] = []
  }

  private static let unfinished = Mutex(Unfinished())
  private static let serial = Atomic<Int>(0)

  /// A new name in `folder`: hidden, with the process id, and with the extension of `name`, because
  /// some writers choose their format by it. It fits wherever a name fits.
  static func claim(in folder: String, for name: String) -> String {
    let number = serial.add(1, ordering: .relaxed).newValue
    let ending = (name as NSString).pathExtension
    let base = ".upland-\(getpid())-\(number)"
    let path = FileSystem.path(ending.isEmpty ? base : "\(base).\(ending)", in: folder)
    unfinished.withLock { state in _ = state.files.insert(path) }
    return path
  }

  /// Takes `path` from the list: it has its final name, or is gone.
  static func release(_ path: String) {
    unfinished.withLock { state in _ = state.files.remove(path) }
  }

  /// Removes a file that will not be finished.
  static func discard(_ path: String) {
    remove(path)
    release(path)
  }

  /// What SQLite and GDAL put beside a file while they write it.
  private static let sideEndings = ["", "-journal", "-wal", "-shm", ".temp.db", "_temp.fgb"]

  /// Removes what stands at `path` and beside it.
  static func remove(_ path: String) {
    for ending in sideEndings { unlink(path + ending) }
  }

  /// Notes folders that were made, outermost first.
  static func claim(folders: [String]) {
    unfinished.withLock { state in state.folders += folders }
  }

  /// Takes folders from the list: they stay.
  static func release(folders: [String]) {
    unfinished.withLock { state in state.folders.removeAll { folders.contains($0) } }
  }

  /// Removes folders that were made and are empty.
  static func discard(folders: [String]) {
    FileSystem.removeFolders(folders)
    release(folders: folders)
  }

  /// Removes every unfinished file of this process, and the folders made for them where they are
  /// empty then.
  public static func removeAll() {
    unfinished.withLock { state in
      for path in state.files { remove(path) }
      FileSystem.removeFolders(state.folders)
      state = Unfinished()
    }
  }
}
