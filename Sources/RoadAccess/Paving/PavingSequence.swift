import GeoAlgorithms

/// Which demands are joined as link after link is paved.
///
/// Each set of joined nodes knows the groups whose roots it holds and the demands that wait in it;
/// of two sets the smaller is poured into the greater. Almost O(links + demands × log) in all.
struct PavingSequence {
  private let problem: PavingProblem
  private var sets: DisjointSets
  private var groups: [Int32: Set<Int>] = [:]
  private var waiting: [Int32: [Int]] = [:]
  private var isJoined: [Bool]

  /// Makes a sequence in which nothing is paved; what is joined so is not told of.
  init(_ problem: PavingProblem) {
    self.problem = problem
    sets = DisjointSets(count: problem.nodeCount)
    isJoined = problem.joined(by: EmptyCollection())
    for (group, nodes) in problem.roots.enumerated() {
      for node in nodes { groups[node, default: []].insert(group) }
    }
    for (demand, value) in problem.demands.enumerated() where !isJoined[demand] {
      for node in value.nodes { waiting[node, default: []].append(demand) }
    }
  }

  /// Paves `links` and returns the demands that this joins, in order.
  mutating func pave(_ links: [Int]) -> [Int] {
    var gained: [Int] = []
    for link in links.map({ problem.links[$0] }) { unite(link.from, link.to, &gained) }
    return gained.sorted()
  }

  private mutating func unite(_ one: Int32, _ other: Int32, _ gained: inout [Int]) {
    let (left, right) = (sets.root(of: one), sets.root(of: other))
    guard left != right else { return }
    sets.unite(left, right)
    let root = sets.root(of: left)
    let held = [left, right].map { groups.removeValue(forKey: $0) ?? [] }
    // What waits on one side may find its roots on the other.
    var rest: [[Int]] = [[], []]
    for (side, end) in [left, right].enumerated() {
      for demand in waiting.removeValue(forKey: end) ?? [] where !isJoined[demand] {
        if held[1 - side].contains(problem.demands[demand].group) {
          isJoined[demand] = true
          gained.append(demand)
        } else {
          rest[side].append(demand)
        }
      }
    }
    let greater = held[0].count >= held[1].count ? 0 : 1
    groups[root] = held[greater].union(held[1 - greater])
    let longer = rest[0].count >= rest[1].count ? 0 : 1
    waiting[root] = rest[longer] + rest[1 - longer]
  }
}
