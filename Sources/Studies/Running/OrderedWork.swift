internal import Synchronization

/// Runs numbered pieces of work on several workers and hands back the results in order.
///
/// The pieces are taken one by one in ascending order, so that a file is read from front to back;
/// which worker takes which decides nothing, because each result depends on its number alone.
enum OrderedWork {
  /// The results of `body` for `0..<count`, in order. Each worker makes its own state first.
  ///
  /// - Throws: the error of the lowest-numbered piece that failed, so that a failing run says the
  ///   same thing whatever the number of workers.
  static func map<State, Result: Sendable>(
    count: Int, jobs: Int, makeState: @escaping @Sendable () throws -> State,
    progress: (@Sendable (Int) -> Void)? = nil,
    body: @escaping @Sendable (Int, inout State) throws -> Result
  ) async throws -> [Result] {
    let board = Board<Result>(count: count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(jobs, count)) {
        group.addTask { @Sendable in
          var state = try makeState()
          while let index = board.takeNext() {
            do {
              board.record(try body(index, &state), at: index)
            } catch {
              board.fail(error, at: index)
            }
            progress?(board.countFinished())
            // Work that waits beside this, a step that only one worker can do, gets its turn.
            await Task.yield()
          }
        }
      }
      try await group.waitForAll()
    }
    return try board.results()
  }

  /// The results for `0..<count`, in order, where `body` takes a run of neighbours at a time, so that
  /// pieces of a microsecond are worth a worker's while. How long a run is, `longest` at most, decides
  /// nothing.
  ///
  /// - Throws: the error of the first run that failed.
  static func mapRuns<State, Result: Sendable>(
    count: Int, jobs: Int, longest: Int = 64,
    makeState: @escaping @Sendable () throws -> State,
    progress: (@Sendable (Int) -> Void)? = nil,
    body: @escaping @Sendable (Range<Int>, inout State) throws -> [Result]
  ) async throws -> [Result] {
    let length = max(1, min(longest, count / (8 * max(1, jobs))))
    let runs = try await map(
      count: (count + length - 1) / length, jobs: jobs, makeState: makeState,
      progress: { progress?(min(count, $0 * length)) },
      body: { index, state in
        try body(index * length..<min(count, (index + 1) * length), &state)
      })
    return runs.flatMap(\.self)
  }

  /// The results of `body`, which needs no state, for `0..<count`, in order.
  static func map<Result: Sendable>(
    count: Int, jobs: Int, body: @escaping @Sendable (Int) throws -> Result
  ) async throws -> [Result] {
    try await map(count: count, jobs: jobs, makeState: {}, body: { index, _ in try body(index) })
  }

  /// The results for `0..<count`, in order, where `body` takes a run of neighbours at a time and
  /// needs no state.
  static func mapRuns<Result: Sendable>(
    count: Int, jobs: Int, body: @escaping @Sendable (Range<Int>) throws -> [Result]
  ) async throws -> [Result] {
    try await mapRuns(
      count: count, jobs: jobs, makeState: {}, body: { run, _ in try body(run) })
  }

  /// What the workers share.
  private final class Board<Result: Sendable>: Sendable {
    private let count: Int
    private let next = Atomic<Int>(0)
    private let finished = Atomic<Int>(0)
    private let found = Mutex<[Int: Result]>([:])
    private let failure = Mutex<(index: Int, error: any Error)?>(nil)

    init(count: Int) { self.count = count }

    /// The next piece; none where all are taken, or one before it has failed.
    func takeNext() -> Int? {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count, failure.withLock({ $0.map { index < $0.index } ?? true }) else {
        return nil
      }
      return index
    }

    func countFinished() -> Int { finished.add(1, ordering: .relaxed).newValue }

    func record(_ result: Result, at index: Int) {
      found.withLock { $0[index] = result }
    }

    func fail(_ error: any Error, at index: Int) {
      failure.withLock {
        if $0.map({ index < $0.index }) ?? true { $0 = (index, error) }
      }
    }

    func results() throws -> [Result] {
      if let failed = failure.withLock({ $0 }) { throw failed.error }
      return found.withLock { results in (0..<count).compactMap { results[$0] } }
    }
  }
}
