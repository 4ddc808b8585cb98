import GEOSKit
public import GeoAlgorithms
import GeoModel

/// The zones of a hazard before it is known which of them overlap: work that a caller divides among
/// workers.
public struct ZoneSurvey: Sendable {
  /// The zones, by class and then by place, so that the order of the file decides nothing.
  public let zones: [HazardZone]
  /// The names of the classes, ascending: as numbers where all are numbers, else by their letters. A
  /// zone without class stands in the last one, called `nil`.
  public let classNames: [String?]
  /// For each zone its class, an index of ``classNames``.
  public let classes: [Int]

  /// Sorts `zones`. O(n log n).
  public init(_ zones: [HazardZone]) {
    let names = Set(zones.compactMap(\.className))
    var sorted: [String?] = Self.ascending(Array(names))
    if zones.contains(where: { $0.className == nil }) { sorted.append(nil) }
    classNames = sorted
    let ranks = Dictionary(
      sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let boxes = zones.map(\.polygon.boundingBox)
    func key(_ index: Int) -> [Double] {
      let box = boxes[index]
      return [
        Double(ranks[zones[index].className] ?? 0), box.minimumX, box.minimumY, box.maximumX,
        box.maximumY, Double(zones[index].polygon.exterior.coordinates.count),
        Double(zones[index].polygon.holes.count),
      ]
    }
    let keys = zones.indices.map(key)
    let order = zones.indices.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    self.zones = order.map { zones[$0] }
    classes = order.map { ranks[zones[$0].className] ?? 0 }
  }

  private static func ascending(_ names: [String]) -> [String] {
    let numbers = names.map { Double($0) }
    guard numbers.allSatisfy({ $0 != nil }) else {
      return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }
    return names.sorted {
      let (left, right) = (Double($0) ?? 0, Double($1) ?? 0)
      return left != right
        ? left < right : $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
  }

  /// The outline of a zone.
  public func outline(of zone: Int) -> OverlapOutline {
    OverlapOutline([zones[zone].polygon])
  }

  /// The zones behind `zone` in the order that overlap it, given the outlines of all and the tree of
  /// their boxes.
  ///
  /// - Throws: what GEOS says of zones that touch and are not valid.
  public func overlaps(
    of zone: Int, outlines: [OverlapOutline], tree: PackedRTree, memory: inout AreaOverlap
  ) throws -> [Int] {
    try tree.items(meeting: outlines[zone].boundingBox).filter { other in
      guard other > zone else { return false }
      if let area = memory.area(outlines[zone], outlines[other]) { return area > 0 }
      let common = try Overlay.intersection([zones[zone].polygon], [zones[other].polygon])
      return EdgeArea.area(of: common) > Self.leastOverlap
    }
  }

  /// Zones that share a border overlap by what rounding makes of it: a square centimetre.
  static let leastOverlap = 1e-4
}
