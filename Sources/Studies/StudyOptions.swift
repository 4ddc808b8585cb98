/// What the command line says about how a study is to be done.
public struct StudyOptions: Sendable {
  /// The most workers at once; at least 1. Results do not depend on it.
  public var jobs: Int
  /// Called with progress, from any thread; `nil` where nobody looks.
  public var progress: (@Sendable (Progress) -> Void)?

  /// A step of a study and how far it is.
  public struct Progress: Sendable {
    /// What is being done.
    public var step: String
    /// How much is done.
    public var done: Int
    /// How much there is to do; 0 where that is not known beforehand.
    public var total: Int
    /// What is counted, where it is worth telling (`rows`); else `nil`.
    public var unit: String?
    /// Makes a step's progress.
    public init(step: String, done: Int, total: Int, unit: String? = nil) {
      self.step = step
      self.done = done
      self.total = total
      self.unit = unit
    }

    /// Whether the step is over, so that nothing of it needs to stand on the screen.
    public var isOver: Bool { total > 0 && done >= total }
  }

  /// Makes options; at least one worker.
  public init(jobs: Int, progress: (@Sendable (Progress) -> Void)? = nil) {
    self.jobs = max(1, jobs)
    self.progress = progress
  }

  func report(_ step: String, _ done: Int, of total: Int, unit: String? = nil) {
    progress?(Progress(step: step, done: done, total: total, unit: unit))
  }
}
