public import GeoModel

/// How the area of a unit divides, all in **square metres**: forest, other land, no data, and
/// outside the source. The four close on the geodesic area of the unit.
public struct ForestAreas: Sendable, Hashable {
  /// The geodesic area of the unit.
  public var total: Double
  /// Forest that meets the rule.
  public var forest: Double
  /// Land that is known and no forest.
  public var other: Double
  /// Of ``other``, inland water.
  public var water: Double
  /// The areas of an inventory's types, overlaps counted once, patches under the least area not yet
  /// taken away; `nil` where the source knows no types.
  public var types: [ForestType: Double]?
  /// Of the types that count as forest, the areas by function; `nil` where the source tells none.
  public var functions: [ForestFunction: Double]?
  /// Of ``other``, what is of a type that counts as forest in patches under the least area.
  public var smallPatches: Double = 0
  /// Inside the source, and the source does not know.
  public var noData: Double
  /// Outside the source's extent.
  public var outside: Double
  /// The number of forest cells, each by the share that lies inside; `nil` where the source has no
  /// cells.
  public var forestCells: Double?
  /// The number of known cells, each by the share that lies inside; `nil` where there are none.
  public var knownCells: Double?
  /// The sum of the cells ÷ the area of the unit, before they were brought to close; `nil` where
  /// the source has no cells.
  public var cellAreaRatio: Double?
  /// The number of cells whose share came out below 0 or above 1: the unit's rings overlap and its
  /// sums count the overlap twice. 0 for valid boundaries.
  public var improperCells: Int

  /// Makes a division of `total`.
  public init(
    total: Double, forest: Double, other: Double, water: Double = 0, noData: Double = 0,
    outside: Double = 0,
    forestCells: Double? = nil, knownCells: Double? = nil, cellAreaRatio: Double? = nil,
    improperCells: Int = 0
  ) {
    self.total = total
    self.forest = forest
    self.other = other
    self.water = water
    self.noData = noData
    self.outside = outside
    self.forestCells = forestCells
    self.knownCells = knownCells
    self.cellAreaRatio = cellAreaRatio
    self.improperCells = improperCells
  }

  /// The division of several units taken together; of none all is 0.
  public static func sum(of parts: [ForestAreas]) -> ForestAreas {
    var whole = ForestAreas(total: 0, forest: 0, other: 0)
    for part in parts {
      whole.total += part.total
      whole.forest += part.forest
      whole.other += part.other
      whole.water += part.water
      whole.smallPatches += part.smallPatches
      whole.types = Self.sum(whole.types, part.types)
      whole.functions = Self.sum(whole.functions, part.functions)
      whole.noData += part.noData
      whole.outside += part.outside
      whole.forestCells = Self.sum(whole.forestCells, part.forestCells)
      whole.knownCells = Self.sum(whole.knownCells, part.knownCells)
    }
    return whole
  }

  private static func sum<Key>(
    _ left: [Key: Double]?, _ right: [Key: Double]?
  ) -> [Key: Double]? {
    guard let left else { return right }
    return left.merging(right ?? [:], uniquingKeysWith: +)
  }

  private static func sum(_ left: Double?, _ right: Double?) -> Double? {
    guard left != nil || right != nil else { return nil }
    return (left ?? 0) + (right ?? 0)
  }
}

/// The share of forest, with what is not known set apart.
public struct ForestShare: Sendable, Hashable {
  /// Forest and other land as a share of what forest is a share of, in per cent.
  public var knownPercent: Double?
  /// `100 × forest ÷ (forest + other)`, inland water left out of both where the rule says so; `nil`
  /// where too little of the unit is known.
  public var forestPercent: Double?
  /// The share if nothing unknown were forest, in per cent.
  public var lowPercent: Double?
  /// The share if everything unknown were forest, in per cent.
  public var highPercent: Double?

  /// The shares of `areas`; `forestPercent` needs at least `minimumKnownPercent` of the unit to be
  /// known. A unit without area, or without land where water does not count, has no shares.
  ///
  /// - Parameters:
  ///   - areas: how the unit's area divides, in **square metres**.
  ///   - minimumKnownPercent: in **per cent** of the unit, without its water where that does not count.
  ///   - countsWater: whether inland water is part of what forest is a share of.
  public init(_ areas: ForestAreas, minimumKnownPercent: Double, countsWater: Bool = true) {
    let water = countsWater ? 0 : areas.water
    let total = areas.total - water
    // A unit that is all water is left with what rounding makes of it.
    guard areas.total > 0, total > 1e-12 * areas.total else { return }
    let known = areas.forest + areas.other - water
    let knownPercent = 100 * known / total
    self.knownPercent = knownPercent
    lowPercent = 100 * areas.forest / total
    highPercent = 100 * (areas.forest + areas.noData + areas.outside) / total
    // Sums of many cells may miss a full 95 % by rounding alone.
    if known > 0, knownPercent >= minimumKnownPercent - 1e-9 {
      forestPercent = 100 * areas.forest / known
    }
  }
}
