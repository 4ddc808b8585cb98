extension NodedLines {
  /// The stretch of road that each edge belongs to: edges that follow one another where nothing
  /// else joins are one stretch, as long as their attribute is the same. Numbered from 0.
  ///
  /// Where a line was cut for no reason but its drawing, its pieces are one stretch, so what is
  /// said of stretches does not depend on such cuts. Call after ``removeDuplicates(attributes:)``.
  /// Almost O(nodes + edges).
  ///
  /// - Parameter attributes: a number for each line of the input.
  public func stretches(attributes: [Int32]) -> [Int32] {
    // For each node its number of edge ends, and the first two edges.
    var counts = [Int32](repeating: 0, count: nodes.count)
    var firsts = [Int32](repeating: -1, count: nodes.count)
    var seconds = [Int32](repeating: -1, count: nodes.count)
    for edge in 0..<edgeCount {
      for node in [Int(origins[edge]), Int(destinations[edge])] {
        if counts[node] == 0 { firsts[node] = Int32(edge) }
        if counts[node] == 1 { seconds[node] = Int32(edge) }
        counts[node] += 1
      }
    }
    var sets = DisjointSets(count: edgeCount)
    for node in nodes.indices where counts[node] == 2 {
      let (first, second) = (firsts[node], seconds[node])
      if attributes[Int(lines[Int(first)])] == attributes[Int(lines[Int(second)])] {
        sets.unite(first, second)
      }
    }
    return sets.labels().labels
  }
}
