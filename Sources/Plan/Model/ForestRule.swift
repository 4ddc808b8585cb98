public import GeoModel

/// A rule by which land counts as forest: a file of `GeoData/rules/forest`, or of the planner's own.
public struct ForestRule: Sendable, Hashable {
  /// The rule's name, as plans and figures bear it.
  public var name: String
  /// What it is called, by language.
  public var titles: [Plan.Language: String]
  /// The law, decree or publication that it comes from.
  public var source: String?
  /// The least area of a patch in **hectares**; `nil` where every patch counts.
  public var leastPatch: Bound?
  /// Which cells of a raster are neighbours.
  public var connectivity: ForestSection.Connectivity
  /// The least canopy cover in **per cent** of the ground; `nil` where canopy is not tested.
  public var leastCanopy: Bound?
  /// The least mean height in **metres**, by what stands there and the site; tested where the source
  /// tells both.
  public var leastHeights: [ForestType: [ForestSite: Double]]
  /// What counts as forest of an inventory's types.
  public var counted: Set<ForestType>
  /// What forest is a share of.
  public var denominator: Denominator

  /// A least value.
  public struct Bound: Sendable, Hashable {
    /// The value.
    public var value: Double
    /// Whether the value itself meets the rule ("at least") or not ("more than").
    public var isInclusive: Bool

    /// Makes a least value.
    public init(_ value: Double, isInclusive: Bool = true) {
      self.value = value
      self.isInclusive = isInclusive
    }

    /// The least number that meets the rule by `>=`: the value, or the next number above it.
    public var leastNumber: Double { isInclusive ? value : value.nextUp }
  }

  /// What forest is a share of.
  public enum Denominator: String, Sendable, Hashable, CaseIterable {
    /// All land and water within the boundary (diện tích tự nhiên).
    case naturalArea = "natural_area"
    /// The same without inland water.
    case landWithoutInlandWater = "land_without_inland_water"
  }

  /// Makes a rule; what is not given is not tested.
  public init(
    name: String, titles: [Plan.Language: String] = [:], source: String? = nil,
    leastPatch: Bound? = nil, connectivity: ForestSection.Connectivity = .four,
    leastCanopy: Bound? = nil, leastHeights: [ForestType: [ForestSite: Double]] = [:],
    counted: Set<ForestType> = [.natural, .planted], denominator: Denominator = .naturalArea
  ) {
    self.name = name
    self.titles = titles
    self.source = source
    self.leastPatch = leastPatch
    self.connectivity = connectivity
    self.leastCanopy = leastCanopy
    self.leastHeights = leastHeights
    self.counted = counted
    self.denominator = denominator
  }
}
