public import GeoAlgorithms
public import GeoModel

/// The roads in sections: what a planner calls one road and would harden, survey or close at once.
///
/// A section is the longest stretch between junctions, dead ends and changes of class, surface,
/// what is known of it (tier), or bridge. Where a line was cut for no reason but its drawing its
/// pieces are one section. Sections are numbered from 0 by their places, from west to east and
/// south to north of their first position, so that the order, direction, cutting and doubling of
/// the lines change no number. Each runs from the lesser of its ends, by longitude then latitude;
/// a ring that no other road meets begins at its least node.
///
/// Immutable and shareable; made on request, because only some questions need it.
public struct RoadSections: Sendable {
  /// The edges of all sections one after the other, each section's in the order of its run.
  public let edges: [Int32]
  /// Where each section begins in ``edges``, and the end of the last.
  public let starts: [Int32]
  /// For each edge of the network its section.
  public let sectionOfEdge: [Int32]
  /// For each edge of the network the way along the section to where it begins, in the direction
  /// of the section, in micrometres.
  public let edgeOffsets: [Micrometres]
  /// For each edge of the network whether it runs against its section.
  public let isReversed: [Bool]
  /// The length of each section in micrometres.
  public let lengths: [Micrometres]

  private let network: RoadNetwork

  /// The number of sections.
  public var count: Int { lengths.count }

  /// Finds the sections of `network`. O(n log n) for *n* edges.
  public init(_ network: RoadNetwork) {
    var builder = SectionBuilder(network)
    builder.walk()
    let order = builder.order()
    var edges: [Int32] = []
    var starts: [Int32] = [0]
    var lengths: [Micrometres] = []
    var sectionOfEdge = [Int32](repeating: -1, count: network.edges.edgeCount)
    var offsets = [Micrometres](repeating: 0, count: network.edges.edgeCount)
    edges.reserveCapacity(network.edges.edgeCount)
    starts.reserveCapacity(order.count + 1)
    lengths.reserveCapacity(order.count)
    for (number, walked) in order.enumerated() {
      var length: Micrometres = 0
      for edge in builder.edges(of: walked) {
        edges.append(edge)
        sectionOfEdge[Int(edge)] = Int32(number)
        offsets[Int(edge)] = length
        length += network.edges.lengths[Int(edge)]
      }
      starts.append(Int32(edges.count))
      lengths.append(length)
    }
    self.edges = edges
    self.starts = starts
    self.sectionOfEdge = sectionOfEdge
    self.lengths = lengths
    edgeOffsets = offsets
    isReversed = builder.isReversed
    self.network = network
  }

  /// The edges of a section in the order of its run.
  public func edges(of section: Int) -> ArraySlice<Int32> {
    edges[Int(starts[section])..<Int(starts[section + 1])]
  }

  /// Whether a section is hardened: clear, unknown, or adverse (not).
  public func surfaceTier(_ section: Int) -> EdgeTier {
    network.surfaceTiers[Int(edges[Int(starts[section])])]
  }

  /// Whether a section is all-season: clear, unknown, or adverse (not).
  public func allSeasonTier(_ section: Int) -> EdgeTier {
    network.allSeasonTiers[Int(edges[Int(starts[section])])]
  }

  /// The class of a section as text; `nil` where the source gives none.
  public func className(_ section: Int) -> String? {
    network.attributes.className(line(section))
  }

  /// The surface of a section as the source spells it; `nil` where it gives none.
  public func surfaceName(_ section: Int) -> String? {
    network.attributes.surfaceName(line(section))
  }

  /// Whether a section is a bridge.
  public func isBridge(_ section: Int) -> Bool { network.attributes.bridges[line(section)] }

  /// A line of the input that the section runs along; of several the least.
  public func leastLine(_ section: Int) -> Int {
    Int(edges(of: section).map { network.edges.lines[Int($0)] }.min() ?? 0)
  }

  /// Where a section begins and ends; the same node for a loop.
  public func ends(_ section: Int) -> (first: Int32, last: Int32) {
    let own = edges(of: section)
    let (first, last) = (Int(own[own.startIndex]), Int(own[own.endIndex - 1]))
    let network = network.edges
    return (
      isReversed[first] ? network.destinations[first] : network.origins[first],
      isReversed[last] ? network.origins[last] : network.destinations[last]
    )
  }

  /// The positions of a section, longitude and latitude, from its beginning to its end.
  public func shape(_ section: Int) -> [Coordinate] {
    SectionBuilder.shape(edges(of: section), isReversed, network.edges)
  }

  /// The positions of the part of a section between two ways along it, in micrometres; from the
  /// greater to the lesser where `start` is the greater. The ends are cut in proportion to length.
  public func shape(
    _ section: Int, from start: Micrometres, to end: Micrometres
  ) -> [Coordinate] {
    let part = LinePart.cut(shape(section), from: min(start, end), to: max(start, end))
    return start <= end ? part : part.reversed()
  }

  private func line(_ section: Int) -> Int {
    Int(network.edges.lines[Int(edges[Int(starts[section])])])
  }
}
