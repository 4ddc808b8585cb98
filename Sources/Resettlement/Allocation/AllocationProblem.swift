/// Who has to move, where there is room, and what a move costs.
///
/// All quantities are whole numbers, so that sums are exact: households, and costs in **metres of one
/// household's move** (or what the plan takes to be worth as much).
public struct AllocationProblem: Sendable, Hashable {
  /// A place that takes in households.
  public struct Destination: Sendable, Hashable {
    /// The greatest number of households.
    public var capacity: Int
    /// The least number for which it is opened at all; 0 for none.
    public var least: Int
    /// What it costs to be opened.
    public var openingCost: Int

    /// Makes a place.
    public init(capacity: Int, least: Int = 0, openingCost: Int = 0) {
      self.capacity = capacity
      self.least = least
      self.openingCost = openingCost
    }

    /// Whether it is a decision of its own to open it.
    var isOpened: Bool { least > 0 || openingCost > 0 }
  }

  /// A move that is possible.
  public struct Move: Sendable, Hashable {
    /// The village, an index of ``AllocationProblem/households``.
    public var village: Int
    /// The place, an index of ``AllocationProblem/destinations``.
    public var destination: Int
    /// What it costs a household, 0 or more.
    public var cost: Int

    /// Makes a move.
    public init(village: Int, destination: Int, cost: Int) {
      self.village = village
      self.destination = destination
      self.cost = cost
    }
  }

  /// The households of each village that have to move.
  public var households: [Int]
  /// The places.
  public var destinations: [Destination]
  /// The moves that are possible; a village and a place have one at most.
  public var moves: [Move]
  /// Whether the households of a village move to one place, or none of them does.
  public var keepsTogether: Bool

  /// Makes a problem.
  public init(
    households: [Int], destinations: [Destination], moves: [Move], keepsTogether: Bool = false
  ) {
    precondition(households.allSatisfy { $0 >= 0 }, "a number of households is 0 or more")
    precondition(
      moves.allSatisfy {
        households.indices.contains($0.village) && destinations.indices.contains($0.destination)
          && $0.cost >= 0
      }, "moves are from villages to places and cost 0 or more")
    self.households = households
    self.destinations = destinations
    self.moves = moves
    self.keepsTogether = keepsTogether
  }
}

/// Who goes where.
public struct Allocation: Sendable, Hashable {
  /// The households that make each of the problem's moves; parallel to them.
  public var moved: [Int]
  /// The households of each village for which there is no room.
  public var short: [Int]
  /// The cost of the moves and of the places that are opened.
  public var cost: Int
  /// What no allocation that leaves no more households over can cost less than.
  public var bound: Double
  /// Whether it is proven that no allocation leaves fewer households over.
  public var provesShortage: Bool

  /// How far the cost may be from the best, as a share of it: 0 for the very best.
  public var gap: Double {
    cost > 0 ? max(0, (Double(cost) - bound) / Double(cost)) : 0
  }

  /// The households that each place receives.
  public func received(_ problem: AllocationProblem) -> [Int] {
    var received = [Int](repeating: 0, count: problem.destinations.count)
    for (move, count) in zip(problem.moves, moved) { received[move.destination] += count }
    return received
  }
}
