internal import Foundation
internal import Synchronization

/// The files that this process reads: no output takes the place of one, whatever it is called by.
///
/// A layer has the name that a planner may have given to a source: `villages.geojson` in the plan's own
/// folder would be lost, and with it what every further run starts from.
public enum InputFiles {
  private static let paths = Mutex<Set<String>>([])

  /// Notes files that are read. What is not there yet counts from when it is.
  public static func claim(_ files: some Sequence<String>) {
    let absolute = files.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    paths.withLock { $0.formUnion(absolute) }
  }

  /// Refuses `target`, where it is one of these files or a link to one.
  ///
  /// - Throws: ``OutputError/isInput(path:)``.
  public static func requireOther(than target: String) throws(OutputError) {
    guard let wanted = FileSystem.identity(of: target) else { return }
    let claimed = paths.withLock { $0 }
    if claimed.contains(where: { FileSystem.identity(of: $0) == wanted }) {
      throw OutputError.isInput(path: target)
    }
  }
}
