/// Leaves out what a choice of links does not need.
struct PavingPruning {
  let problem: PavingProblem

  /// Choices of more links than this are left as they are: each link is tried on its own.
  static let greatestChoice = 1500
  /// The links of a choice times all nodes and links, at most.
  static let greatestWork = 200_000_000

  /// A choice without the links that it does not need for joining the weight `goal`, the most
  /// costly tried first. O(links of the choice × (nodes + links)).
  func pruned(_ chosen: [Int], goal: Int) -> [Int] {
    let size = problem.nodeCount + problem.links.count
    guard chosen.count <= Self.greatestChoice,
      chosen.count <= Self.greatestWork / max(1, size)
    else { return chosen }
    var kept = Set(chosen)
    let order = chosen.sorted {
      let (left, right) = (problem.links[$0].cost, problem.links[$1].cost)
      return left != right ? left > right : $0 < $1
    }
    for link in order {
      kept.remove(link)
      if problem.weight(joinedBy: kept) < goal { kept.insert(link) }
    }
    return kept.sorted()
  }
}
