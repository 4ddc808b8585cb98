import RealModule

/// How a value in metres or per cent becomes a score from 0 to 1.
///
/// A value that is not known (NaN) has a score that is not known; an infinite one, the distance to
/// something that is nowhere, has that of the end where it lies.
public enum Standardisation: Sendable, Hashable {
  /// 0 at `worst` and beyond, 1 at `best` and beyond, straight between them; the two differ.
  case linear(best: Double, worst: Double)
  /// 0 at `worst` and beyond, 1 at `best` and beyond, cos² between them: level at both ends, ½ in the
  /// middle. The sigmoid of IDRISI's FUZZY (J. R. Eastman, *IDRISI Guide to GIS and Image
  /// Processing*, Clark University).
  case sigmoid(best: Double, worst: Double)
  /// Straight between the points, level beyond the first and the last. Values ascend; scores are from
  /// 0 to 1; two points at least.
  case piecewise([Point])

  /// A value and its score.
  public struct Point: Sendable, Hashable {
    /// The value.
    public var value: Double
    /// Its score, 0 to 1.
    public var score: Double

    /// Makes a point.
    public init(value: Double, score: Double) {
      self.value = value
      self.score = score
    }
  }

  /// The score of `value`, 0 to 1; NaN for NaN. O(1), for points O(points).
  public func score(of value: Double) -> Double {
    if value.isNaN { return .nan }
    switch self {
    case .linear(let best, let worst): return Self.share(value, best, worst)
    case .sigmoid(let best, let worst):
      let share = Self.share(value, best, worst)
      // Exact at the ends, where the cosine of a rounded π/2 is not 0.
      if share <= 0 { return 0 }
      if share >= 1 { return 1 }
      let cosine = Double.cos((1 - share) * Double.pi / 2)
      return cosine * cosine
    case .piecewise(let points):
      guard let first = points.first, let last = points.last else { return .nan }
      if value <= first.value { return first.score }
      if value >= last.value { return last.score }
      var index = 1
      while points[index].value < value { index += 1 }
      let (low, high) = (points[index - 1], points[index])
      let share = (value - low.value) / (high.value - low.value)
      return low.score + share * (high.score - low.score)
    }
  }

  private static func share(_ value: Double, _ best: Double, _ worst: Double) -> Double {
    min(max((value - worst) / (best - worst), 0), 1)
  }
}
