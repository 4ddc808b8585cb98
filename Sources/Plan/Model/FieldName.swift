/// The name of a field of a source, with the place in the plan where it is named, so that a field
/// that the source does not have can be reported there.
public struct FieldName: Sendable, Hashable {
  /// The field's name as written.
  public var name: String
  /// Where it stands in the plan.
  public var mark: SourceMark
  /// What part of the plan names it: `roads.surface`.
  public var path: String

  /// Makes a field's name.
  public init(name: String, mark: SourceMark, path: String) {
    self.name = name
    self.mark = mark
    self.path = path
  }
}
