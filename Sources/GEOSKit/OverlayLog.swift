internal import Synchronization

/// Counts the overlays that were done on a grid because rounding made GEOS fail.
///
/// Overlays stand deep in the subjects, which know nothing of a run's record, so whoever wants to know
/// binds a log to the task, and to all tasks under it:
///
///     let log = OverlayLog()
///     try await OverlayLog.$current.withValue(log) { try await work() }
public final class OverlayLog: Sendable {
  /// The log of the task; `nil` where nobody counts.
  @TaskLocal public static var current: OverlayLog?

  private let counter = Atomic<Int>(0)

  /// Makes a log that has counted nothing yet.
  public init() {}

  /// How many overlays were done on a grid so far. The same for any number of workers once all are done.
  public var count: Int { counter.load(ordering: .relaxed) }

  /// Counts one.
  func note() { counter.add(1, ordering: .relaxed) }
}
