public import GEOSKit
internal import GeoAlgorithms
public import GeoModel
internal import PROJKit

/// Forest cover of units from the plots of an inventory, by type and by function.
///
/// Overlaps between plots are resolved first (``DisjointPlots``), patches are formed of what counts
/// as forest over the whole source, and only then are plots cut at the borders of units. Land that no
/// plot covers is other land; a plot whose type is not known is no data. Areas are geodesic.
///
/// The method: Docs/methods/forest-from-polygons.md.
public struct InventoryForestCover: Sendable {
  /// The plots, each piece of ground once.
  public let disjoint: DisjointPlots
  /// The forest that counts, by patches.
  public let forest: PolygonForestCover

  private let counted: Set<ForestType>
  private let tree: PackedRTree

  /// Resolves the plots and forms patches.
  ///
  /// - Parameters:
  ///   - plots: valid; longitude and latitude.
  ///   - counted: the types that count as forest by the rule.
  ///   - leastPatchArea: in **square metres**; a patch of just that area counts.
  /// - Throws: what GEOS reports for areas that are not valid.
  public init(
    plots: [ForestPlot], counted: Set<ForestType>, leastPatchArea: Double
  ) throws(GEOSError) {
    let disjoint = try DisjointPlots(plots)
    self.disjoint = disjoint
    self.counted = counted
    forest = try PolygonForestCover(
      polygons: disjoint.plots.filter { $0.type.map(counted.contains) ?? false }
        .flatMap(\.polygons),
      leastPatchArea: leastPatchArea)
    tree = PackedRTree(
      disjoint.plots.map { Geometry.multiPolygon($0.polygons).boundingBox })
  }

  /// The division of a unit's area, with the areas of its types and functions.
  ///
  /// - Parameters:
  ///   - unit: the unit's areas (valid; longitude and latitude).
  ///   - area: its geodesic area in **square metres**.
  /// - Throws: what GEOS reports for areas that are not valid.
  public func areas(in unit: [Polygon], area: Double) throws(GEOSError) -> ForestAreas {
    var areas = try forest.areas(in: unit, area: area)
    var types = Dictionary(uniqueKeysWithValues: ForestType.allCases.map { ($0, 0.0) })
    var functions = Dictionary(uniqueKeysWithValues: ForestFunction.allCases.map { ($0, 0.0) })
    var tellsFunctions = false
    var unknown = 0.0
    // In the order of the plots, so that the sums do not depend on the tree.
    for index in tree.items(meeting: Geometry.multiPolygon(unit).boundingBox) {
      let plot = disjoint.plots[index]
      guard !plot.polygons.isEmpty else { continue }
      let inside = Geodesic.area(of: try Overlay.intersection(plot.polygons, unit))
      guard let type = plot.type else {
        unknown += inside
        continue
      }
      types[type, default: 0] += inside
      if let function = plot.function {
        tellsFunctions = true
        if counted.contains(type) { functions[function, default: 0] += inside }
      }
    }
    let ofCounted = ForestType.allCases.filter(counted.contains)
      .reduce(0) { $0 + (types[$1] ?? 0) }
    areas.water = types[.water] ?? 0
    areas.types = types
    areas.functions = tellsFunctions ? functions : nil
    areas.smallPatches = max(0, ofCounted - areas.forest)
    areas.noData = min(unknown, areas.other)
    areas.other -= areas.noData
    return areas
  }
}
