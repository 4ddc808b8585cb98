public import DigestKit
internal import Foundation

/// A file that appears under its name whole or not at all.
///
/// Bytes go to a hidden file beside the target; ``commit()`` flushes it to the disk and renames it.
/// Until then what stood under the name stays; where this value goes without a commit, the hidden
/// file is removed. A symbolic link is followed and stays a link; an existing file's permissions are
/// kept. A device or pipe, and whatever lies under `/dev/`, is written
/// through.
public struct AtomicFile: ~Copyable {
  /// The target as the caller named it.
  public let path: String

  private let target: String
  private let temporary: String?
  private let descriptor: Int32
  private var hasher: SHA256Hasher
  private var size = 0
  private var isOpen = true

  /// Begins the file at `path`, whose folder must exist.
  ///
  /// - Throws: ``OutputError``.
  public init(_ path: String) throws(OutputError) {
    try InputFiles.requireOther(than: path)
    let target = FileSystem.followingLink(path)
    let opened = try AtomicFile.open(path, target: target)
    do {
      hasher = try SHA256Hasher()
    } catch {
      close(opened.descriptor)
      opened.temporary.map(TemporaryFiles.discard)
      throw OutputError.failed(path: path, action: "take a digest", reason: error.message)
    }
    self.path = path
    self.target = target
    temporary = opened.temporary
    descriptor = opened.descriptor
  }

  deinit {
    if isOpen {
      close(descriptor)
      temporary.map(TemporaryFiles.discard)
    }
  }

  /// Whether a file that is not empty stands at `path`, symbolic links followed; a device or a pipe is
  /// none.
  public static func holdsContent(_ path: String) -> Bool {
    FileSystem.kind(of: path) == .file && FileSystem.size(of: path) > 0
  }

  private static func open(
    _ path: String, target: String
  ) throws(OutputError) -> (descriptor: Int32, temporary: String?) {
    switch FileSystem.kind(of: path) {
    case .folder: throw OutputError.targetIsFolder(path: path)
    case .special:
      let descriptor = Foundation.open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw OutputError.lastSystemError(path: path, action: "open")
      }
      return (descriptor, nil)
    case .nothing, .file: break
    }
    let parent = FileSystem.parent(of: target)
    let temporary = TemporaryFiles.claim(in: parent, for: target)
    // A file of that name can only be left from a process long gone that had the same id.
    unlink(temporary)
    let descriptor = Foundation.open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let error = OutputError.lastSystemError(path: path, action: "make the file")
      TemporaryFiles.release(temporary)
      if case .notAFolder = error { throw OutputError.notAFolder(path: parent) }
      throw error
    }
    if let mode = FileSystem.permissions(of: target) { fchmod(descriptor, mode) }
    return (descriptor, temporary)
  }

  /// Appends `bytes`.
  ///
  /// - Throws: ``OutputError``; the file can only be let go then.
  public mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    try FileSystem.write(bytes, to: descriptor, path: path)
    do {
      try hasher.update(bytes)
    } catch {
      throw OutputError.failed(path: path, action: "take a digest", reason: error.message)
    }
    size += bytes.count
  }

  /// Appends `text` in UTF-8.
  ///
  /// - Throws: ``OutputError``.
  public mutating func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }

  /// Flushes the file and gives it its name; tells its size and digest.
  ///
  /// - Throws: ``OutputError``; what stood under the name then still does.
  @discardableResult
  public consuming func commit() throws(OutputError) -> FileDigest {
    let prepared = try finish()
    if let temporary = prepared.temporary {
      do {
        try FileSystem.move(temporary, to: prepared.target)
      } catch {
        TemporaryFiles.discard(temporary)
        throw error
      }
      TemporaryFiles.release(temporary)
      FileSystem.synchronizeFolder(FileSystem.parent(of: prepared.target))
    }
    return prepared.digest
  }

  /// Flushes and closes the file under its temporary name; who calls must move or discard it.
  consuming func finish() throws(OutputError) -> PreparedFile {
    if temporary != nil && fsync(descriptor) != 0 {
      throw OutputError.lastSystemError(path: path, action: "flush")
    }
    let digest = FileDigest(size: size, sha256: try finishedDigest())
    isOpen = false
    guard close(descriptor) == 0 else {
      let error = OutputError.lastSystemError(path: path, action: "close")
      temporary.map(TemporaryFiles.discard)
      throw error
    }
    return PreparedFile(temporary: temporary, target: target, digest: digest)
  }

  private mutating func finishedDigest() throws(OutputError) -> SHA256Digest {
    do {
      return try hasher.finish()
    } catch {
      throw OutputError.failed(path: path, action: "take a digest", reason: error.message)
    }
  }
}

/// A file that is complete under a temporary name.
struct PreparedFile {
  /// The temporary name; `nil` where the target was written through.
  var temporary: String?
  /// The final name, symbolic links followed.
  var target: String
  /// Its size and digest.
  var digest: FileDigest
}
