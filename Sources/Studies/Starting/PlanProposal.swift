internal import Plan
internal import Publishing

/// Writes a first plan for the files in a folder, to be completed by the planner.
public enum PlanProposal {
  /// The plan as YAML. Paths are relative to the folder of the plan: that of `target`, or the
  /// current folder where the text goes to standard output.
  ///
  /// Everything it says is a guess from names and kinds of data; each guess says so.
  ///
  /// - Throws: ``StudyError/input(_:)`` where `folder` is no folder, or holds nothing that GDAL
  ///   reads.
  public static func text(
    forFolder folder: String, writtenTo target: String?
  ) throws(StudyError) -> String {
    guard FileProbe.isFolder(folder) else {
      throw .input([
        FileProbe.exists(folder)
          ? "plan \(folder): this is a file; name the folder that it lies in"
          : "plan \(folder): there is no such folder"
      ])
    }
    let sources = FoundSource.find(in: folder)
    guard !sources.isEmpty else {
      throw .input([
        "plan \(folder): it holds no file that GDAL reads as a map, a raster or a table"
      ])
    }
    let title = FileProbe.lastPart(folder).filter { $0 != "." }
    return ProposalWriter(
      sources: sources, prefix: prefix(folder: folder, target: target),
      title: title.isEmpty ? "My district" : title
    ).text
  }

  /// What stands before each file's name in the plan: the way from the plan's folder to the data. A
  /// plan on standard output is taken to be saved in the current folder.
  private static func prefix(folder: String, target: String?) -> String {
    let planFolder = target.map { $0 == "-" ? "." : SourceLocation.folder(ofFile: $0) } ?? "."
    let path = SourceName.published(
      FileProbe.absolute(folder), relativeTo: FileProbe.absolute(planFolder))
    if path == "." { return "" }
    // A long way up and down again says less than the place itself.
    return (path.hasPrefix("../../../") ? FileProbe.absolute(folder) : path) + "/"
  }
}
