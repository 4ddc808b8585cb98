public import DigestKit

/// A folder of outputs that get their names together, at the end.
///
/// Each file is written whole under a hidden name in the folder; ``commit()`` then renames all, in
/// the order in which they were written. An interrupted or failed run leaves the files of an earlier
/// run as they were, and a folder that it made itself is removed again. Several renames are not one
/// step: write `run.json` last, then a `run.json` that names a file's digest vouches for the set.
public struct OutputFolder: ~Copyable {
  /// The folder as the caller named it.
  public let path: String

  private var made: [String]
  private var prepared: [PreparedFile] = []
  private var isOpen = true

  /// Opens the folder at `path`; it and its missing parents are made.
  ///
  /// - Throws: ``OutputError``.
  public init(_ path: String) throws(OutputError) {
    self.path = path
    made = try FileSystem.makeFolders(path)
    TemporaryFiles.claim(folders: made)
  }

  deinit {
    if isOpen {
      for file in prepared { file.temporary.map(TemporaryFiles.discard) }
      TemporaryFiles.discard(folders: made)
    }
  }

  /// Writes a file of the folder; it gets its name on ``commit()``.
  ///
  /// - Parameters:
  ///   - name: The file's name; it may lie in sub-folders (`maps/forest.png`), which are made.
  ///   - body: Writes the content.
  /// - Returns: The file's size and digest, and what `body` gives back.
  /// - Throws: ``OutputError``; what `body` throws.
  @discardableResult
  public mutating func write<Result>(
    _ name: String, _ body: (inout AtomicFile) throws -> Result
  ) throws -> (digest: FileDigest, result: Result) {
    try makeParent(of: name)
    var file = try AtomicFile(FileSystem.path(name, in: path))
    let result = try body(&file)
    let complete = try file.finish()
    try take(complete, name: name)
    return (complete.digest, result)
  }

  /// The same for content that several workers make.
  ///
  /// - Throws: ``OutputError``; what `body` throws.
  @discardableResult
  public mutating func write<Result>(
    _ name: String, by body: (inout AtomicFile) async throws -> Result
  ) async throws -> (digest: FileDigest, result: Result) {
    try makeParent(of: name)
    var file = try AtomicFile(FileSystem.path(name, in: path))
    let result = try await body(&file)
    let complete = try file.finish()
    try take(complete, name: name)
    return (complete.digest, result)
  }

  /// Takes in a file that another library writes: `body` gets the hidden path, with the extension of
  /// `name`, and must have written and closed the file when it returns.
  ///
  /// - Throws: ``OutputError``, also where `body` wrote no file; what `body` throws.
  @discardableResult
  public mutating func writeExternally(
    _ name: String, _ body: (_ path: String) throws -> Void
  ) throws -> FileDigest {
    try makeParent(of: name)
    let target = FileSystem.followingLink(FileSystem.path(name, in: path))
    if FileSystem.kind(of: target) == .folder { throw OutputError.targetIsFolder(path: target) }
    let temporary = TemporaryFiles.claim(in: FileSystem.parent(of: target), for: target)
    do {
      try body(temporary)
      return try writeExternally(name, written: temporary, target: target)
    } catch {
      TemporaryFiles.discard(temporary)
      throw error
    }
  }

  /// The same for content that several workers make.
  ///
  /// - Throws: ``OutputError``, also where `body` wrote no file; what `body` throws.
  @discardableResult
  public mutating func writeExternally(
    _ name: String, by body: (_ path: String) async throws -> Void
  ) async throws -> FileDigest {
    try makeParent(of: name)
    let target = FileSystem.followingLink(FileSystem.path(name, in: path))
    if FileSystem.kind(of: target) == .folder { throw OutputError.targetIsFolder(path: target) }
    let temporary = TemporaryFiles.claim(in: FileSystem.parent(of: target), for: target)
    do {
      try await body(temporary)
      return try writeExternally(name, written: temporary, target: target)
    } catch {
      TemporaryFiles.discard(temporary)
      throw error
    }
  }

  /// Takes in a file that stands complete under a temporary name.
  private mutating func writeExternally(
    _ name: String, written temporary: String, target: String
  ) throws -> FileDigest {
    let digest: FileDigest
    do {
      digest = try FileDigest(ofFileAt: temporary)
    } catch {
      throw OutputError.failed(path: target, action: "read it back", reason: error.message)
    }
    try take(PreparedFile(temporary: temporary, target: target, digest: digest), name: name)
    return digest
  }

  /// Gives every file its name. A name that a folder has taken meanwhile is found before the first
  /// file is renamed.
  ///
  /// - Throws: ``OutputError``; files not yet renamed are removed.
  public consuming func commit() throws(OutputError) {
    for file in prepared where FileSystem.kind(of: file.target) == .folder {
      throw OutputError.targetIsFolder(path: file.target)
    }
    for file in prepared {
      guard let temporary = file.temporary else { continue }
      try FileSystem.move(temporary, to: file.target)
      TemporaryFiles.release(temporary)
    }
    isOpen = false
    TemporaryFiles.release(folders: made)
    FileSystem.synchronizeFolder(path)
  }

  private mutating func makeParent(of name: String) throws(OutputError) {
    try InputFiles.requireOther(than: FileSystem.path(name, in: path))
    let parent = FileSystem.parent(of: FileSystem.path(name, in: path))
    let folders = try FileSystem.makeFolders(parent)
    TemporaryFiles.claim(folders: folders)
    made += folders
  }

  private mutating func take(_ file: PreparedFile, name: String) throws(OutputError) {
    if prepared.contains(where: { $0.target == file.target }) {
      file.temporary.map(TemporaryFiles.discard)
      throw OutputError.nameTakenTwice(path: FileSystem.path(name, in: path))
    }
    prepared.append(file)
  }
}
