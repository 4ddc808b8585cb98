public import GeoModel

/// A plot of a forest inventory (lô rừng).
public struct ForestPlot: Sendable, Hashable {
  /// What messages call it.
  public var label: String
  /// Its area (valid; longitude and latitude).
  public var polygons: [Polygon]
  /// What stands there; `nil` where the source does not tell.
  public var type: ForestType?
  /// What the land is meant for; `nil` where the source does not tell.
  public var function: ForestFunction?

  /// Makes a plot.
  public init(
    label: String, polygons: [Polygon], type: ForestType?, function: ForestFunction? = nil
  ) {
    self.label = label
    self.polygons = polygons
    self.type = type
    self.function = function
  }
}

extension ForestType {
  /// The place of the type where plots of several types lie on one piece of ground: the one that
  /// claims least has it, so that a contradiction in the source never helps a target to be met. A
  /// plot whose type is not known gives way to all others.
  var claim: Int {
    switch self {
    case .other: 0
    case .water: 1
    case .bare: 2
    case .scattered: 3
    case .plantedNotYet: 4
    case .planted: 5
    case .natural: 6
    }
  }
}
