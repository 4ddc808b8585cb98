/// Which neighbours of a cell belong to the same patch.
public enum PatchConnectivity: Int, Hashable, Sendable {
  /// The cells that share an edge.
  case four = 4
  /// The cells that share an edge or a corner.
  case eight = 8
}

/// What makes a patch, and how large it must be.
///
/// A patch is a set of cells of one class, each connected to each other through neighbours of
/// that class; nodata and every other class break it, and so does the raster's edge. Its area is
/// the sum of its cells' ellipsoidal areas.
public struct PatchRule: Hashable, Sendable {
  /// The class whose patches are judged.
  public var code: UInt8
  /// The class that the cells of a patch under the least area are given.
  public var replacement: UInt8
  /// The least area in **m²**, above 0; a patch of exactly this area stays.
  public var leastArea: Double
  /// Which neighbours count.
  public var connectivity: PatchConnectivity

  /// Makes a rule; `leastArea` in m² is finite and above 0.
  public init(
    code: UInt8, replacement: UInt8, leastArea: Double, connectivity: PatchConnectivity = .four
  ) {
    precondition(leastArea.isFinite && leastArea > 0, "a least area is above 0")
    precondition(code != replacement, "a small patch changes its class")
    self.code = code
    self.replacement = replacement
    self.leastArea = leastArea
    self.connectivity = connectivity
  }
}
