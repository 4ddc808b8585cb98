/// `services[]`: places of one kind that the people of villages travel to, such as schools.
public struct ServiceDefinition: Sendable, Hashable {
  /// Its name, which properties begin with: small letters, digits and `_`, a letter first.
  public var name: String
  /// The places: points, or areas that count by a point inside them.
  public var source: SourceReference
  /// Where it stands in the plan.
  public var mark: SourceMark

  /// Makes a service.
  public init(name: String, source: SourceReference, mark: SourceMark) {
    self.name = name
    self.source = source
    self.mark = mark
  }

  /// The name under which the centre of a village's own unit is told.
  public static let centreName = "centre"
}
