/// `roads`: the network, and what its fields and values mean.
public struct RoadsSection: Sendable, Hashable {
  /// The lines.
  public var source: SourceReference
  /// The fields.
  public var fields: RoadFields
  /// Values of the surface field that mean hardened.
  public var hardened: [String]
  /// Values of the surface field that mean unhardened.
  public var unhardened: [String]
  /// Classes taken as hardened where no surface says otherwise.
  public var assumedHardened: [String]
  /// Classes taken as unhardened where no surface says otherwise.
  public var assumedUnhardened: [String]
  /// Classes that are not all-season unless hardened.
  public var notAllSeason: [String]
  /// How lines are joined to a network; `nil`: by the kind of source (OpenStreetMap `vertices`,
  /// else `crossings`).
  public var join: Join?
  /// Where a village or centre enters the network.
  public var snap: Snap
  /// The greatest distance in metres from a village or centre to the network.
  public var snapLimitMetres: Double
  /// The distance in metres under which ends that miss each other are reported.
  public var toleranceMetres: Double
  /// The distance in metres to an all-season road within which people count as served, as the Rural
  /// Access Index has it.
  public var ruralAccessMetres: Double
  /// Whether such ends are joined.
  public var joinsNearMisses: Bool
  /// Values of the access field that close a road.
  public var closed: [String]
  /// Further fields that settle the surface where the surface itself does not, in order.
  public var surfaceFrom: [SurfaceEvidence]
  /// Speed in kilometres an hour by class, in the order of the plan.
  public var speeds: [RoadSpeed]
  /// What it costs to harden a road; the first row that fits a section holds.
  public var costs: [RoadCost]
  /// Where the section stands in the plan.
  public var mark: SourceMark

  /// How lines become a network.
  public enum Join: String, Sendable, Hashable, CaseIterable {
    /// Where they share a vertex.
    case vertices
    /// Also where they cross, or an end touches a line, unless bridge, tunnel or layer differ.
    case crossings
  }

  /// Where a village or centre enters the network.
  public enum Snap: String, Sendable, Hashable, CaseIterable {
    /// At the nearest point of the nearest edge within the limit.
    case nearest
    /// At the nearest point of any edge within the limit.
    case any
  }

  /// Makes the section.
  public init(
    source: SourceReference, fields: RoadFields = RoadFields(), hardened: [String] = [],
    unhardened: [String] = [], assumedHardened: [String] = [], assumedUnhardened: [String] = [],
    notAllSeason: [String] = [], join: Join? = nil, snap: Snap = .nearest,
    snapLimitMetres: Double = 500, toleranceMetres: Double = 1, ruralAccessMetres: Double = 2000,
    joinsNearMisses: Bool = false, closed: [String] = [], surfaceFrom: [SurfaceEvidence] = [],
    speeds: [RoadSpeed] = [],
    costs: [RoadCost] = [], mark: SourceMark
  ) {
    self.source = source
    self.fields = fields
    self.hardened = hardened
    self.unhardened = unhardened
    self.assumedHardened = assumedHardened
    self.assumedUnhardened = assumedUnhardened
    self.notAllSeason = notAllSeason
    self.join = join
    self.snap = snap
    self.snapLimitMetres = snapLimitMetres
    self.toleranceMetres = toleranceMetres
    self.ruralAccessMetres = ruralAccessMetres
    self.joinsNearMisses = joinsNearMisses
    self.closed = closed
    self.surfaceFrom = surfaceFrom
    self.speeds = speeds
    self.costs = costs
    self.mark = mark
  }
}
