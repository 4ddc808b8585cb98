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
    count: Int, jobs: Int, makeState: @Sendable @escaping () throws -> State,
    progress: (@Sendable (Int) -> Void)? = nil,
    body: @Sendable @escaping (Int, inout State) throws -> Result
  ) async throws -> [Result] {
    let next = Atomic<Int>(0)
    let finished = Atomic<Int>(0)
    let results = Mutex<[Int: Result]>([:])
    let failure = Mutex<(index: Int, error: any Error)?>(nil)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(jobs, count)) {
        group.addTask {
          var state = try makeState()
          while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count, failure.withLock({ $0 == nil }) else { return }
            do {
              let result = try body(index, &state)
              results.withLock { $0[index] = result }
            } catch {
              failure.withLock {
                if $0.map({ index < $0.index }) ?? true { $0 = (index, error) }
              }
            }
            progress?(finished.add(1, ordering: .relaxed).newValue)
          }
        }
      }
      try await group.waitForAll()
    }
    if let failed = failure.withLock({ $0 }) { throw failed.error }
    return results.withLock { found in (0..<count).compactMap { found[$0] } }
  }
}
