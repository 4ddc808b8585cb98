public import GeoAlgorithms

/// How roads become a network and what of it counts as hardened and all-season: the plan's `roads`.
public struct RoadRules: Sendable, Hashable {
  /// Which edges a village or a centre may enter by.
  public enum Snap: String, Sendable, Hashable, CaseIterable {
    /// The nearest edge within the limit; all of them where several are equally near.
    case nearest
    /// Every edge within the limit, by its own nearest place. Edges that follow one another
    /// without a junction, of equal class and surface, count as one.
    case any
  }

  /// Surfaces that are hardened, as the source spells them.
  public var hardened: Set<String>
  /// Surfaces that are not.
  public var unhardened: Set<String>
  /// Classes taken as hardened where the surface does not settle it.
  public var assumedHardened: Set<String>
  /// Classes taken as not hardened where the surface does not settle it.
  public var assumedUnhardened: Set<String>
  /// Classes that are all-season only where they are hardened.
  public var notAllSeason: Set<String>
  /// Where lines are joined.
  public var join: LineJoin
  /// How near is touching where lines are joined at crossings.
  public var crossingTolerance: CrossingTolerance
  /// Which edges are entries.
  public var snap: Snap
  /// The greatest distance in metres from a village or a centre to its entry, inclusive.
  public var snapLimit: Double
  /// The distance in metres below which a dead end beside a line is reported as a near-miss.
  public var nearMissTolerance: Double

  /// Whether near-misses of equal grade are joined.
  public var joinsNearMisses: Bool

  /// Makes rules. A surface in both lists, or a class in both assumptions, is for the plan to
  /// refuse; here hardened would win.
  public init(
    hardened: Set<String>, unhardened: Set<String>, assumedHardened: Set<String> = [],
    assumedUnhardened: Set<String> = [], notAllSeason: Set<String> = [], join: LineJoin,
    crossingTolerance: CrossingTolerance = CrossingTolerance(), snap: Snap = .nearest,
    snapLimit: Double = 500, nearMissTolerance: Double = 1, joinsNearMisses: Bool = false
  ) {
    self.hardened = hardened
    self.unhardened = unhardened
    self.assumedHardened = assumedHardened
    self.assumedUnhardened = assumedUnhardened
    self.notAllSeason = notAllSeason
    self.join = join
    self.crossingTolerance = crossingTolerance
    self.snap = snap
    self.snapLimit = snapLimit
    self.nearMissTolerance = nearMissTolerance
    self.joinsNearMisses = joinsNearMisses
  }
}
