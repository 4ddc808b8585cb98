/// `forest.restoration`: where new forest could come from, and how it is ranked.
public struct RestorationSection: Sendable, Hashable {
  /// The limits between classes of slope in **per cent**, ascending.
  public var slopeLimits: [Double]
  /// The limits between classes of distance to a road in **metres**, ascending.
  public var roadLimits: [Double]
  /// From planting until a plantation meets the rule, in years: an assumption of the plan.
  public var yearsToForest: Int
  /// Whether the plan itself says so; else it is the program's own assumption.
  public var statesYears: Bool
  /// The classes of a raster of land cover that are bare land; empty for an inventory, whose types
  /// tell it.
  public var bareClasses: [Int]
  /// The least area of a site in **hectares**; `nil`: for a raster the rule's least patch, for an
  /// inventory none.
  public var minimumSiteHectares: Double?
  /// Where the section stands in the plan.
  public var mark: SourceMark

  /// The limits of slope where a plan gives none, in **per cent**: no norm's, a start.
  public static let defaultSlopeLimits = [15.0, 25, 35]
  /// The limits of distance to a road where a plan gives none, in **metres**: no norm's, a start.
  public static let defaultRoadLimits = [500.0, 1000, 2000]
  /// The years to forest where a plan gives none: no norm's, a start.
  public static let defaultYearsToForest = 5

  /// Makes the section.
  public init(
    slopeLimits: [Double] = defaultSlopeLimits, roadLimits: [Double] = defaultRoadLimits,
    yearsToForest: Int? = nil, bareClasses: [Int] = [], minimumSiteHectares: Double? = nil,
    mark: SourceMark
  ) {
    self.slopeLimits = slopeLimits
    self.roadLimits = roadLimits
    self.yearsToForest = yearsToForest ?? Self.defaultYearsToForest
    statesYears = yearsToForest != nil
    self.bareClasses = bareClasses
    self.minimumSiteHectares = minimumSiteHectares
    self.mark = mark
  }
}
