internal import FoundationEssentials
internal import GDALKit

/// Asks the file system about the places that a plan names.
enum FileProbe {
  /// Whether `location` is a path of the file system and not a connection, an address or one of
  /// GDAL's virtual file systems.
  static func isPlainPath(_ location: String) -> Bool {
    if location.hasPrefix("/vsi") { return false }
    if location.hasPrefix("/") || location.hasPrefix(".") { return true }
    return !location.contains(":")
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Whether `path` is a folder.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: Bool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The names in the folder that `path` lies in, sorted; empty where it cannot be read.
  static func neighbours(of path: String) -> [String] {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return names(in: folder)
  }

  /// The names in `folder`, sorted; empty where it cannot be read.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// What stands after the last slash.
  static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// `path` from the root; a relative one starts at the current folder.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// Whether GDAL finds a raster at `location`.
  static func opensAsRaster(_ location: String) -> Bool {
    (try? RasterDataset(opening: DatasetSource(location: location))) != nil
  }
}
