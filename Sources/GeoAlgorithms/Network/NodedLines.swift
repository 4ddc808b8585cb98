public import GeoModel

/// Lines cut at their junctions: the nodes and edges of a network, with the shape of each edge.
///
/// Nothing about it depends on the direction, order, doubling or cutting of the lines except the
/// numbers of nodes and edges, and that an edge may be in more or fewer pieces.
public struct NodedLines: Sendable {
  /// The places of the nodes, longitude and latitude in degrees.
  public internal(set) var nodes: [Coordinate] = []
  /// The node in which each edge begins.
  public internal(set) var origins: [Int32] = []
  /// The node in which each edge ends; the same as the first for a loop.
  public internal(set) var destinations: [Int32] = []
  /// The line of the input that each edge is a piece of.
  public internal(set) var lines: [Int32] = []
  /// The geodesic length of each edge in micrometres: the sum over its segments, each rounded.
  public internal(set) var lengths: [Micrometres] = []
  /// The positions of each edge, from its first node to its last.
  public internal(set) var shapes = PolylineSet()
  /// What was met on the way.
  public internal(set) var report = NodingReport()

  /// The number of edges.
  public var edgeCount: Int { lines.count }
}

/// What noding left out or changed, for the findings of a study.
public struct NodingReport: Sendable, Hashable {
  /// Lines of the input with fewer than two different positions, in order; left out.
  public var linesWithoutLength: [Int] = []
  /// Lines of the input with a position that is not a pair of finite numbers, in order; left out.
  public var linesNotFinite: [Int] = []
  /// Places where two lines cross between their vertices and were joined (`join: crossings`).
  public var crossings = 0
  /// Vertices joined to a line, or to another vertex, that they touch without sharing a vertex
  /// (`join: crossings`).
  public var touches = 0
  /// Edges left out because another with the same attribute runs along the same positions.
  public var duplicateEdges = 0

  /// Makes an empty report.
  public init() {}
}

/// How lines become a network.
public enum LineJoin: String, Sendable, Hashable, CaseIterable {
  /// Lines are joined where they share a vertex, ends or not: OpenStreetMap's own topology.
  case vertices
  /// Besides, lines are joined where they cross or touch, unless their grades differ.
  case crossings
}
