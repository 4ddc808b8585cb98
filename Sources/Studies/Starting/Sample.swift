internal import FoundationEssentials
internal import Publishing

/// The built-in sample: a made-up province with its plan.
public enum Sample {
  /// Writes the sample's files to `folder`, all or none, and tells their names.
  ///
  /// - Throws: ``StudyError/input(_:)`` where the installed data are not found,
  ///   ``StudyError/output(_:)`` where `folder` cannot be written.
  public static func write(to folder: String) throws(StudyError) -> [String] {
    let source = try InstalledData.folder("sample", having: "plan.yaml")
    let names = FileProbe.names(in: source).filter { !$0.hasPrefix(".") }
    do throws(OutputError) {
      return try copy(names, from: source, to: folder)
    } catch {
      throw .output(error)
    }
  }

  private static func copy(
    _ names: [String], from source: String, to folder: String
  ) throws(OutputError) -> [String] {
    do {
      var output = try OutputFolder(folder)
      var written: [String] = []
      for name in files(names, in: source) {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(source)/\(name)")))
        // Who has begun to change the sample's plan keeps it.
        if let standing = try? Data(contentsOf: URL(filePath: "\(folder)/\(name)")),
          standing != Data(bytes)
        {
          throw OutputError.wouldBeLost(path: "\(folder)/\(name)")
        }
        try output.write(name) { file in try file.write(bytes) }
        written.append(name)
      }
      try output.commit()
      return written
    } catch let error as OutputError {
      throw error
    } catch {
      throw .failed(path: folder, action: "copy the sample", reason: "\(error)")
    }
  }

  /// The files below `names`, folders entered one level deep.
  private static func files(_ names: [String], in folder: String) -> [String] {
    names.flatMap { name -> [String] in
      guard FileProbe.isFolder("\(folder)/\(name)") else { return [name] }
      return FileProbe.names(in: "\(folder)/\(name)").map { "\(name)/\($0)" }
    }
  }
}
