/// What a field other than the surface says of a road's surface.
public struct RoadEvidence: Sendable, Hashable {
  /// The field and its value, as run.json names them: `tracktype=grade1`.
  public var name: String
  /// Whether it means hardened.
  public var isHardened: Bool

  /// Makes evidence.
  public init(name: String, isHardened: Bool) {
    self.name = name
    self.isHardened = isHardened
  }
}
