extension NodedLines {
  /// Leaves out every edge that runs along the same positions as an earlier one, in either
  /// direction, and has the same attribute: lines that were drawn or delivered twice. Counted in
  /// ``NodingReport/duplicateEdges``.
  ///
  /// - Parameter attributes: a number for each line of the input; doubled lines that differ in it
  ///   are both kept.
  /// - Parameter oneWays: for each line of the input whether it is open one way only; such a line is
  ///   doubled by one of the same direction alone. Empty where all are open both ways.
  public mutating func removeDuplicates(attributes: [Int32], oneWays: [Bool] = []) {
    var firstAtNode = [Int32](repeating: -1, count: nodes.count)
    var nextAtNode = [Int32](repeating: -1, count: edgeCount)
    var kept: [Int] = []
    kept.reserveCapacity(edgeCount)
    for edge in 0..<edgeCount {
      let node = Int(min(origins[edge], destinations[edge]))
      var other = firstAtNode[node]
      while other >= 0, !isDuplicate(edge, of: Int(other), attributes, oneWays) {
        other = nextAtNode[Int(other)]
      }
      guard other < 0 else { continue }
      nextAtNode[edge] = firstAtNode[node]
      firstAtNode[node] = Int32(edge)
      kept.append(edge)
    }
    guard kept.count < edgeCount else { return }
    report.duplicateEdges += edgeCount - kept.count
    var keptShapes = PolylineSet()
    for edge in kept { keptShapes.append(shapes[edge]) }
    shapes = keptShapes
    origins = kept.map { origins[$0] }
    destinations = kept.map { destinations[$0] }
    lengths = kept.map { lengths[$0] }
    lines = kept.map { lines[$0] }
  }

  private func isDuplicate(
    _ edge: Int, of other: Int, _ attributes: [Int32], _ oneWays: [Bool]
  ) -> Bool {
    guard lengths[edge] == lengths[other],
      attributes[Int(lines[edge])] == attributes[Int(lines[other])]
    else { return false }
    let (left, right) = (shapes[edge], shapes[other])
    if !oneWays.isEmpty {
      let isOneWay = oneWays[Int(lines[edge])]
      guard isOneWay == oneWays[Int(lines[other])] else { return false }
      if isOneWay { return left.elementsEqual(right) }
    }
    return left.elementsEqual(right) || left.elementsEqual(right.reversed())
  }
}
