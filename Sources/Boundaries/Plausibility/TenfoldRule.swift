import RealModule

/// Tells figures that are ten times too small or too great for their neighbourhood.
///
/// A zero lost or added at the end is the commonest slip in a table of counts. With d the density
/// of a unit and m the median density of its neighbours (of the whole level where it has fewer than
/// three with a density), the unit is suspect where all of these hold:
///
/// 1. d lies outside the range of its neighbours' densities by a factor of 2 or more;
/// 2. ten times d (or a tenth) is nearer to m than d is, and by at least twice on a logarithmic
///    scale: |log₁₀(10 d / m)| ≤ ½ |log₁₀(d / m)|.
///
/// A suspicion, never a correction: a remote commune may well be empty, a town full.
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
  /// neither judged nor compared with. O(n log n).
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
    let all = densities.compactMap { $0 }.sorted()
    var suspects: [Suspect] = []
    for (unit, density) in densities.enumerated() {
      guard let density, let value = people[unit] else { continue }
      var around = neighbours[unit].compactMap { densities[$0] }.sorted()
      if around.count < 3 {
        guard all.count >= 4 else { continue }
        around = all
      }
      guard let least = around.first, let greatest = around.last else { continue }
      let median = median(of: around)
      let isLow = density < median
      let isOutside = isLow ? density * 2 <= least : density >= greatest * 2
      let likely = isLow ? density * 10 : density / 10
      let off = abs(Double.log10(density / median))
      let remaining = abs(Double.log10(likely / median))
      // In the whole level the unit is in the range itself, so the range decides nothing.
      guard isOutside || around.count == all.count, remaining <= off / 2 else { continue }
      suspects.append(
        Suspect(
          unit: unit, value: value, likely: isLow ? value * 10 : value / 10, density: density,
          densityAround: median))
    }
    return suspects
  }

  private static func median(of sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
