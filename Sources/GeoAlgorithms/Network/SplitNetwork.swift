public import GeoModel

/// A network whose edges are cut at the places where paths begin and end, so that those places
/// are nodes and a path is nothing but whole edges.
public struct SplitNetwork: Sendable {
  /// The places of the nodes: those of the network first, then the new ones.
  public let nodes: [Coordinate]
  /// The node in which each piece begins.
  public let origins: [Int32]
  /// The node in which each piece ends.
  public let destinations: [Int32]
  /// The length of each piece in micrometres.
  public let lengths: [Micrometres]
  /// The edge of the network that each piece is a part of.
  public let edges: [Int32]
  /// The way along that edge from its first node to where the piece begins, in micrometres.
  public let offsets: [Micrometres]
  /// The node of each position that was given.
  public let positionNodes: [Int32]

  /// The number of pieces.
  public var pieceCount: Int { edges.count }

  /// Cuts the edges of `network` at `positions`. A position at an end of its edge is that node;
  /// positions at the same offset of an edge are one node. Pieces of an edge have its length
  /// together. O(edges + p log p).
  public init(_ network: NodedLines, at positions: [EdgePosition]) {
    let order = positions.indices.sorted {
      let (left, right) = (positions[$0], positions[$1])
      return (left.edge, left.offset, $0) < (right.edge, right.offset, $1)
    }
    var nodes = network.nodes
    var pieces = Pieces()
    pieces.reserveCapacity(network.edgeCount + positions.count)
    var positionNodes = [Int32](repeating: -1, count: positions.count)
    var next = 0
    for edge in 0..<network.edgeCount {
      let length = network.lengths[edge]
      var node = network.origins[edge]
      var offset: Micrometres = 0
      while next < order.count, positions[order[next]].edge == Int32(edge) {
        let position = positions[order[next]]
        if position.offset >= length, length > 0 {
          positionNodes[order[next]] = network.destinations[edge]
        } else {
          if position.offset > offset {
            nodes.append(position.point)
            let new = Int32(nodes.count - 1)
            pieces.append(node, new, position.offset - offset, Int32(edge), offset)
            node = new
            offset = position.offset
          }
          positionNodes[order[next]] = node
        }
        next += 1
      }
      pieces.append(node, network.destinations[edge], length - offset, Int32(edge), offset)
    }
    self.nodes = nodes
    origins = pieces.origins
    destinations = pieces.destinations
    lengths = pieces.lengths
    edges = pieces.edges
    offsets = pieces.offsets
    self.positionNodes = positionNodes
  }

  private struct Pieces {
    var origins: [Int32] = []
    var destinations: [Int32] = []
    var lengths: [Micrometres] = []
    var edges: [Int32] = []
    var offsets: [Micrometres] = []

    mutating func reserveCapacity(_ count: Int) {
      origins.reserveCapacity(count)
      destinations.reserveCapacity(count)
      lengths.reserveCapacity(count)
      edges.reserveCapacity(count)
      offsets.reserveCapacity(count)
    }

    mutating func append(
      _ origin: Int32, _ destination: Int32, _ length: Micrometres, _ edge: Int32,
      _ offset: Micrometres
    ) {
      origins.append(origin)
      destinations.append(destination)
      lengths.append(length)
      edges.append(edge)
      offsets.append(offset)
    }
  }
}
