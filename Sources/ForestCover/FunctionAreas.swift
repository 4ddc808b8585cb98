public import GEOSKit
public import GeoModel
internal import PROJKit

/// What forest land is meant for, as areas of which no two overlap.
///
/// Where areas of two functions overlap the ground belongs to the stricter one: special use before
/// protection before production (Forestry Law 16/2017/QH14, articles 5 and 14).
public struct FunctionAreas: Sendable {
  /// The functions that the source tells, the strictest first. A function that is not among them is
  /// not known; one that is, and has no area, is known to be nowhere.
  public let functions: [ForestFunction]
  /// The ground that areas of two functions claimed, in **square metres**.
  public let overlap: Double

  private let areas: [IndexedAreas]

  private static let strictness: [ForestFunction] = [.specialUse, .protection, .production]

  /// Unites the areas of each function and takes away what a stricter one has.
  ///
  /// - Parameter polygons: the areas of each function that the source tells (valid; longitude and
  ///   latitude). Land outside the plan for forest (`ForestFunction/none`) is left out.
  /// - Throws: what GEOS reports for areas that are not valid.
  public init(_ polygons: [ForestFunction: [Polygon]]) throws(GEOSError) {
    functions = Self.strictness.filter { polygons[$0] != nil }
    var areas: [IndexedAreas] = []
    var overlap = 0.0
    var taken: [Polygon] = []
    for function in functions {
      let own = try Overlay.union(SourceOrder.sorted(polygons[function] ?? []))
      let doubled = Geodesic.area(of: try Overlay.intersection(own, taken))
      overlap += doubled
      areas.append(IndexedAreas(doubled > 0 ? try Overlay.difference(own, taken) : own))
      taken = try Overlay.union(taken + own)
    }
    self.areas = areas
    self.overlap = overlap
  }

  /// What of `unit` has each function; those without land in it are left out.
  ///
  /// - Throws: what GEOS reports for areas that are not valid.
  public func pieces(
    of unit: [Polygon]
  ) throws(GEOSError) -> [(function: ForestFunction, polygons: [Polygon])] {
    var pieces: [(function: ForestFunction, polygons: [Polygon])] = []
    for (function, area) in zip(functions, areas) {
      let part = try area.part(in: unit)
      if !part.isEmpty { pieces.append((function, part)) }
    }
    return pieces
  }

  /// The area of `ground` by function in **square metres**, 0 where it has none.
  func division(of ground: [Polygon]) throws(GEOSError) -> [ForestFunction: Double] {
    var division = Dictionary(uniqueKeysWithValues: functions.map { ($0, 0.0) })
    for piece in try pieces(of: ground) {
      division[piece.function] = Geodesic.area(of: piece.polygons)
    }
    return division
  }
}
