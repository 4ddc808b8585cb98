/// What scores ground.
public struct SiteCriterion: Sendable, Hashable {
  /// The name; the layer of sites has a property of this name.
  public var name: String
  /// What it looks at.
  public var subject: SiteSubject
  /// The value, in the subject's unit, that scores 1; 1 where the subject is `inside` or `outside`.
  public var best: Double
  /// The value, in the subject's unit, that scores 0; 0 where the subject is `inside` or `outside`.
  public var worst: Double
  /// How values become scores.
  public var shape: Shape
  /// Where it stands in the plan.
  public var mark: SourceMark

  /// How values become scores from 0 to 1.
  public enum Shape: Sendable, Hashable {
    /// Straight from worst to best.
    case linear
    /// Level at both ends, steepest in the middle (cos²).
    case sigmoid
    /// Straight between points, whose values ascend; best and worst say nothing then.
    case points([Point])
  }

  /// A value in the subject's unit, and its score from 0 to 1.
  public struct Point: Sendable, Hashable {
    /// The value.
    public var value: Double
    /// The score.
    public var score: Double

    /// Makes a point.
    public init(value: Double, score: Double) {
      self.value = value
      self.score = score
    }
  }

  /// Makes a criterion.
  public init(
    name: String, subject: SiteSubject, best: Double, worst: Double, shape: Shape = .linear,
    mark: SourceMark
  ) {
    self.name = name
    self.subject = subject
    self.best = best
    self.worst = worst
    self.shape = shape
    self.mark = mark
  }
}
