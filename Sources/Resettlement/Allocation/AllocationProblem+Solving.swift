internal import SolverKit

/// How long an allocation is looked for: counted in work, never in seconds.
public struct AllocationEffort: Sendable, Hashable {
  /// The distance to the best that is good enough, as a share of the cost.
  public var gap: Double
  /// The work that the search tree may take: its nodes times the columns and rows of the program.
  public var work: Int

  /// Makes limits.
  public init(gap: Double = 0, work: Int = 4_000_000) {
    self.gap = gap
    self.work = work
  }
}

extension AllocationProblem {
  /// The allocation that leaves the fewest households over and, of those that do, costs least.
  ///
  /// Solved with CBC, twice where places are opened: who is left over, then at what cost; the numbers
  /// of the answer are whole, and are checked against the problem's conditions one by one before they
  /// are handed out. The same problem gives the same answer.
  ///
  /// - Throws: ``ResettlementError/solver(_:)``, ``ResettlementError/unproven(_:)``.
  public func solve(within effort: AllocationEffort = AllocationEffort()) throws(ResettlementError)
    -> Allocation
  {
    let program = AllocationProgram(self)
    let (shortage, isProven) = try self.shortage(program, effort)
    let model = program.forCost(shortage: shortage)
    let first = try Self.solve(model, effort.gap, effort.work)
    guard let solution = first.solution, let bound = first.bound else {
      throw .unproven("no allocation was found within the work allowed")
    }
    var values = solution.values
    if !keepsTogether, program.opened.contains(where: { $0 != nil }) {
      // With the places settled the corner of the transportation problem is whole.
      let settled = program.opened.map { open in open.map { values[$0] > 0.5 } ?? false }
      let second = try Self.solve(
        program.forCost(shortage: shortage, settled: settled), 0, effort.work)
      guard let solution = second.solution else {
        throw .unproven("the places that were opened do not hold the households")
      }
      values = solution.values
    }
    return try checked(
      program, values, bound: bound * AllocationProgram.scale, provesShortage: isProven)
  }

  /// The fewest households for which there is no room, and whether that is proven.
  private func shortage(
    _ program: AllocationProgram, _ effort: AllocationEffort
  ) throws(ResettlementError) -> (Int, Bool) {
    let outcome = try Self.solve(program.forShortage, 0, effort.work)
    guard let solution = outcome.solution else {
      // To leave everyone over is always possible.
      throw .unproven("no allocation was found within the work allowed")
    }
    let found = Int(solution.objective.rounded())
    let least = Int(((outcome.bound ?? 0) - 1e-5).rounded(.up))
    return (found, found <= max(0, least))
  }

  private static func solve(
    _ model: LinearModel, _ gap: Double, _ work: Int
  ) throws(ResettlementError) -> SolverOutcome {
    let size = max(1, model.columns.count + model.rows.count)
    do throws(SolverError) {
      return try model.solve(
        within: SolverLimits(relativeGap: gap, nodes: max(50, work / size)))
    } catch {
      throw .solver(error)
    }
  }

  /// The answer in whole numbers, after every condition has been looked at again.
  private func checked(
    _ program: AllocationProgram, _ values: [Double], bound: Double, provesShortage: Bool
  ) throws(ResettlementError) -> Allocation {
    func whole(_ column: Int, _ unit: Int) throws(ResettlementError) -> Int {
      let rounded = values[column].rounded()
      guard abs(values[column] - rounded) < 1e-4 else {
        throw .unproven("the solver divided a household")
      }
      return Int(rounded) * unit
    }
    var moved: [Int] = []
    for (index, move) in moves.enumerated() {
      moved.append(try whole(program.moves[index], keepsTogether ? households[move.village] : 1))
    }
    var short = households
    var received = [Int](repeating: 0, count: destinations.count)
    var cost = 0
    for (move, count) in zip(moves, moved) {
      short[move.village] -= count
      received[move.destination] += count
      cost += count * move.cost
    }
    for (place, count) in zip(destinations, received) {
      guard count <= place.capacity, count == 0 || count >= place.least else {
        throw .unproven("a place would receive \(count) households, against its limits")
      }
      if count > 0 { cost += place.openingCost }
    }
    guard short.allSatisfy({ $0 >= 0 }), !moved.contains(where: { $0 < 0 }) else {
      throw .unproven("more households would move than there are")
    }
    return Allocation(
      moved: moved, short: short, cost: cost, bound: min(bound, Double(cost)),
      provesShortage: provesShortage)
  }
}
