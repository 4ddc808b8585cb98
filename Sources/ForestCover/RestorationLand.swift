public import GEOSKit
public import GeoModel
internal import PROJKit

/// The bare land of an inventory or of a raster on which forest could come to stand, plot by plot or
/// patch by patch, cut at the borders of units.
///
/// A plot outside the land planned for forest is left out, and so is one that with all other bare
/// land and the forest beside it would be a patch under the least area: planted, it would not count.
/// Both are measured, so that what is a candidate and what is left out add up to the bare land.
///
/// The method: Docs/methods/forest-restoration.md.
public struct RestorationLand: Sendable {
  /// A piece of bare land in one unit.
  public struct Piece: Sendable, Hashable {
    /// What tables call the plot or the patch.
    public var plot: String
    /// The index of the unit.
    public var unit: Int
    /// What the land is meant for; `nil` where the source does not tell.
    public var function: ForestFunction?
    /// Its area (longitude and latitude).
    public var polygons: [Polygon]
    /// Its geodesic area in **square metres**.
    public var area: Double
  }

  /// Bare land that is no candidate, in **square metres**.
  public struct LeftOut: Sendable, Hashable {
    /// Outside the land planned for forest.
    public var notPlanned = 0.0
    /// In plots or patches under the least area of a site, or in patches that would stay under the
    /// rule's least area.
    public var smallPatches = 0.0
    /// In pieces under a square metre: two drawings of one border.
    public var slivers = 0.0

    /// Makes an account without anything.
    public init() {}
  }

  /// The candidates in the order of the plots and then of the units; it does not depend on the order
  /// of the file.
  public internal(set) var pieces: [Piece] = []
  /// What is left out.
  public internal(set) var leftOut = LeftOut()

  static let leastPiece = 1.0

  /// Land without any.
  public init() {}

  /// Finds the candidates among `disjoint`.
  ///
  /// - Parameters:
  ///   - disjoint: the plots of an inventory, each piece of ground once.
  ///   - counted: the types that count as forest by the rule.
  ///   - leastPatchArea: in **square metres**; a patch of just that area counts.
  ///   - leastSiteArea: in **square metres**; a plot of just that area, before units cut it, is a
  ///     candidate.
  ///   - units: the units.
  /// - Throws: what GEOS reports for areas that are not valid.
  /// - Complexity: a union of forest and bare land, and an overlay for each plot and each unit it
  ///   meets.
  public init(
    _ disjoint: DisjointPlots, counted: Set<ForestType>, leastPatchArea: Double,
    leastSiteArea: Double = 0, units: RestorationUnits
  ) throws(GEOSError) {
    let bare = disjoint.plots.filter { $0.type == .bare && !$0.polygons.isEmpty }
    let planned = bare.filter { $0.function != ForestFunction.none }
    let patches = try PolygonForestCover(
      polygons: (disjoint.plots.filter { $0.type.map(counted.contains) ?? false } + planned)
        .flatMap(\.polygons),
      leastPatchArea: leastPatchArea)
    for plot in bare {
      let isSite = Geodesic.area(of: plot.polygons) >= leastSiteArea
      for unit in units.near(plot.polygons) {
        try cut(
          plot, at: units.polygons[unit], index: unit, patches: isSite ? patches : nil)
      }
    }
  }

  /// Cuts a plot at a unit; without `patches` it is too small for a site.
  private mutating func cut(
    _ plot: ForestPlot, at unit: [Polygon], index: Int, patches: PolygonForestCover?
  ) throws(GEOSError) {
    var large: [Polygon] = []
    var area = 0.0
    for part in plot.polygons {
      let inside = try Overlay.intersection([part], unit)
      let insideArea = Geodesic.area(of: inside)
      guard insideArea > 0 else { continue }
      if plot.function == ForestFunction.none {
        leftOut.notPlanned += insideArea
        continue
      }
      // A part hangs together, so all of it lies in one patch.
      let whole = Geodesic.area(of: part)
      guard let patches, try patches.areas(in: [part], area: whole).forest > whole / 2 else {
        leftOut.smallPatches += insideArea
        continue
      }
      large += inside
      area += insideArea
    }
    guard area > 0 else { return }
    guard area >= Self.leastPiece else {
      leftOut.slivers += area
      return
    }
    pieces.append(
      Piece(plot: plot.label, unit: index, function: plot.function, polygons: large, area: area))
  }
}
