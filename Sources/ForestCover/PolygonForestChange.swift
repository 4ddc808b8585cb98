public import GEOSKit
public import GeoModel
internal import PROJKit

/// Change of forest between two years from polygons or inventories, by overlay.
///
/// Each year's patches are formed over its whole source first. Gain is what of a unit is forest
/// after and was known and no forest before; loss the reverse. Areas are geodesic.
///
/// The method: Docs/methods/forest-change.md.
public struct PolygonForestChange: Sendable {
  private let before: ForestGround
  private let after: ForestGround
  private let functions: FunctionAreas?

  /// Lays two years over each other.
  ///
  /// - Parameters:
  ///   - before: the ground in the earlier year.
  ///   - after: the ground in the later year.
  ///   - functions: what the land is meant for; `nil` where it is not known.
  public init(before: ForestGround, after: ForestGround, functions: FunctionAreas?) {
    self.before = before
    self.after = after
    self.functions = functions
  }

  /// The change of a unit.
  ///
  /// - Parameters:
  ///   - unit: the unit's areas (valid; longitude and latitude).
  ///   - area: its geodesic area in **square metres**.
  /// - Throws: what GEOS reports for areas that are not valid.
  public func change(in unit: [Polygon], area: Double) throws(GEOSError) -> ForestChange {
    let first = try before.forest.forest(in: unit)
    let last = try after.forest.forest(in: unit)
    let unknownFirst = try before.unknown.part(in: unit)
    let unknownLast = try after.unknown.part(in: unit)
    let lost = try Overlay.difference(try Overlay.difference(first, last), unknownLast)
    let won = try Overlay.difference(try Overlay.difference(last, first), unknownFirst)
    let kept = Geodesic.area(of: try Overlay.intersection(first, last))
    let unknownBoth = Geodesic.area(of: try Overlay.intersection(unknownFirst, unknownLast))
    let (unknown, later) = (Geodesic.area(of: unknownFirst), Geodesic.area(of: unknownLast))
    let balance = ForestChange.Balance(
      kept: kept, gain: Geodesic.area(of: won), loss: Geodesic.area(of: lost),
      unknown: unknown + later - unknownBoth)
    var transitions: [GroundTransition: Double]
    if before.inventory != nil, after.inventory != nil {
      transitions = try typeTransitions(in: unit, area: area)
    } else {
      let toUnknown = Geodesic.area(of: try Overlay.intersection(first, unknownLast))
      let fromUnknown = Geodesic.area(of: try Overlay.intersection(unknownFirst, last))
      transitions = [
        GroundTransition(.forest, .forest): kept, GroundTransition(.forest, .other): balance.loss,
        GroundTransition(.other, .forest): balance.gain,
        GroundTransition(.forest, .noData): toUnknown,
        GroundTransition(.noData, .forest): fromUnknown,
        GroundTransition(.noData, .noData): unknownBoth,
        GroundTransition(.other, .noData): later - toUnknown - unknownBoth,
        GroundTransition(.noData, .other): unknown - fromUnknown - unknownBoth,
      ]
      transitions[GroundTransition(.other, .other)] =
        area - balance.kept - balance.gain - balance.loss - balance.unknown
    }
    return ForestChange(
      before: try before.areas(in: unit, area: area), after: try after.areas(in: unit, area: area),
      balance: balance, lossByFunction: try functions?.division(of: lost) ?? [:],
      transitions: transitions.filter { $0.value > Self.negligibleShare * area })
  }

  /// The share of a unit up to which a transition is none. Rests of a subtraction are as inexact as
  /// areas of parts are beside the area of their whole: overlay cuts edges that are straight in
  /// degrees, and their geodesics are not quite those of the pieces.
  private static let negligibleShare = 1e-6

  /// The transitions between the types of two inventories; what no plot covers is a class too.
  private func typeTransitions(
    in unit: [Polygon], area: Double
  ) throws(GEOSError) -> [GroundTransition: Double] {
    let rows = try parts(of: before, in: unit)
    let columns = try parts(of: after, in: unit)
    var transitions: [GroundTransition: Double] = [:]
    var rowRests = rows.map { Geodesic.area(of: $0.polygons) }
    var columnRests = columns.map { Geodesic.area(of: $0.polygons) }
    var rest = area - rowRests.reduce(0, +)
    for (row, from) in rows.enumerated() {
      for (column, to) in columns.enumerated() {
        let common = Geodesic.area(of: try Overlay.intersection(from.polygons, to.polygons))
        transitions[GroundTransition(from.ground, to.ground)] = common
        rowRests[row] -= common
        columnRests[column] -= common
      }
      transitions[GroundTransition(from.ground, .unplotted)] = rowRests[row]
    }
    for (column, to) in columns.enumerated() {
      transitions[GroundTransition(.unplotted, to.ground)] = columnRests[column]
      rest -= columnRests[column]
    }
    transitions[GroundTransition(.unplotted, .unplotted)] = rest
    return transitions
  }

  private func parts(
    of ground: ForestGround, in unit: [Polygon]
  ) throws(GEOSError) -> [(ground: GroundClass, polygons: [Polygon])] {
    var parts: [(ground: GroundClass, polygons: [Polygon])] = []
    for (type, areas) in ground.types + [(.noData, ground.unknown)] {
      let polygons = try areas.part(in: unit)
      if !polygons.isEmpty { parts.append((type, polygons)) }
    }
    return parts
  }
}
