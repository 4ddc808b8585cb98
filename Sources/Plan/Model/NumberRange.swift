/// A range of numbers, both ends included; at least one end is given.
public struct NumberRange: Sendable, Hashable {
  /// The low end; `nil`: none.
  public var atLeast: Double?
  /// The high end; `nil`: none.
  public var atMost: Double?

  /// Makes a range.
  public init(atLeast: Double? = nil, atMost: Double? = nil) {
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// Whether `value` lies in it; not-a-number never does.
  public func contains(_ value: Double) -> Bool {
    value >= atLeast ?? -.infinity && value <= atMost ?? .infinity
  }
}
