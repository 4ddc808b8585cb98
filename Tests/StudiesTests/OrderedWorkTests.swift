import Testing

@testable import Studies

@Suite("Work in order")
struct OrderedWorkTests {
  private struct Failure: Error, Equatable { let index: Int }

  @Test("results come in the order of the pieces", arguments: [1, 2, 7, 100])
  func order(_ jobs: Int) async throws {
    let squares = try await OrderedWork.map(
      count: 500, jobs: jobs, makeState: { 0 },
      body: { index, state in
        state += 1
        return index * index
      })
    #expect(squares == (0..<500).map { $0 * $0 })
  }

  @Test("runs of neighbours come in order and together cover every piece once")
  func runs() async throws {
    for (count, jobs) in [(0, 4), (1, 4), (7, 1), (64, 3), (1000, 2), (1001, 5)] {
      let found = try await OrderedWork.mapRuns(
        count: count, jobs: jobs, makeState: {}, body: { run, _ in run.map { $0 * $0 } })
      #expect(found == (0..<count).map { $0 * $0 }, "\(count) pieces, \(jobs) workers")
    }
  }

  @Test("no piece is no result")
  func none() async throws {
    let found = try await OrderedWork.map(
      count: 0, jobs: 4, makeState: {}, body: { index, _ in index })
    #expect(found.isEmpty)
  }

  @Test("the error of the first piece that fails is the one told, whoever fails first")
  func firstFailure() async throws {
    for _ in 0..<300 {
      await #expect(throws: Failure(index: 3)) {
        _ = try await OrderedWork.map(
          count: 64, jobs: 8, makeState: {},
          body: { index, _ -> Int in
            if index >= 3 { throw Failure(index: index) }
            return index
          })
      }
    }
  }

  @Test("a state that cannot be made is an error, not a missing result")
  func stateFails() async {
    await #expect(throws: Failure(index: -1)) {
      _ = try await OrderedWork.map(
        count: 4, jobs: 2, makeState: { () throws -> Int in throw Failure(index: -1) },
        body: { index, _ in index })
    }
  }
}
