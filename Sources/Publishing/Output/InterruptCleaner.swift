internal import Dispatch
internal import Foundation
internal import Synchronization

/// Cleans up on Ctrl-C, `kill` and a closed terminal. Call ``install()`` once, at the start.
///
/// The signals are taken by a dispatch source on a queue of its own, not by a signal handler, where
/// almost nothing may be called. After the clean-up the signal is raised again with its default
/// action, so that the shell sees what ended the process (130 for SIGINT, 143 for SIGTERM). A
/// SIGKILL cannot be caught: it leaves hidden `.upland-PID-N` files, never a half-written final name.
public enum InterruptCleaner {
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// Begins to watch SIGINT, SIGTERM and SIGHUP; further calls change nothing. A signal that who
  /// started the program had it ignore (`nohup`) stays ignored.
  public static func install() {
    sources.withLock { sources in
      guard sources.isEmpty else { return }
      let queue = DispatchQueue(label: "upland.interrupt")
      let ignored = ignoredSignals()
      for number in [SIGINT, SIGTERM, SIGHUP] where ignored & (1 << UInt64(number - 1)) == 0 {
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

  /// The signals that are ignored now, one bit each from SIGHUP up: `SigIgn` of proc(5). 0 where the
  /// system does not tell.
  private static func ignoredSignals() -> UInt64 {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("SigIgn:") }
    return line.flatMap { UInt64($0.dropFirst(7).filter { !$0.isWhitespace }, radix: 16) } ?? 0
  }
}
