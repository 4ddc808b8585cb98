public import GEOSKit
public import GeoModel

/// What two vintages of units with the same code have in common.
public struct CodeContinuity: Sendable, Hashable {
  /// The code.
  public var code: String
  /// The unit of the older vintage, by its index.
  public var old: Int
  /// The unit of the newer vintage, by its index.
  public var new: Int
  /// The common area in **square metres**.
  public var commonArea: Double
  /// The common area as a share of the older unit, 0…1.
  public var shareOfOld: Double
  /// The common area as a share of the newer unit, 0…1.
  public var shareOfNew: Double
  /// A position that only one of the two covers; `nil` where they cover the same.
  public var place: Coordinate?

  /// The common area as a share of what either covers (Jaccard's index), 0…1.
  public var likeness: Double {
    guard commonArea > 0 else { return 0 }
    return 1 / (1 / shareOfOld + 1 / shareOfNew - 1)
  }

  /// Compares the units that have one code in both vintages, in the order of the codes. A code
  /// that several units of one vintage have is passed over (``UnitCheck`` reports it), and so are
  /// units without area.
  /// - Complexity: an overlay for each code.
  public static func compare(
    old: [AdministrativeUnit], new: [AdministrativeUnit]
  ) throws(GEOSError) -> [CodeContinuity] {
    let before = try CoverageInput(old)
    let after = try CoverageInput(new)
    let (left, right) = (placesByCode(before, old), placesByCode(after, new))
    var found: [CodeContinuity] = []
    for (code, first) in left.sorted(by: { $0.key < $1.key }) {
      guard let second = right[code] else { continue }
      let (past, present) = (before.polygons[first], after.polygons[second])
      let common = area(try Overlay.intersection(past, present))
      let rest = try Overlay.difference(present, past) + Overlay.difference(past, present)
      found.append(
        CodeContinuity(
          code: code, old: before.order[first], new: after.order[second], commonArea: common,
          shareOfOld: min(common / area(past), 1), shareOfNew: min(common / area(present), 1),
          place: rest.map { CoveragePiece($0) }.max { ($0.area, $1.place) < ($1.area, $0.place) }?
            .place))
    }
    return found
  }

  private static func placesByCode(
    _ input: CoverageInput, _ units: [AdministrativeUnit]
  ) -> [String: Int] {
    var places: [String: [Int]] = [:]
    for (place, index) in input.order.enumerated() where !input.polygons[place].isEmpty {
      if let code = units[index].code, !code.isEmpty { places[code, default: []].append(place) }
    }
    return places.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  private static func area(_ polygons: [Polygon]) -> Double {
    polygons.reduce(0) { $0 + SmallArea.squareMetres(of: $1) }
  }
}
