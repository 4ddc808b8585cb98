public import GeoModel

/// Polygons that tell what forest land is meant for.
public struct ForestFunctionSource: Sendable, Hashable {
  /// The polygons.
  public var source: SourceReference
  /// How they tell it.
  public var meaning: Meaning

  /// How polygons tell a function.
  public enum Meaning: Sendable, Hashable {
    /// All of them are of one function.
    case all(ForestFunction)
    /// By the code in a field.
    case field(ForestTypes.FunctionField)
  }

  /// Makes a source of functions.
  public init(source: SourceReference, meaning: Meaning) {
    self.source = source
    self.meaning = meaning
  }
}
