internal import Plan

/// Writes a first plan for the files in a folder, to be completed by the planner.
public enum PlanProposal {
  /// The plan as YAML. Paths are relative to the folder of the plan: that of `target`, or the data's
  /// own folder where the text goes to standard output.
  ///
  /// Everything it says is a guess from names and kinds of data; each guess says so.
  ///
  /// - Throws: ``StudyError/usage(_:)`` where `folder` is no folder, ``StudyError/input(_:)`` where
  ///   it holds nothing that GDAL reads.
  public static func text(
    forFolder folder: String, writtenTo target: String?
  ) throws(StudyError) -> String {
    guard FileProbe.isFolder(folder) else {
      throw .usage("plan \(folder): there is no such folder")
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

  /// What stands before each file's name in the plan.
  private static func prefix(folder: String, target: String?) -> String {
    guard let target, target != "-" else { return "" }
    let planFolder = SourceLocation.folder(ofFile: target)
    func plain(_ path: String) -> String {
      let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
      return path.hasPrefix("/") ? "/" + parts : parts
    }
    if plain(planFolder) == plain(folder) { return "" }
    if planFolder == "." { return plain(folder) + "/" }
    return FileProbe.absolute(folder) + "/"
  }
}
