import GeoModel

/// Three-state logic: an unknown part leaves the whole unknown unless the other parts settle it
/// (S. C. Kleene, Introduction to Metamathematics, 1952, § 64).
extension Ternary {
  /// The answer that `fact` gives; unknown where there is none.
  init(_ fact: Bool?) {
    self = fact.map { $0 ? .yes : .no } ?? .unknown
  }

  /// Yes where all are, no where any is no.
  static func all(_ parts: Ternary...) -> Ternary {
    if parts.contains(.no) { return .no }
    return parts.contains(.unknown) ? .unknown : .yes
  }

  /// Yes where any is, no where all are no.
  static func any(_ parts: Ternary...) -> Ternary {
    if parts.contains(.yes) { return .yes }
    return parts.contains(.unknown) ? .unknown : .no
  }
}
