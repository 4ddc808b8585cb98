/// What the writing of a layer met: nothing is left out, mended or cut in silence.
public struct GeoJSONReport: Sendable, Hashable {
  /// The features written.
  public var features = 0
  /// Features written with `geometry: null`, for whatever reason.
  public var nullGeometries = 0
  /// Of these, the features whose whole geometry rounding shrank to nothing.
  public var collapsedGeometries = 0
  /// Rings left out because rounding left them no area.
  public var collapsedRings = 0
  /// Lines left out because rounding left them no length.
  public var collapsedLines = 0
  /// Positions left out because after rounding they repeated the one before.
  public var repeatedPositions = 0
  /// Features whose areas rounding made invalid and the mender made valid again.
  public var mendedGeometries = 0
  /// Features whose areas rounding made invalid and the mender could not make valid on the grid of
  /// the decimals; they are written as rounded.
  public var unmendedGeometries = 0
  /// Features whose areas were invalid before rounding; they are written as they are.
  public var invalidBefore = 0
  /// Features cut at the antimeridian.
  public var cutGeometries = 0
  /// Features whose identifier an earlier feature of the layer had already.
  public var repeatedIdentifiers = 0
  /// Features left out because the format holds none without a place.
  public var leftOutWithoutPlace = 0
  /// The bytes written.
  public var bytes = 0

  /// A report of nothing.
  public init() {}

  /// Adds the counts of `other`.
  static func += (report: inout GeoJSONReport, other: GeoJSONReport) {
    report.features += other.features
    report.nullGeometries += other.nullGeometries
    report.collapsedGeometries += other.collapsedGeometries
    report.collapsedRings += other.collapsedRings
    report.collapsedLines += other.collapsedLines
    report.repeatedPositions += other.repeatedPositions
    report.mendedGeometries += other.mendedGeometries
    report.unmendedGeometries += other.unmendedGeometries
    report.invalidBefore += other.invalidBefore
    report.cutGeometries += other.cutGeometries
    report.repeatedIdentifiers += other.repeatedIdentifiers
    report.leftOutWithoutPlace += other.leftOutWithoutPlace
    report.bytes += other.bytes
  }

  /// The counts that are not zero among those that tell of a change, as name and count, in a fixed
  /// order; empty where every geometry was only rounded.
  public var remarks: [(name: String, count: Int)] {
    [
      ("null_geometries", nullGeometries), ("collapsed_geometries", collapsedGeometries),
      ("collapsed_rings", collapsedRings), ("collapsed_lines", collapsedLines),
      ("repeated_positions", repeatedPositions), ("mended_geometries", mendedGeometries),
      ("unmended_geometries", unmendedGeometries), ("invalid_before_rounding", invalidBefore),
      ("cut_at_antimeridian", cutGeometries), ("repeated_identifiers", repeatedIdentifiers),
      ("left_out_without_place", leftOutWithoutPlace),
    ].filter { $0.1 > 0 }
  }
}
