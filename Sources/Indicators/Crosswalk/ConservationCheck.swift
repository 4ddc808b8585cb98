/// The proof that carrying figures over lost and added nothing.
public struct ConservationCheck: Sendable, Hashable {
  /// The column.
  public var column: String
  /// The total of all known figures, whether or not the unit is in the matrix.
  public var before: Double
  /// The total of what is known of the new units.
  public var after: Double
  /// The total of the parts that lie in no new unit, which are reported and not lost.
  public var outside: Double
  /// The number of old units whose figure is not known.
  public var unknownUnits: Int
  /// The sum of the absolute values of the figures, which the difference is measured by: where
  /// gains and losses cancel, a total near 0 is no measure.
  public var magnitude: Double

  /// What was lost or added, as a share of ``magnitude``; 0 where nothing was.
  public var relativeDifference: Double {
    let difference = abs(after + outside - before)
    return difference == 0 ? 0 : difference / magnitude
  }

  /// Whether the totals agree to 1e-9.
  public var holds: Bool { relativeDifference <= 1e-9 }
}

extension TransferMatrix {
  /// Compares the totals of a column before and after, over the figures that are known.
  ///
  /// The total before is taken from `values`, the total after from what ``carry(_:)`` made of
  /// them: a figure that went nowhere shows.
  public func conservation(of column: String, _ values: [String: Double?]) -> ConservationCheck {
    // In one order, so that the last digit does not depend on a hash.
    let known = values.sorted { $0.key < $1.key }.compactMap { Self.known($0.value) }
    let carried = carry(values)
    let after = carried.knownParts.sorted { $0.key < $1.key }.map(\.value)
    return ConservationCheck(
      column: column, before: CompensatedSum(of: known).value,
      after: CompensatedSum(of: after).value, outside: carried.outside,
      unknownUnits: entries.count { Self.known(values[$0.code]) == nil },
      magnitude: CompensatedSum(of: known.map(abs)).value)
  }
}
