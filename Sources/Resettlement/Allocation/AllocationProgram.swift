internal import SolverKit

/// The problem as a mixed-integer program.
///
/// x of a move is the number of households that make it (of a village that is kept together: whether
/// it does), u of a village the number left over, y of a place whether it is opened. Every household
/// moves or is left over; a place receives no more than its capacity, and where it is opened no less
/// than its least. With y settled it is a transportation problem, whose corner solutions are whole
/// numbers, so x need not be declared whole: A. J. Hoffman and J. B. Kruskal, "Integral boundary points
/// of convex polyhedra", 1956.
struct AllocationProgram {
  let problem: AllocationProblem
  /// One unit of the program's objective, so that its numbers are near 1.
  static let scale = 1000.0
  /// Up to so many conditions "no move to a place that is not opened" are written down one by one,
  /// which makes bounds far better and each step slower.
  private static let greatestLinks = 20_000

  private var model = LinearModel(.minimise)
  private(set) var moves: [Int] = []
  private(set) var left: [Int] = []
  private(set) var opened: [Int?] = []

  /// The program without an objective.
  init(_ problem: AllocationProblem) {
    self.problem = problem
    let isWhole = problem.keepsTogether
    for move in problem.moves {
      let greatest = amount(of: move, isWhole)
      moves.append(
        isWhole
          ? model.add(.decision())
          : model.add(LinearModel.Column(lower: 0, upper: Double(greatest))))
    }
    for count in problem.households {
      left.append(
        isWhole
          ? model.add(.decision()) : model.add(LinearModel.Column(lower: 0, upper: Double(count))))
    }
    opened = problem.destinations.map { place in
      place.isOpened ? model.add(.decision()) : nil
    }
    addRows()
  }

  private func amount(of move: AllocationProblem.Move, _ isWhole: Bool) -> Int {
    let count = problem.households[move.village]
    return isWhole ? count : min(count, problem.destinations[move.destination].capacity)
  }

  private mutating func addRows() {
    let isWhole = problem.keepsTogether
    var ofVillage = [[LinearModel.Term]](repeating: [], count: problem.households.count)
    var ofPlace = [[LinearModel.Term]](repeating: [], count: problem.destinations.count)
    for (index, move) in problem.moves.enumerated() {
      ofVillage[move.village].append(LinearModel.Term(moves[index]))
      ofPlace[move.destination].append(
        LinearModel.Term(moves[index], isWhole ? Double(problem.households[move.village]) : 1))
    }
    for (village, count) in problem.households.enumerated() {
      let whole = isWhole ? 1.0 : Double(count)
      model.add(
        LinearModel.Row(
          lower: whole, upper: whole, ofVillage[village] + [LinearModel.Term(left[village])]))
    }
    for (index, place) in problem.destinations.enumerated() where !ofPlace[index].isEmpty {
      guard let open = opened[index] else {
        model.add(LinearModel.Row(upper: Double(place.capacity), ofPlace[index]))
        continue
      }
      model.add(
        LinearModel.Row(
          upper: 0, ofPlace[index] + [LinearModel.Term(open, -Double(place.capacity))]))
      if place.least > 0 {
        model.add(
          LinearModel.Row(
            lower: 0, ofPlace[index] + [LinearModel.Term(open, -Double(place.least))]))
      }
    }
    addLinks()
  }

  /// No move to a place that is not opened.
  private mutating func addLinks() {
    let links = problem.moves.indices.filter { opened[problem.moves[$0].destination] != nil }
    guard links.count <= Self.greatestLinks else { return }
    for index in links {
      guard let open = opened[problem.moves[index].destination] else { continue }
      let greatest =
        problem.keepsTogether ? 1 : Double(amount(of: problem.moves[index], false))
      guard greatest > 0 else { continue }
      model.add(
        LinearModel.Row(
          upper: 0, [LinearModel.Term(moves[index], 1), LinearModel.Term(open, -greatest)]))
    }
  }

  private func weight(ofLeft village: Int) -> Double {
    problem.keepsTogether ? Double(problem.households[village]) : 1
  }

  /// Asks for the fewest households left over.
  var forShortage: LinearModel {
    var columns = [Double](repeating: 0, count: model.columns.count)
    for village in left.indices { columns[left[village]] = weight(ofLeft: village) }
    return model.withObjective(columns)
  }

  /// Asks for the least cost with no more than `shortage` households left over; with the places
  /// `settled` where given.
  func forCost(shortage: Int, settled: [Bool]? = nil) -> LinearModel {
    var columns = [Double](repeating: 0, count: model.columns.count)
    for (index, move) in problem.moves.enumerated() {
      let count = problem.keepsTogether ? Double(problem.households[move.village]) : 1
      columns[moves[index]] = count * Double(move.cost) / Self.scale
    }
    for (index, place) in problem.destinations.enumerated() {
      if let open = opened[index] { columns[open] = Double(place.openingCost) / Self.scale }
    }
    var bounds: [Int: Double] = [:]
    for (index, isOpen) in (settled ?? []).enumerated() {
      if let open = opened[index] { bounds[open] = isOpen ? 1 : 0 }
    }
    var asked = model.withObjective(columns, fixing: bounds)
    asked.add(
      LinearModel.Row(
        upper: Double(shortage),
        left.indices.map { LinearModel.Term(left[$0], weight(ofLeft: $0)) }))
    return asked
  }
}

extension LinearModel {
  /// The same conditions with another objective, some columns at one value.
  fileprivate func withObjective(
    _ objective: [Double], fixing bounds: [Int: Double] = [:]
  ) -> LinearModel {
    var other = LinearModel(direction)
    for (index, column) in columns.enumerated() {
      var own = column
      own.objective = objective[index]
      if let value = bounds[index] {
        (own.lower, own.upper, own.isInteger) = (value, value, false)
      }
      other.add(own)
    }
    for row in rows { other.add(row) }
    return other
  }
}
