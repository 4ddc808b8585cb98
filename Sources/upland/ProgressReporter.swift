internal import Glibc
internal import Studies
internal import Synchronization

/// Shows how far a step is on one line of the terminal, with the time left.
final class ProgressReporter: Sendable {
  private struct State {
    var step = ""
    var start: ContinuousClock.Instant?
    var shown: ContinuousClock.Instant?
  }

  private let state = Mutex(State())

  /// Shows `progress`, at most ten times a second; the end of a step wipes the line.
  func show(_ progress: StudyOptions.Progress) {
    let now = ContinuousClock.now
    let line: String? = state.withLock { state in
      if state.step != progress.step {
        state = State(step: progress.step, start: now, shown: nil)
      }
      if progress.isOver { return "" }
      if let shown = state.shown, now - shown < .milliseconds(100) { return nil }
      state.shown = now
      return Self.line(progress, elapsed: now - (state.start ?? now))
    }
    if let line { StandardError.write("\r\u{1B}[K\(line)") }
  }

  private static func line(_ progress: StudyOptions.Progress, elapsed: Duration) -> String {
    guard progress.total > 0 else { return "\(progress.step) …" }
    var text = "\(progress.step): \(100 * progress.done / progress.total) %"
    if let unit = progress.unit { text += " of \(progress.total) \(unit)" }
    let seconds = elapsed / .seconds(1)
    if progress.done > 0, seconds >= 1 {
      let rate = Double(progress.done) / seconds
      if let unit = progress.unit { text += ", \(Int(rate)) \(unit) a second" }
      text += ", \(Int((Double(progress.total - progress.done) / rate).rounded(.up))) s left"
    }
    return text
  }
}

/// The machine.
enum Processors {
  /// The processors that this process may use.
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
