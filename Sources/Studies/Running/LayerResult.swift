public import GeoModel

/// What a command computed: a layer, and what a person should know beside it.
public struct LayerResult: Sendable {
  /// The layer.
  public var layer: Layer
  /// Findings and assumptions worth a line on standard error.
  public var warnings: [String]

  /// Makes a result.
  public init(layer: Layer, warnings: [String] = []) {
    self.layer = layer
    self.warnings = warnings
  }
}

/// What a command wrote.
public struct WrittenFile: Sendable, Hashable {
  /// Where, as the caller named the folder or file.
  public var path: String
  /// The size in bytes.
  public var bytes: Int
}

/// What `run` and `export` did.
public struct RunResult: Sendable {
  /// The files, in the order of their writing.
  public var files: [WrittenFile]
  /// The layers, for a summary on the terminal.
  public var layers: [Layer]
  /// The sections of the plan that this version does not compute.
  public var notComputed: [String]
  /// Findings about the data, counted by severity.
  public var findings: [Finding]
  /// What is worth a line on standard error.
  public var warnings: [String]
  /// Whether every row and unit of the plan's tables is accounted for.
  public var isComplete: Bool
}
