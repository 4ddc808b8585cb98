extension NodedLines {
  /// The stretch of road that each edge belongs to: edges that follow one another where nothing
  /// else joins are one stretch, as long as their attribute is the same. Numbered from 0.
  ///
  /// Where a line was cut for no reason but its drawing, its pieces are one stretch, so what is
  /// said of stretches does not depend on such cuts. Call after `removeDuplicates(attributes:)`.
  /// Almost O(nodes + edges).
  ///
  /// - Parameter attributes: a number for each line of the input.
  public func stretches(attributes: [Int32]) -> [Int32] {
    let ends = EdgeEnds(self)
    var sets = DisjointSets(count: edgeCount)
    for node in nodes.indices {
      guard let (first, second) = ends.pair(at: node) else { continue }
      if attributes[Int(lines[first.edge])] == attributes[Int(lines[second.edge])] {
        sets.unite(Int32(first.edge), Int32(second.edge))
      }
    }
    return sets.labels().labels
  }
}
