import Resettlement
import TestSupport
import Testing

/// Who goes where.
@Suite struct AllocationTests {
  private typealias Place = AllocationProblem.Destination
  private typealias Move = AllocationProblem.Move

  /// Two villages of 10 and 5 households, a near place for 8 and a far one for 20:
  /// the village that loses most by going far has the near one.
  @Test func theNearPlaceGoesToWhoNeedsItMost() throws {
    let problem = AllocationProblem(
      households: [10, 5], destinations: [Place(capacity: 8), Place(capacity: 20)],
      moves: [
        Move(village: 0, destination: 0, cost: 1000), Move(village: 0, destination: 1, cost: 3000),
        Move(village: 1, destination: 0, cost: 1000), Move(village: 1, destination: 1, cost: 9000),
      ])
    let found = try problem.solve()
    #expect(found.moved == [3, 7, 5, 0])
    #expect(found.cost == 3 * 1000 + 7 * 3000 + 5 * 1000)
    #expect(found.short == [0, 0])
    #expect(found.gap == 0)
    #expect(found.received(problem) == [8, 7])
  }

  @Test func whoIsShortIsNamed() throws {
    let problem = AllocationProblem(
      households: [10, 5], destinations: [Place(capacity: 12)],
      moves: [
        Move(village: 0, destination: 0, cost: 100), Move(village: 1, destination: 0, cost: 200),
      ])
    let found = try problem.solve()
    #expect(found.short == [0, 3])
    #expect(found.provesShortage)
  }

  @Test func placesWithoutRoomLeaveEveryoneOver() throws {
    let none = try AllocationProblem(
      households: [4], destinations: [Place(capacity: 0)],
      moves: [Move(village: 0, destination: 0, cost: 1)]
    ).solve()
    #expect(none.short == [4])
    #expect(none.cost == 0)
    let nowhere = try AllocationProblem(households: [4, 0], destinations: [], moves: []).solve()
    #expect(nowhere.short == [4, 0])
  }

  /// A site is not opened for fewer households than its least.
  @Test func aSiteHasALeastNumber() throws {
    let problem = AllocationProblem(
      households: [10],
      destinations: [Place(capacity: 30, least: 20), Place(capacity: 10)],
      moves: [
        Move(village: 0, destination: 0, cost: 1), Move(village: 0, destination: 1, cost: 1000),
      ])
    #expect(try problem.solve().moved == [0, 10])
  }

  /// One opening for two villages is cheaper than two near places.
  @Test func openingIsWeighedAgainstTheWay() throws {
    func problem(opening: Int) -> AllocationProblem {
      AllocationProblem(
        households: [10, 10],
        destinations: [
          Place(capacity: 50, openingCost: opening), Place(capacity: 50, openingCost: opening),
        ],
        moves: [
          Move(village: 0, destination: 0, cost: 0), Move(village: 0, destination: 1, cost: 500),
          Move(village: 1, destination: 0, cost: 500), Move(village: 1, destination: 1, cost: 0),
        ])
    }
    #expect(try problem(opening: 4999).solve().cost == 9998)
    #expect(try problem(opening: 5001).solve().cost == 10001)
  }

  // MARK: Full search

  /// A small problem that a full search can settle.
  private static func small(_ random: inout SeededGenerator) -> AllocationProblem {
    let villages = Int.random(in: 1...3, using: &random)
    let places = Int.random(in: 1...3, using: &random)
    let opens = Bool.random(using: &random)
    let destinations = (0..<places).map { _ in
      let capacity = Int.random(in: 0...5, using: &random)
      return Place(
        capacity: capacity, least: opens ? Int.random(in: 0...capacity, using: &random) : 0,
        openingCost: opens ? Int.random(in: 0...4000, using: &random) : 0)
    }
    var moves: [Move] = []
    for village in 0..<villages {
      for place in 0..<places where Int.random(in: 0..<5, using: &random) > 0 {
        moves.append(
          Move(village: village, destination: place, cost: Int.random(in: 0...3000, using: &random))
        )
      }
    }
    return AllocationProblem(
      households: (0..<villages).map { _ in Int.random(in: 0...4, using: &random) },
      destinations: destinations, moves: moves,
      keepsTogether: Int.random(in: 0..<3, using: &random) == 0)
  }

  /// The fewest left over and the least cost, by trying every allocation.
  private static func fullSearch(_ problem: AllocationProblem) -> (short: Int, cost: Int) {
    var best = (short: Int.max, cost: Int.max)
    var left = problem.households
    var received = [Int](repeating: 0, count: problem.destinations.count)
    func descend(_ index: Int, _ cost: Int) {
      guard index < problem.moves.count else {
        var total = cost
        for (place, count) in zip(problem.destinations, received) where count > 0 {
          if count < place.least { return }
          total += place.openingCost
        }
        if problem.keepsTogether,
          zip(left, problem.households).contains(where: { $0 != 0 && $0 != $1 })
        {
          return
        }
        let short = left.reduce(0, +)
        if (short, total) < best { best = (short, total) }
        return
      }
      let move = problem.moves[index]
      let room = problem.destinations[move.destination].capacity - received[move.destination]
      for count in 0...min(left[move.village], room) {
        if problem.keepsTogether, count != 0, count != problem.households[move.village] { continue }
        left[move.village] -= count
        received[move.destination] += count
        descend(index + 1, cost + count * move.cost)
        left[move.village] += count
        received[move.destination] -= count
      }
    }
    descend(0, 0)
    return best
  }

  @Test(arguments: 0..<200)
  func equalToFullSearch(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let problem = Self.small(&random)
    let found = try problem.solve()
    let best = Self.fullSearch(problem)
    #expect(found.short.reduce(0, +) == best.short, "seed \(seed)")
    #expect(found.cost == best.cost, "seed \(seed)")
    #expect(abs(found.bound - Double(found.cost)) < 1e-3, "seed \(seed)")
    #expect(found.provesShortage, "seed \(seed)")
    // Households moved are households received, and with those left over all there are.
    #expect(found.moved.reduce(0, +) == found.received(problem).reduce(0, +), "seed \(seed)")
    #expect(
      found.moved.reduce(0, +) + best.short == problem.households.reduce(0, +), "seed \(seed)")
  }

  /// More room never leaves more households over, nor costs more where as many are.
  @Test(arguments: 0..<60)
  func moreRoomIsNeverWorse(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var problem = Self.small(&random)
    let before = try problem.solve()
    for index in problem.destinations.indices {
      problem.destinations[index].capacity += Int.random(in: 0...3, using: &random)
    }
    let after = try problem.solve()
    let (one, other) = (before.short.reduce(0, +), after.short.reduce(0, +))
    #expect((other, other < one ? 0 : after.cost) <= (one, before.cost), "seed \(seed)")
  }
}
