import RealModule

/// How long a metre takes on foot, by slope, after Tobler's hiking function.
///
/// On a path a person walks `6 · exp(−3.5 · |s + 0.05|)` km/h, where *s* is the rise for each metre of
/// way, below 0 downhill; off the path at three fifths of that. The way there and back climbs what it
/// falls, so the time for a metre is the mean of both directions: that is the same from either end,
/// and a cell has one friction.
///
/// Source: W. Tobler, Three presentations on geographical analysis and modeling, NCGIA Technical
/// Report 93-1 (1993), pp. 1-4.
public struct WalkingPace: Sendable, Hashable {
  /// What the speed off the path is multiplied by: Tobler's 0.6.
  public static let offPathFactor = 0.6

  /// What the speed is multiplied by.
  public let factor: Double

  /// Walking at `factor` times Tobler's speed on a path, above 0.
  public init(factor: Double) {
    precondition(factor > 0, "nobody walks at no speed")
    self.factor = factor
  }

  /// The speed on a path in **km/h** where the ground rises by `slope` metres for each metre.
  public static func kilometresPerHour(slope: Double) -> Double {
    6 * Double.exp(-3.5 * abs(slope + 0.05))
  }

  /// The **minutes** that a metre takes there and back, halved; `percent` is the slope in **per cent**,
  /// 0 or more. NaN where it is.
  public func minutes(slopePercent percent: Double) -> Double {
    let slope = percent / 100
    // 0.06 / v: the minutes for a metre at v km/h.
    let up = 0.01 * Double.exp(3.5 * (slope + 0.05))
    let down = 0.01 * Double.exp(3.5 * abs(0.05 - slope))
    return (up + down) / 2 / factor
  }
}

/// Frictions, in **minutes for a metre**, from what each cell is and how steep it lies.
///
/// A code says what a cell is. The greater code wins where several things share a cell: a path leads
/// over a barrier (a footbridge), a road over both, the fastest road is the one that is taken.
public struct TravelCosts: Sendable, Hashable {
  /// Open ground: on foot, off the path.
  public static let ground: UInt8 = 0
  /// What cannot be crossed.
  public static let barrier: UInt8 = 1
  /// A path: on foot.
  public static let path: UInt8 = 2
  /// The slowest road; the others follow by their speeds.
  public static let firstRoad: UInt8 = 3

  /// The speeds of roads in **km/h**, ascending, each once; at most 250.
  public let speeds: [Double]

  private let offPath: WalkingPace
  private let onPath = WalkingPace(factor: 1)

  /// Costs of roads with these speeds, all above 0, and of walking off the path at `offPathFactor`
  /// times the speed on it.
  public init(speeds: [Double], offPathFactor: Double) {
    precondition(speeds.allSatisfy { $0 > 0 }, "speeds are above 0")
    self.speeds = Array(Set(speeds)).sorted()
    precondition(self.speeds.count <= 250, "codes are bytes")
    offPath = WalkingPace(factor: offPathFactor)
  }

  /// The code of a road with one of ``speeds``; `nil` for another speed.
  public func code(speed: Double) -> UInt8? {
    speeds.firstIndex(of: speed).map { Self.firstRoad + UInt8(truncatingIfNeeded: $0) }
  }

  /// The frictions of a row from its codes and its slopes in **per cent**. Walking over a cell of
  /// unknown slope is unknown (NaN); a road's speed does not depend on the slope. O(columns).
  public func frictions(codes: Span<UInt8>, slopes: Span<Double>) -> [Float] {
    precondition(codes.count == slopes.count, "one slope a cell")
    var frictions: [Float] = []
    frictions.reserveCapacity(codes.count)
    for column in 0..<codes.count {
      switch codes[column] {
      case Self.ground: frictions.append(Float(offPath.minutes(slopePercent: slopes[column])))
      case Self.barrier: frictions.append(.infinity)
      case Self.path: frictions.append(Float(onPath.minutes(slopePercent: slopes[column])))
      case let code:
        let index = Int(code - Self.firstRoad)
        frictions.append(index < speeds.count ? Float(0.06 / speeds[index]) : .infinity)
      }
    }
    return frictions
  }
}
