/// What an edge adds to the cost of a path, besides its length.
public enum EdgeTier: UInt8, Sendable, Hashable, CaseIterable {
  /// As wanted: only its length counts.
  case clear = 0
  /// Not known: its length counts in the second place.
  case unknown = 1
  /// Known not to be as wanted: its length counts in the first place.
  case adverse = 2
}

/// The cost of a path: metres known to be adverse, then metres unknown, then metres in all,
/// compared in this order, each in whole micrometres so that equal ways compare equal.
public struct PathCost: Sendable, Hashable, Comparable {
  /// The length of the adverse edges, in micrometres.
  public var adverse: Micrometres
  /// The length of the unknown edges, in micrometres.
  public var unknown: Micrometres
  /// The length of all edges, in micrometres.
  public var length: Micrometres

  /// Makes a cost.
  public init(adverse: Micrometres, unknown: Micrometres, length: Micrometres) {
    self.adverse = adverse
    self.unknown = unknown
    self.length = length
  }

  /// Compares the adverse length, then the unknown, then the whole.
  public static func < (left: PathCost, right: PathCost) -> Bool {
    (left.adverse, left.unknown, left.length) < (right.adverse, right.unknown, right.length)
  }
}

/// The first two places of a ``PathCost``.
struct TierCost: Comparable {
  var adverse: Micrometres
  var unknown: Micrometres

  static let zero = TierCost(adverse: 0, unknown: 0)
  /// More than any path costs, and small enough to be added to.
  static let unreachable = TierCost(adverse: .max / 4, unknown: .max / 4)

  init(adverse: Micrometres, unknown: Micrometres) {
    self.adverse = adverse
    self.unknown = unknown
  }

  /// What an edge costs.
  @inline(__always)
  init(_ tier: EdgeTier, _ length: Micrometres) {
    adverse = tier == .adverse ? length : 0
    unknown = tier == .unknown ? length : 0
  }

  var isReachable: Bool { adverse < Self.unreachable.adverse }

  @inline(__always)
  static func < (left: TierCost, right: TierCost) -> Bool {
    left.adverse != right.adverse ? left.adverse < right.adverse : left.unknown < right.unknown
  }

  @inline(__always)
  static func + (left: TierCost, right: TierCost) -> TierCost {
    TierCost(adverse: left.adverse + right.adverse, unknown: left.unknown + right.unknown)
  }

  @inline(__always)
  static func - (left: TierCost, right: TierCost) -> TierCost {
    TierCost(adverse: left.adverse - right.adverse, unknown: left.unknown - right.unknown)
  }
}
