internal import Foundation

/// A file for bytes that have to wait until their turn to be written: it has no name, so that nothing is
/// left of it when the process ends, however it ends.
struct SpoolFile: ~Copyable {
  private let handle: FileHandle
  private let folder: String
  /// The bytes written so far.
  private(set) var size: Int64 = 0
  private var isRead = false

  /// Makes the file on the disk of `folder`, which must exist.
  ///
  /// - Throws: ``OutputError``.
  init(in folder: String) throws(OutputError) {
    let path = TemporaryFiles.claim(in: folder, for: "")
    defer { TemporaryFiles.discard(path) }
    unlink(path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw OutputError.lastSystemError(path: folder, action: "make a file")
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    self.folder = folder
  }

  /// Appends `bytes`.
  ///
  /// - Throws: ``OutputError``, of the folder: the file has no name.
  mutating func append(_ bytes: [UInt8]) throws(OutputError) {
    if isRead {
      // Reading has moved the place at which the system writes.
      lseek(handle.fileDescriptor, off_t(size), SEEK_SET)
      isRead = false
    }
    try FileSystem.write(bytes, to: handle.fileDescriptor, path: folder)
    size += Int64(bytes.count)
  }

  /// The `count` bytes from `offset` on.
  ///
  /// - Throws: ``OutputError``, also where there are not so many.
  mutating func read(_ count: Int, from offset: Int64) throws(OutputError) -> [UInt8] {
    isRead = true
    do {
      try handle.seek(toOffset: UInt64(offset))
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count)
      while bytes.count < count {
        guard let part = try handle.read(upToCount: count - bytes.count), !part.isEmpty else {
          throw OutputError.failed(path: folder, action: "read back", reason: "the file ends early")
        }
        bytes += part
      }
      return bytes
    } catch let error as OutputError {
      throw error
    } catch {
      throw OutputError.failed(
        path: folder, action: "read back", reason: error.localizedDescription)
    }
  }
}
