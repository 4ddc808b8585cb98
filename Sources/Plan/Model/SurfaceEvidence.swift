/// A field that tells of a road's surface without naming it: OpenStreetMap's `tracktype` or
/// `smoothness`.
public struct SurfaceEvidence: Sendable, Hashable {
  /// The field.
  public var field: FieldName
  /// Its values that mean hardened.
  public var hardened: [String]
  /// Its values that mean unhardened.
  public var unhardened: [String]

  /// Makes evidence.
  public init(field: FieldName, hardened: [String] = [], unhardened: [String] = []) {
    self.field = field
    self.hardened = hardened
    self.unhardened = unhardened
  }
}

extension RoadsSection {
  /// What closes a road where the plan names the field of access and no values.
  public static let usuallyClosed = ["no", "private"]
}
