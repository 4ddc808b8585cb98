internal import Dispatch
internal import Foundation
internal import Synchronization

/// The files under temporary names that this process has begun and not yet finished.
///
/// Each is removed when its owner goes; ``removeAll()`` is for an end that lets no owner go.
public enum TemporaryFiles {
  private static let open = Mutex<Set<String>>([])
  private static let serial = Atomic<Int>(0)

  /// A new name in `folder`: hidden, with the process id, and with the extension of `name`, because
  /// some writers choose their format by it. It fits wherever a name fits.
  static func claim(in folder: String, for name: String) -> String {
    let number = serial.add(1, ordering: .relaxed).newValue
    let ending = (name as NSString).pathExtension
    let base = ".upland-\(getpid())-\(number)"
    let path = FileSystem.path(ending.isEmpty ? base : "\(base).\(ending)", in: folder)
    open.withLock { paths in _ = paths.insert(path) }
    return path
  }

  /// Takes `path` from the list: it has its final name, or is gone.
  static func release(_ path: String) {
    open.withLock { paths in _ = paths.remove(path) }
  }

  /// Removes a file that will not be finished.
  static func discard(_ path: String) {
    unlink(path)
    release(path)
  }

  /// Removes every unfinished file of this process.
  public static func removeAll() {
    let paths = open.withLock { paths in
      defer { paths = [] }
      return paths
    }
    for path in paths { unlink(path) }
  }
}

/// Cleans up on Ctrl-C, `kill` and a closed terminal. Call ``install()`` once, at the start.
///
/// The signals are taken by a dispatch source on a queue of its own, not by a signal handler, where
/// almost nothing may be called. After the clean-up the signal is raised again with its default
/// action, so that the shell sees what ended the process (130 for SIGINT, 143 for SIGTERM). A
/// SIGKILL cannot be caught: it leaves hidden `.upland-PID-N` files, never a half-written final name.
public enum InterruptCleaner {
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// Begins to watch SIGINT, SIGTERM and SIGHUP; further calls change nothing.
  public static func install() {
    sources.withLock { sources in
      guard sources.isEmpty else { return }
      let queue = DispatchQueue(label: "upland.interrupt")
      for number in [SIGINT, SIGTERM, SIGHUP] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler {
          TemporaryFiles.removeAll()
          signal(number, SIG_DFL)
          kill(getpid(), number)
        }
        source.resume()
        sources.append(source)
      }
    }
  }
}
