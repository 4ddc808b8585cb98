/// The links of a problem as seen from its nodes: the half links of a node are neighbours in an
/// array.
struct PavingGraph {
  /// A link as seen from one of its ends.
  struct HalfLink {
    /// The node at the other end.
    let head: Int32
    /// The link, an index of the problem's.
    let link: Int32
  }

  private let starts: [Int32]
  private let halfLinks: [HalfLink]

  /// O(nodes + links).
  init(_ problem: PavingProblem) {
    var starts = [Int32](repeating: 0, count: problem.nodeCount + 1)
    for link in problem.links {
      starts[Int(link.from) + 1] += 1
      starts[Int(link.to) + 1] += 1
    }
    for node in 0..<problem.nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var halfLinks = [HalfLink](
      repeating: HalfLink(head: -1, link: -1), count: 2 * problem.links.count)
    for (index, link) in problem.links.enumerated() {
      for (tail, head) in [(link.from, link.to), (link.to, link.from)] {
        halfLinks[Int(next[Int(tail)])] = HalfLink(head: head, link: Int32(index))
        next[Int(tail)] += 1
      }
    }
    self.starts = starts
    self.halfLinks = halfLinks
    let counts = zip(starts, starts.dropFirst()).map { $1 - $0 }
    let greatest = counts.indices.max { counts[$0] < counts[$1] }
    hub = greatest.flatMap { counts[$0] > Self.linksOfHub ? Int32($0) : nil }
  }

  /// The node of the hardened main roads: the one with most links, where these are very many. Ways
  /// over it are not searched link by link for every unit.
  let hub: Int32?

  private static let linksOfHub: Int32 = 1000

  /// The links at a node.
  @inline(__always)
  func halfLinks(of node: Int32) -> ArraySlice<HalfLink> {
    halfLinks[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
  }
}
