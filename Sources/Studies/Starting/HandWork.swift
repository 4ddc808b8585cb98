internal import Publishing

/// What a person writes: a plan, confirmed names. Outputs replace what stood under their name, because they
/// can be made again; drafts of these do not.
public enum HandWork {
  /// - Parameter path: Where a draft is to be written.
  /// - Throws: ``StudyError/output(_:)`` where a file that is not empty stands at `path`. Devices and pipes
  ///   hold nothing.
  public static func refuseToReplace(_ path: String) throws(StudyError) {
    guard AtomicFile.holdsContent(path) else { return }
    throw .output(.wouldReplaceWork(path: path))
  }
}
