/// A file that another library writes, and that appears under its name whole or not at all.
public enum ExternalFile {
  /// Lets `body` write a file under a hidden name beside `path`, with the same extension, and gives it
  /// its name once it is back.
  ///
  /// - Throws: ``OutputError``; what `body` throws. What stood under the name then still does.
  public static func write(_ path: String, _ body: (_ path: String) async throws -> Void)
    async throws
  {
    try InputFiles.requireOther(than: path)
    switch FileSystem.kind(of: path) {
    case .folder: throw OutputError.targetIsFolder(path: path)
    case .special:
      throw OutputError.failed(
        path: path, action: "write it", reason: "it is a device; name a file")
    case .nothing, .file: break
    }
    let target = FileSystem.followingLink(path)
    let parent = FileSystem.parent(of: target)
    switch FileSystem.kind(of: parent) {
    case .folder: break
    case .nothing: throw OutputError.parentMissing(path: path)
    case .file, .special: throw OutputError.notAFolder(path: parent)
    }
    let temporary = TemporaryFiles.claim(in: parent, for: target)
    // A file of that name can only be left from a process long gone that had the same id.
    TemporaryFiles.remove(temporary)
    do {
      try await body(temporary)
      try FileSystem.move(temporary, to: target)
    } catch {
      TemporaryFiles.discard(temporary)
      throw error
    }
    TemporaryFiles.release(temporary)
    FileSystem.synchronizeFolder(parent)
  }
}
