/// Sets of nodes that grow together, with paths halved on the way.
///
/// Source: R. E. Tarjan and J. van Leeuwen, "Worst-case analysis of set union algorithms", JACM
/// 31(2), 1984, doi:10.1145/62.2160.
struct NodeSets {
  private var parents: [Int32]
  private var sizes: [Int32]

  /// Makes `count` sets of one.
  init(count: Int) {
    parents = Array(0..<Int32(count))
    sizes = [Int32](repeating: 1, count: count)
  }

  /// The node that stands for the set of `node`. Almost O(1).
  mutating func root(of node: Int32) -> Int32 {
    var node = node
    while parents[Int(node)] != node {
      parents[Int(node)] = parents[Int(parents[Int(node)])]
      node = parents[Int(node)]
    }
    return node
  }

  /// Makes one set of the sets of `left` and `right`.
  mutating func unite(_ left: Int32, _ right: Int32) {
    var greater = root(of: left)
    var less = root(of: right)
    guard greater != less else { return }
    if sizes[Int(greater)] < sizes[Int(less)] { swap(&greater, &less) }
    parents[Int(less)] = greater
    sizes[Int(greater)] += sizes[Int(less)]
  }
}
