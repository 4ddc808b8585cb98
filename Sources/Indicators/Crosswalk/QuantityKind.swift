/// What kind of quantity a column holds, which decides how it may be added up and carried over.
public enum QuantityKind: String, Sendable, Hashable, CaseIterable {
  /// A number of things: adds up.
  case count
  /// An area: adds up.
  case area
  /// A part of a whole in per cent: moves as numerator and denominator.
  case share
  /// So many of one for each of another: moves as numerator and denominator.
  case rate
  /// A mark or an index: cannot be added up or carried over.
  case score
  /// The middle value of many: cannot be added up or carried over.
  case median

  /// Whether figures of several units add up to that of the whole.
  public var addsUp: Bool { self == .count || self == .area }

  /// Whether the quantity is a quotient of two that add up.
  public var isQuotient: Bool { self == .share || self == .rate }

  /// What a quotient is multiplied by: a share is in per cent.
  public var scale: Double { self == .share ? 100 : 1 }
}
