internal import DigestKit
internal import Plan
internal import Publishing

/// The files behind a source, with size and digest.
struct SourceFiles {
  let plan: Plan

  /// The parts of a shapefile that decide its content.
  private static let shapefileParts = ["dbf", "shx", "prj", "cpg"]

  /// The files of `reference`: those named in `files`, such as the tiles of a virtual raster, else
  /// those that its own name tells. None where it is no file of the file system.
  func records(of reference: SourceReference, files: [String] = []) -> [RunRecord.FileRecord] {
    let named = files.filter { FileProbe.isPlainPath($0) && FileProbe.exists($0) }
    guard !named.isEmpty || FileProbe.isPlainPath(reference.location) else { return [] }
    return (named.isEmpty ? paths(of: reference.location) : named).compactMap { path in
      guard let digest = try? FileDigest(ofFileAt: path) else { return nil }
      return RunRecord.FileRecord(
        path: publishedName(of: path), digest: digest)
    }
  }

  /// Every file that the plan names, and the plan: what no output may replace.
  var all: [String] {
    [plan.file]
      + PlanSources(plan).entries.map(\.reference.location).filter(FileProbe.isPlainPath)
      .flatMap(paths)
  }

  /// The name of a source in outputs: a path from the plan's folder, however the plan was named on
  /// the command line, so that the same inputs give the same bytes, and without passwords.
  func publishedName(of location: String) -> String {
    let path = FileProbe.isPlainPath(location) ? FileProbe.absolute(location) : location
    return SourceName.published(
      SourceLocation.withoutSecrets(path), relativeTo: FileProbe.absolute(plan.folder))
  }

  private func paths(of location: String) -> [String] {
    if FileProbe.isFolder(location) {
      return FileProbe.names(in: location).map { "\(location)/\($0)" }
    }
    guard location.lowercased().hasSuffix(".shp") else { return [location] }
    let stem = location.dropLast(3)
    return [location] + Self.shapefileParts.map { stem + $0 }.filter(FileProbe.exists)
  }
}
