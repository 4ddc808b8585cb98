/// A file that the plan names beside its sources: a table of forest types, confirmed names.
public struct FileReference: Sendable, Hashable {
  /// The path as written.
  public var text: String
  /// The path to open: relative ones start at the plan's folder.
  public var location: String
  /// Where it stands in the plan.
  public var mark: SourceMark
  /// What part of the plan names it: `indicators.yearbook-2016.names`.
  public var path: String

  /// Makes a reference to a file.
  public init(text: String, location: String, mark: SourceMark, path: String) {
    self.text = text
    self.location = location
    self.mark = mark
    self.path = path
  }
}

/// A table of pairs, in place or in a file of its own.
public enum PairTable: Sendable, Hashable {
  /// Written in the plan, in the order of the plan.
  case inline([Pair])
  /// In a file.
  case file(FileReference)

  /// A pair and where it stands.
  public struct Pair: Sendable, Hashable {
    /// What stands left of the colon.
    public var key: String
    /// What stands right of it.
    public var value: String
    /// Where the pair stands in the plan.
    public var mark: SourceMark

    /// Makes a pair.
    public init(key: String, value: String, mark: SourceMark) {
      self.key = key
      self.value = value
      self.mark = mark
    }
  }
}
