import GeoAlgorithms
import GeoModel

/// Walks along the edges of a network from junction to junction.
struct SectionBuilder {
  private let roads: RoadNetwork
  private let ends: EdgeEnds
  /// A number for each edge, equal where two edges may be of one section.
  private let kinds: [Int32]
  private var walked: [Int32] = []
  private var starts: [Int32] = [0]
  private(set) var isReversed: [Bool]

  init(_ roads: RoadNetwork) {
    self.roads = roads
    ends = EdgeEnds(roads.edges)
    isReversed = [Bool](repeating: false, count: roads.edges.edgeCount)
    let lineKinds = roads.attributes.kinds
    let tierCount = Int32(EdgeTier.allCases.count)
    kinds = roads.edges.lines.indices.map { edge in
      let line = Int(roads.edges.lines[edge])
      let kind =
        (lineKinds[line] * tierCount + Int32(roads.surfaceTiers[edge].rawValue)) * tierCount
        + Int32(roads.allSeasonTiers[edge].rawValue)
      return kind * 2 + (roads.attributes.bridges[line] ? 1 : 0)
    }
  }

  /// The edges of a section as it was walked, by its number in the order of walking.
  func edges(of section: Int) -> ArraySlice<Int32> {
    walked[Int(starts[section])..<Int(starts[section + 1])]
  }

  /// Divides all edges into sections.
  mutating func walk() {
    let network = roads.edges
    walked.reserveCapacity(network.edgeCount)
    var isWalked = [Bool](repeating: false, count: network.edgeCount)
    // Sections with ends first; what is left then are rings.
    for edge in 0..<network.edgeCount where !isWalked[edge] {
      for isOrigin in [true, false] where !isWalked[edge] {
        let node = isOrigin ? network.origins[edge] : network.destinations[edge]
        if next(at: Int(node), from: edge) == nil {
          walk(from: edge, forwards: isOrigin, &isWalked)
        }
      }
    }
    for node in rings(isWalked) {
      guard let (first, second) = ends.pair(at: node), !isWalked[first.edge] else { continue }
      // Of the two ways round a ring the one whose positions come first.
      let here = firstStep(first)
      let there = firstStep(second)
      let chosen = there < here ? second : first
      walk(from: chosen.edge, forwards: chosen.isOrigin, &isWalked)
    }
  }

  /// The nodes of edges not walked yet, by place.
  private func rings(_ isWalked: [Bool]) -> [Int] {
    let network = roads.edges
    return isWalked.indices.filter { !isWalked[$0] }.map { Int(network.origins[$0]) }
      .sorted { network.nodes[$0] < network.nodes[$1] }
  }

  private func firstStep(_ end: EdgeEnds.End) -> Coordinate {
    let range = roads.edges.shapes.range(end.edge)
    return roads.edges.shapes.coordinates[
      end.isOrigin ? range.lowerBound + 1 : range.upperBound - 2]
  }

  /// The end by which the section of `edge` goes on over a node; `nil` where it ends there.
  private func next(at node: Int, from edge: Int) -> EdgeEnds.End? {
    guard let (first, second) = ends.pair(at: node), first.edge != second.edge,
      kinds[first.edge] == kinds[second.edge]
    else { return nil }
    return first.edge == edge ? second : first
  }

  private mutating func walk(from edge: Int, forwards: Bool, _ isWalked: inout [Bool]) {
    let network = roads.edges
    var (edge, forwards) = (edge, forwards)
    let begin = walked.count
    while !isWalked[edge] {
      isWalked[edge] = true
      walked.append(Int32(edge))
      isReversed[edge] = !forwards
      let node = forwards ? network.destinations[edge] : network.origins[edge]
      guard let next = next(at: Int(node), from: edge) else { break }
      edge = next.edge
      forwards = next.isOrigin
    }
    turn(begin..<walked.count)
    starts.append(Int32(walked.count))
  }

  /// Turns a section that begins at the greater of its ends. A loop is turned where it comes before
  /// itself the other way round.
  private mutating func turn(_ range: Range<Int>) {
    let network = roads.edges
    let (first, last) = (Int(walked[range.lowerBound]), Int(walked[range.upperBound - 1]))
    let begin = network.nodes[
      Int(isReversed[first] ? network.destinations[first] : network.origins[first])]
    let end = network.nodes[
      Int(isReversed[last] ? network.origins[last] : network.destinations[last])]
    if begin < end { return }
    if begin == end {
      let shape = Self.shape(walked[range], isReversed, network)
      guard shape.reversed().lexicographicallyPrecedes(shape) else { return }
    }
    walked[range].reverse()
    for edge in walked[range] { isReversed[Int(edge)].toggle() }
  }

  /// The sections by place, then by what the source says of them.
  func order() -> [Int] {
    let network = roads.edges
    let first = (0..<starts.count - 1).map { section in
      let edge = Int(walked[Int(starts[section])])
      return network.nodes[
        Int(isReversed[edge] ? network.destinations[edge] : network.origins[edge])]
    }
    return first.indices.sorted { left, right in
      if first[left] != first[right] { return first[left] < first[right] }
      let (one, other) = (
        Self.shape(edges(of: left), isReversed, network),
        Self.shape(edges(of: right), isReversed, network)
      )
      if one != other { return one.lexicographicallyPrecedes(other) }
      return text(left).lexicographicallyPrecedes(text(right))
    }
  }

  private func text(_ section: Int) -> [String] {
    let line = Int(roads.edges.lines[Int(walked[Int(starts[section])])])
    let attributes = roads.attributes
    return [
      attributes.className(line) ?? "", attributes.surfaceName(line) ?? "",
      attributes.bridges[line] ? "bridge" : "",
    ]
  }

  /// The positions of edges that follow one another.
  static func shape(
    _ edges: ArraySlice<Int32>, _ isReversed: [Bool], _ network: NodedLines
  ) -> [Coordinate] {
    var shape: [Coordinate] = []
    for edge in edges {
      let own = network.shapes[Int(edge)]
      shape += (isReversed[Int(edge)] ? own.reversed() : Array(own)).dropFirst(
        shape.isEmpty ? 0 : 1)
    }
    return shape
  }
}
