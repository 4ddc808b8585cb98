/// Candidates for new forest in the order in which they would be planted.
///
/// First the gentlest slope, then the class of distance to a road, then the largest; among equals the
/// order in which they were given. Classes and not metres, because ten metres of way decide nothing
/// and a larger plot does. What is not known comes last.
public struct RestorationRanking: Sendable, Hashable {
  /// What a candidate is ranked by.
  public struct Candidate: Sendable, Hashable {
    /// The class of its slope, 0 the gentlest; `nil` where it is not known.
    public var slopeClass: Int?
    /// The class of its distance to a road, 0 the nearest; `nil` where it is not known.
    public var roadClass: Int?
    /// Its area in **square metres**.
    public var area: Double

    /// Makes a candidate.
    public init(slopeClass: Int?, roadClass: Int?, area: Double) {
      self.slopeClass = slopeClass
      self.roadClass = roadClass
      self.area = area
    }
  }

  /// The indices of the candidates, the first to be planted first.
  public let order: [Int]
  /// Parallel to ``order``: the area of the candidate and all before it, in **square metres**.
  public let cumulativeAreas: [Double]

  /// Ranks `candidates`. O(n log n).
  public init(_ candidates: [Candidate]) {
    func key(_ index: Int) -> (Int, Int, Double, Int) {
      let candidate = candidates[index]
      return (
        candidate.slopeClass ?? .max, candidate.roadClass ?? .max, -candidate.area, index
      )
    }
    order = candidates.indices.sorted { key($0) < key($1) }
    var sum = 0.0
    cumulativeAreas = order.map { index in
      sum += candidates[index].area
      return sum
    }
  }

  /// The number of candidates, from the first, whose area makes up `area` **square metres**: 0 where
  /// nothing is missing, `nil` where all of them do not.
  public func count(reaching area: Double) -> Int? {
    guard area > 0 else { return 0 }
    return cumulativeAreas.firstIndex { $0 >= area }.map { $0 + 1 }
  }

  /// The class of `value` among ascending `limits`: the number of them that it reaches, so that a
  /// limit belongs to the class above it.
  public static func classNumber(of value: Double, limits: [Double]) -> Int {
    limits.count { value >= $0 }
  }
}

/// How the area of a piece of land divides into classes of slope.
public struct SlopeDivision: Sendable, Hashable {
  /// The area of each class in **square metres**, the gentlest first.
  public var areas: [Double]
  /// The area whose slope is not known, in **square metres**.
  public var unknown: Double

  /// Makes a division.
  public init(areas: [Double], unknown: Double) {
    self.areas = areas
    self.unknown = unknown
  }

  /// The class with the largest area, of equals the steepest; `nil` where what is not known could
  /// make another class as large.
  public var dominant: Int? {
    var best: Int?
    for (index, area) in areas.enumerated() where area > 0 && area >= best.map({ areas[$0] }) ?? 0 {
      best = index
    }
    guard let best else { return nil }
    // What rounding leaves of an area that is wholly known decides nothing.
    let total = areas.reduce(unknown, +)
    guard unknown > 1e-9 * total else { return best }
    let next = areas.indices.filter { $0 != best }.map { areas[$0] }.max() ?? 0
    return areas[best] > next + unknown ? best : nil
  }
}
