public import GeoModel

/// What a piece of ground was or became, as a table of transitions tells it apart.
public enum GroundClass: Sendable, Hashable {
  /// A class of the raster itself.
  case rasterClass(Int)
  /// A type of an inventory.
  case type(ForestType)
  /// Forest by the rule.
  case forest
  /// Known, and no forest.
  case other
  /// Inland water, where the plan names its classes.
  case water
  /// Land that no plot of an inventory covers.
  case unplotted
  /// The source does not know.
  case noData
  /// Beyond the raster's edge.
  case outside

  /// The class in tables: a raster's number, an inventory's word, `forest`, `other`, `water`,
  /// `no_plot`, `nodata`, `outside`.
  public var name: String {
    switch self {
    case .rasterClass(let number): "\(number)"
    case .type(let type): type.rawValue
    case .forest: "forest"
    case .other: "other"
    case .water: "water"
    case .unplotted: "no_plot"
    case .noData: "nodata"
    case .outside: "outside"
    }
  }

  /// The classes of the codes of ``ForestCode``, by code.
  static let ofCodes: [GroundClass] = [.noData, .other, .forest, .water]
}

extension GroundClass: Comparable {
  /// Numbers ascend, types stand in the order of the inventory, what is not known comes last.
  public static func < (left: GroundClass, right: GroundClass) -> Bool {
    left.place < right.place
  }

  private var place: (Int, Int) {
    switch self {
    case .rasterClass(let number): (0, number)
    case .type(let type): (1, ForestType.allCases.firstIndex(of: type) ?? 0)
    case .forest: (2, 0)
    case .other: (3, 0)
    case .water: (4, 0)
    case .unplotted: (5, 0)
    case .noData: (6, 0)
    case .outside: (7, 0)
    }
  }
}

/// A change of class, or the staying in one.
public struct GroundTransition: Sendable, Hashable, Comparable {
  /// What the ground was.
  public var before: GroundClass
  /// What it became.
  public var after: GroundClass

  /// Makes a transition.
  public init(_ before: GroundClass, _ after: GroundClass) {
    self.before = before
    self.after = after
  }

  /// By what the ground was, then by what it became.
  public static func < (left: GroundTransition, right: GroundTransition) -> Bool {
    left.before == right.before ? left.after < right.after : left.before < right.before
  }
}
