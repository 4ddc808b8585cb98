/// How the surface of the roads was settled, in lines and in metres.
///
/// Metres are those of the network: geodesic, doubled lines once.
public struct AssumptionCounts: Sendable, Hashable {
  /// A number of lines and their length.
  public struct Amount: Sendable, Hashable {
    /// The number of lines of the input.
    public var lines = 0
    /// Their geodesic length in metres.
    public var metres = 0.0
  }

  /// An amount for a text.
  public struct Named: Sendable, Hashable {
    /// The class or the surface; empty where the source gives none.
    public var name: String
    /// How much of it.
    public var amount: Amount
  }

  /// Hardened by its surface.
  public var hardenedBySurface = Amount()
  /// Unhardened by its surface.
  public var unhardenedBySurface = Amount()
  /// Hardened by another field, by its value, in the order of the names.
  public var hardenedByField: [Named] = []
  /// Unhardened by another field, by its value, in the order of the names.
  public var unhardenedByField: [Named] = []
  /// Taken as hardened, by class, in the order of the names.
  public var hardenedByAssumption: [Named] = []
  /// Taken as unhardened, by class, in the order of the names.
  public var unhardenedByAssumption: [Named] = []
  /// Of unknown surface, by class, in the order of the names.
  public var unknown: [Named] = []
  /// Surfaces that are in neither list of the plan, in the order of the names; these lines are
  /// counted under an assumption or as unknown too.
  public var unlistedSurfaces: [Named] = []
}
