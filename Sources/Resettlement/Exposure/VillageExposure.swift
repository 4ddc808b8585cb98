public import GeoModel

/// Whether a village is exposed to natural hazards, to which, and by how much of its ground.
public struct VillageExposure: Sendable, Hashable {
  /// Why it is not known whether a village is exposed.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The village has no place.
    case noPlace = "no_place"
    /// A hazard's source does not reach the study.
    case outsideSource = "source_outside_study"
    /// The terrain model has a void there, or ends.
    case terrainUnknown = "terrain_unknown"
    /// The raster has no data there, or ends.
    case rasterUnknown = "raster_unknown"
  }

  /// The answer for one hazard.
  public struct Answer: Sendable, Hashable {
    /// Whether the hazard takes the least share of the ground.
    public var exposed: Ternary
    /// The share of the ground that it takes, 0 to 1, the unknown counted on neither side and then as
    /// hazardous; `nil` where nothing is known.
    public var share: ClosedRange<Double>?
    /// The classes that lie on the ground, as indices, ascending; those of less than a square
    /// centimetre left out.
    public var classes: [Int]
    /// Why the answer is unknown; `nil` for yes and no.
    public var reason: Reason?

    /// Judges a measure.
    ///
    /// - Parameters:
    ///   - measure: what the hazard takes of the ground; `nil` where nothing is known.
    ///   - area: the area of the ground in **m²**.
    ///   - leastShare: the share that exposes, 0 to 1, inclusive; any ground at all where it is 0.
    ///   - reason: why it is not known where it is not.
    public init(
      _ measure: HazardMeasure?, area: Double, leastShare: Double, unknown reason: Reason
    ) {
      guard let measure, let share = measure.share(of: area) else {
        exposed = .unknown
        share = nil
        classes = []
        self.reason = reason
        return
      }
      func reaches(_ part: Double) -> Bool {
        // A share that is the limit but for rounding counts.
        part > 0 && part * (1 + 1e-9) >= leastShare
      }
      exposed =
        reaches(share.lowerBound) ? .yes : reaches(share.upperBound) ? .unknown : .no
      self.share = share
      classes = measure.classes.indices.filter {
        measure.classes[$0] > VillageExposure.leastPresent
      }
      self.reason = exposed == .unknown ? reason : nil
    }
  }

  /// A hazard that takes less, in m², is not there.
  static let leastPresent = 1e-4

  /// The answer for each hazard, in their order.
  public var answers: [Answer]

  /// Makes an exposure from the answers for each hazard.
  public init(_ answers: [Answer]) {
    self.answers = answers
  }

  /// Whether any hazard exposes the village; unknown where none does and one may. No hazard: no.
  public var exposed: Ternary {
    if answers.contains(where: { $0.exposed == .yes }) { return .yes }
    return answers.contains { $0.exposed == .unknown } ? .unknown : .no
  }

  /// Why it is not known; the first hazard's reason. `nil` for yes and no.
  public var reason: Reason? {
    exposed == .unknown ? answers.first { $0.exposed == .unknown }?.reason : nil
  }
}
