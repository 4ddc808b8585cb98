internal import Foundation

/// The few calls to the system that writing needs, each with its error typed.
enum FileSystem {
  /// What stands under a name.
  enum Kind {
    case nothing
    case file
    case folder
    /// A device, pipe or socket: written through, never replaced.
    case special
  }

  /// What stands under `path`, symbolic links followed.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    // `/dev/stdout` may lead to a file, but to one that somebody else has open already.
    if path.hasPrefix("/dev/") && status.st_mode & S_IFMT == S_IFREG { return .special }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .special
    }
  }

  /// What tells a file from all others, by whatever name; `nil` where none stands under `path`.
  static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// The size of the file at `path` in bytes; 0 where there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The permission bits of the file at `path`; `nil` where there is none.
  static func permissions(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// `path` with a symbolic link under its last name followed, so that the link stays a link.
  static func followingLink(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// The folder part of `path`; `.` where it has none.
  static func parent(of path: String) -> String {
    // By hand: NSString's deletingLastPathComponent crashes on a name of one letter (Swift 6.3.1).
    var rest = path[...]
    while rest.count > 1, rest.last == "/" { rest = rest.dropLast() }
    guard let slash = rest.lastIndex(of: "/") else { return "." }
    var parent = rest[..<slash]
    while parent.last == "/" { parent = parent.dropLast() }
    return parent.isEmpty ? "/" : String(parent)
  }

  /// `name` in `folder`.
  static func path(_ name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Makes `folder` and its missing parents and gives back those that were made, outermost first.
  static func makeFolders(_ folder: String) throws(OutputError) -> [String] {
    switch kind(of: folder) {
    case .folder: return []
    case .file, .special: throw OutputError.notAFolder(path: folder)
    case .nothing: break
    }
    let made = try makeFolders(parent(of: folder))
    if mkdir(folder, 0o777) == 0 { return made + [folder] }
    if errno == EEXIST, kind(of: folder) == .folder { return made }
    // The parent is there by now; ENOENT means a file system that makes no folders (/proc).
    let error =
      errno == ENOENT
      ? OutputError.notPermitted(path: folder, reason: "no folder can be made there")
      : OutputError.lastSystemError(path: folder, action: "make the folder")
    removeFolders(made)
    throw error
  }

  /// Removes folders that are empty, the innermost first.
  static func removeFolders(_ folders: [String]) {
    for folder in folders.reversed() { rmdir(folder) }
  }

  /// Writes all of `bytes`, in as many calls as it takes; `path` is for the error.
  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(OutputError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputError.lastSystemError(path: path, action: "write")
      }
      if count == rest.count { break }
      rest.removeFirst(count)
    }
  }

  /// Gives `temporary` the name `final` in one step; `final` may exist.
  static func move(_ temporary: String, to final: String) throws(OutputError) {
    guard rename(temporary, final) == 0 else {
      throw OutputError.lastSystemError(path: final, action: "rename")
    }
  }

  /// Makes the names in `folder` last through a power cut, where the file system can.
  static func synchronizeFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
