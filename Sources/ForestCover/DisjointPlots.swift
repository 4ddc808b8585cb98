public import GEOSKit
internal import GeoAlgorithms
public import GeoModel
internal import PROJKit

/// The plots of an inventory with every piece of ground in one plot only.
///
/// Where plots overlap the ground belongs to the plot whose type claims least (other land before
/// bare land before planted land before forest), among plots of one type to the first by position,
/// so that the order of the file decides nothing.
public struct DisjointPlots: Sendable {
  /// The plots in the order of their claims, each without what an earlier one has. A plot that lies
  /// wholly in others has no area left.
  public let plots: [ForestPlot]
  /// The overlaps that were found, the largest first.
  public let overlaps: [Overlap]

  /// Ground that two plots claim.
  public struct Overlap: Sendable, Hashable {
    /// The plot that has it.
    public var holder: String
    /// The plot that it was taken from.
    public var loser: String
    /// Whether the two are of different types.
    public var isContradiction: Bool
    /// Its area in **square metres**.
    public var area: Double
    /// A position in it.
    public var place: Coordinate?
  }

  /// Takes overlaps under a square metre for two drawings of one border: the ground still counts
  /// once, but they are not reported.
  private static let leastReported = 1.0

  /// Resolves the overlaps of `plots` (valid; longitude and latitude).
  ///
  /// - Throws: what GEOS reports for areas that are not valid.
  /// - Complexity: O(n log n) boxes, and an overlay for each pair of neighbours.
  public init(_ plots: [ForestPlot]) throws(GEOSError) {
    let order = Self.order(of: plots)
    let boxes = plots.map { Geometry.multiPolygon($0.polygons).boundingBox }
    let tree = PackedRTree(boxes)
    var rank = [Int](repeating: 0, count: plots.count)
    for (place, index) in order.enumerated() { rank[index] = place }
    var resolved: [ForestPlot] = []
    var overlaps: [Overlap] = []
    for index in order where !plots[index].polygons.isEmpty {
      var plot = plots[index]
      let earlier = tree.items(meeting: boxes[index])
        .filter { rank[$0] < rank[index] && !plots[$0].polygons.isEmpty }
        .sorted { rank[$0] < rank[$1] }
      for other in earlier where !plot.polygons.isEmpty {
        let common = try Overlay.intersection(plot.polygons, plots[other].polygons)
        let area = Geodesic.area(of: common)
        guard area > 0 else { continue }
        plot.polygons = try Overlay.difference(plot.polygons, plots[other].polygons)
        guard area >= Self.leastReported else { continue }
        overlaps.append(
          Overlap(
            holder: plots[other].label, loser: plot.label,
            isContradiction: plots[other].type != plot.type, area: area,
            place: try Overlay.representativePoint(of: common)))
      }
      resolved.append(plot)
    }
    self.plots = resolved
    self.overlaps = overlaps.sorted {
      ($1.area, $0.holder, $0.loser) < ($0.area, $1.holder, $1.loser)
    }
  }

  /// The places of the plots by claim, then by position.
  private static func order(of plots: [ForestPlot]) -> [Int] {
    let places = SourceOrder.ranks(of: plots.map(\.polygons))
    return plots.indices.sorted {
      (plots[$0].type?.claim ?? .max, places[$0], $0)
        < (plots[$1].type?.claim ?? .max, places[$1], $1)
    }
  }
}
