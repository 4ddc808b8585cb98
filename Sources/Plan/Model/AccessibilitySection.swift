/// `accessibility`: how long it takes to get somewhere, on and off the road.
public struct AccessibilitySection: Sendable, Hashable {
  /// Where people want to get to; the nearest of all counts.
  public var destinations: [Destination]
  /// The overlays that cannot be crossed but by a road or path, in the order of the plan.
  public var barriers: [FieldName]
  /// The limits between bands of time in **minutes**, ascending.
  public var limits: [Double]
  /// What the speed on a path is multiplied by off the path.
  public var offPathFactor: Double
  /// How far beyond the units ground and roads are looked at, in **km**.
  public var marginKilometres: Double
  /// A raster of minutes for a metre in place of terrain and roads; `nil` where it follows from them.
  public var friction: SourceReference?
  /// Where the section stands in the plan; `nil` where the plan has none and all is by default.
  public var mark: SourceMark?

  /// What people want to get to.
  public enum Destination: Sendable, Hashable {
    /// The plan's centres.
    case centres
    /// The features of an overlay, by its name.
    case overlay(FieldName)
    /// The places of a service, by its name.
    case service(FieldName)

    /// How the plan calls it.
    public var name: String {
      switch self {
      case .centres: "centres"
      case .overlay(let name), .service(let name): name.name
      }
    }
  }

  /// The limits of time where a plan gives none, in **minutes**.
  public static let defaultLimits = [30.0, 60, 120]
  /// Tobler's factor for walking off the path.
  public static let defaultOffPathFactor = 0.6
  /// The margin where a plan gives none, in **km**.
  public static let defaultMarginKilometres = 10.0

  /// Makes the section; what is not given has the default of the grammar.
  public init(
    destinations: [Destination] = [.centres], barriers: [FieldName] = [],
    limits: [Double] = defaultLimits, offPathFactor: Double = defaultOffPathFactor,
    marginKilometres: Double = defaultMarginKilometres, friction: SourceReference? = nil,
    mark: SourceMark? = nil
  ) {
    self.destinations = destinations
    self.barriers = barriers
    self.limits = limits
    self.offPathFactor = offPathFactor
    self.marginKilometres = marginKilometres
    self.friction = friction
    self.mark = mark
  }
}
