import RealModule

/// Tells figures that are ten times too small or too great for their neighbourhood.
///
/// A zero lost or added at the end is the commonest slip in a table of counts. With d the density
/// of a unit and m the median density of its neighbours (those of the second ring too where fewer
/// than three of the first have a density), the unit is suspect where all of these hold:
///
/// 1. d is at most half the lower quartile of the neighbours' densities, or at least twice the
///    upper one. Quartiles, not extremes, so that two slips side by side do not hide one another;
/// 2. ten times d (or a tenth) is nearer to m than d is, and by at least twice on a logarithmic
///    scale: |log₁₀(10 d / m)| ≤ ½ |log₁₀(d / m)|;
/// 3. a figure that is too great ends in 0, else no zero can have been added. This lets towns be
///    full.
///
/// A suspicion, never a correction: a remote commune may well be empty.
public enum TenfoldRule {
  /// A figure that does not fit.
  public struct Suspect: Sendable, Hashable {
    /// The unit, by its index.
    public var unit: Int
    /// The figure.
    public var value: Double
    /// The figure that would fit: ten times it, or a tenth.
    public var likely: Double
    /// The unit's density a **km²**.
    public var density: Double
    /// The median of the neighbours' densities a **km²**.
    public var densityAround: Double
  }

  /// The suspects among `people`, ascending by unit. Units without a positive figure or area are
  /// neither judged nor compared with, nor are units with fewer than three to compare with.
  /// O(n log n).
  ///
  /// - Parameters:
  ///   - people: the counts, parallel to `areas` and `neighbours`.
  ///   - areas: **square metres**.
  ///   - neighbours: for each unit the units that border on it.
  public static func suspects(
    people: [Double?], areas: [Double], neighbours: [[Int]]
  ) -> [Suspect] {
    let densities = zip(people, areas).map { count, area -> Double? in
      guard let count, count > 0, area > 0 else { return nil }
      return count / area * 1e6
    }
    var suspects: [Suspect] = []
    for (unit, density) in densities.enumerated() {
      guard let density, let value = people[unit] else { continue }
      let around = densitiesAround(unit, densities, neighbours)
      guard around.count >= 3 else { continue }
      let median = median(of: around)
      let isLow = density < median
      let lower = around[around.count / 4]
      let upper = around[around.count - 1 - around.count / 4]
      let isOutside =
        isLow
        ? density * 2 <= lower
        : density >= upper * 2 && value.truncatingRemainder(dividingBy: 10) == 0
      let likely = isLow ? density * 10 : density / 10
      let off = abs(Double.log10(density / median))
      let remaining = abs(Double.log10(likely / median))
      guard isOutside, remaining <= off / 2 else { continue }
      suspects.append(
        Suspect(
          unit: unit, value: value, likely: isLow ? value * 10 : value / 10, density: density,
          densityAround: median))
    }
    return suspects
  }

  /// The densities of the neighbours, and of theirs where those are fewer than three; ascending.
  private static func densitiesAround(
    _ unit: Int, _ densities: [Double?], _ neighbours: [[Int]]
  ) -> [Double] {
    let first = neighbours[unit].compactMap { densities[$0] }.sorted()
    if first.count >= 3 { return first }
    let second = Set(neighbours[unit] + neighbours[unit].flatMap { neighbours[$0] })
    return second.subtracting([unit]).compactMap { densities[$0] }.sorted()
  }

  private static func median(of sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
