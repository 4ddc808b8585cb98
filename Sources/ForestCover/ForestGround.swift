public import GEOSKit
internal import GeoModel

/// The forest of one year from polygons, and what else its source tells of the ground.
public struct ForestGround: Sendable {
  /// The patches that count.
  public let forest: PolygonForestCover
  /// The inventory that they come from; `nil` where every polygon was forest.
  public let inventory: InventoryForestCover?

  /// The ground of plots whose type is not known.
  let unknown: IndexedAreas
  /// The plots of each type that occurs, united; empty where the source knows no types.
  let types: [(ground: GroundClass, areas: IndexedAreas)]

  /// The ground of a source of which every polygon is forest: nothing of it is unknown.
  public init(_ forest: PolygonForestCover) {
    self.forest = forest
    inventory = nil
    unknown = IndexedAreas([])
    types = []
  }

  /// The ground of an inventory.
  ///
  /// - Throws: what GEOS reports for areas that are not valid.
  public init(_ inventory: InventoryForestCover) throws(GEOSError) {
    forest = inventory.forest
    self.inventory = inventory
    let plots = inventory.disjoint.plots
    unknown = try IndexedAreas(uniting: plots.filter { $0.type == nil }.flatMap(\.polygons))
    var types: [(ground: GroundClass, areas: IndexedAreas)] = []
    for type in ForestType.allCases {
      let polygons = plots.filter { $0.type == type }.flatMap(\.polygons)
      if !polygons.isEmpty {
        types.append((.type(type), try IndexedAreas(uniting: polygons)))
      }
    }
    self.types = types
  }

  /// The functions that the plots tell; `nil` where they tell none.
  ///
  /// - Throws: what GEOS reports for areas that are not valid.
  public func functions() throws(GEOSError) -> FunctionAreas? {
    guard let plots = inventory?.disjoint.plots, plots.contains(where: { $0.function != nil })
    else { return nil }
    var polygons: [ForestFunction: [Polygon]] = [:]
    // A field of functions tells all of them: what it names nowhere is nowhere.
    for function in ForestFunction.allCases where function != .none {
      polygons[function] = plots.filter { $0.function == function }.flatMap(\.polygons)
    }
    return try FunctionAreas(polygons)
  }

  func areas(in unit: [Polygon], area: Double) throws(GEOSError) -> ForestAreas {
    guard let inventory else { return try forest.areas(in: unit, area: area) }
    return try inventory.areas(in: unit, area: area)
  }
}
