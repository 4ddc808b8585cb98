public import GeoModel

/// One area of a hazard, as a source draws it.
public struct HazardZone: Sendable {
  /// The area (valid; longitude and latitude).
  public var polygon: Polygon
  /// Its class; `nil` where the source gives none.
  public var className: String?

  /// Makes a zone.
  public init(polygon: Polygon, className: String?) {
    self.polygon = polygon
    self.className = className
  }
}

/// How much of some ground a hazard takes, in **m²**.
public struct HazardMeasure: Sendable, Hashable {
  /// What the hazard takes, whatever its class; ground of several classes counts once.
  public var area: Double
  /// Ground of which it is not known.
  public var unknown: Double
  /// The same by class, parallel to the hazard's names of classes; ground that two features of one
  /// class claim counts once, ground of two classes in each.
  public var classes: [Double]

  /// Makes a measure.
  public init(area: Double = 0, unknown: Double = 0, classes: [Double] = []) {
    self.area = area
    self.unknown = unknown
    self.classes = classes
  }

  /// The share that the hazard takes of ground of the area `whole`, 0 to 1: what is not known counted
  /// on neither side, then as hazardous; `nil` for ground without area.
  public func share(of whole: Double) -> ClosedRange<Double>? {
    guard whole > 0 else { return nil }
    let low = min(max(area / whole, 0), 1)
    return low...min(max((area + unknown) / whole, low), 1)
  }

  /// The sum of two of the same hazard.
  public static func += (left: inout HazardMeasure, right: HazardMeasure) {
    left.area += right.area
    left.unknown += right.unknown
    for index in left.classes.indices { left.classes[index] += right.classes[index] }
  }
}
