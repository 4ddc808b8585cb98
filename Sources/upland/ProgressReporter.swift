internal import Glibc
internal import Publishing
internal import Studies
internal import Synchronization

/// Shows how far a step is on one line of the terminal.
///
/// Steps that go on side by side take turns: one that has begun keeps the line until it is over or
/// says nothing for a while.
final class ProgressReporter: Sendable {
  private struct State {
    /// When each step began that is not over.
    var starts: [String: ContinuousClock.Instant] = [:]
    var step = ""
    /// When the step on the line was last heard of, and when it was last drawn.
    var heard: ContinuousClock.Instant?
    var drawn: ContinuousClock.Instant?
  }

  /// Steps shorter than this are never shown: a line that only flickers tells nothing.
  private static let patience = Duration.milliseconds(300)
  private static let silence = Duration.seconds(2)

  private let state = Mutex(State())

  /// Shows `progress`, at most ten times a second; the end of a step wipes the line.
  func show(_ progress: StudyOptions.Progress) {
    let now = ContinuousClock.now
    state.withLock { state in
      if progress.isOver {
        state.starts[progress.step] = nil
        if state.step == progress.step || state.starts.isEmpty { Self.wipe(&state) }
        return
      }
      // Of a step whose size is not known nobody says when it is over: it holds no line.
      let isCounted = progress.total > 0
      let start = state.starts[progress.step] ?? now
      if isCounted { state.starts[progress.step] = start }
      if state.step != progress.step {
        if let heard = state.heard, now - heard < Self.silence { return }
        state.step = progress.step
        state.drawn = nil
      }
      state.heard = isCounted ? now : nil
      guard now - start >= Self.patience || !isCounted else { return }
      if let drawn = state.drawn, now - drawn < .milliseconds(100) { return }
      let line = ProgressLine(
        progress: progress, elapsed: now - start, language: SpokenLanguage.current)
      // The last column stays free: some terminals wrap there.
      StandardError.draw(line.text(width: StandardError.width - 1))
      state.drawn = now
    }
  }

  private static func wipe(_ state: inout State) {
    StandardError.wipe()
    state.step = ""
    state.heard = nil
    state.drawn = nil
  }
}

/// The machine.
enum Processors {
  /// The processors that this process may use.
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
