/// From which size on the faults of a coverage count, and what they are called.
///
/// A coverage is a set of units that tile an area: no overlap, no gap, each common border the same
/// positions on both sides. Thinness is measured by the mean width 2 × area ÷ perimeter, which for
/// a long strip is its width.
public struct CoverageRules: Sendable, Hashable {
  /// A piece of a smaller mean width, in **metres**, is a sliver (10): thinner than a border is
  /// drawn at 1:25,000.
  public var sliverWidth: Double
  /// A gap of a smaller area, in **square metres**, is a pinhole (2,500: 50 m by 50 m).
  public var pinholeArea: Double
  /// A part of a unit of a smaller area, in **square metres**, is reported where the unit has a
  /// larger one (10,000: one hectare).
  public var detachedPartArea: Double
  /// A piece of a smaller mean width, in **metres**, is the rounding of coordinates and no fault of
  /// the border (1e-6; a longitude in binary64 is known to 1.6e-9 m). Counted, not listed.
  public var negligibleWidth: Double

  /// Makes rules; the defaults are those of `check`.
  public init(
    sliverWidth: Double = 10, pinholeArea: Double = 2_500, detachedPartArea: Double = 10_000,
    negligibleWidth: Double = 1e-6
  ) {
    self.sliverWidth = sliverWidth
    self.pinholeArea = pinholeArea
    self.detachedPartArea = detachedPartArea
    self.negligibleWidth = negligibleWidth
  }
}
