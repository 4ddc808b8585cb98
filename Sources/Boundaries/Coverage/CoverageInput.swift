import GEOSKit
import GeoAlgorithms
import GeoModel

/// The units of a coverage made ready: valid, wound by the right-hand rule, in the order of their
/// codes, so that no result depends on the order in which they came.
struct CoverageInput {
  /// The polygons, in the order of the codes.
  private(set) var polygons: [[Polygon]] = []
  /// For each place in that order the index of the unit.
  let order: [Int]
  /// The places of units whose rings are invalid.
  private(set) var mended: [Int] = []
  /// The boxes.
  let tree: PackedRTree
  let boxes: [BoundingBox]

  init(_ units: [AdministrativeUnit]) throws(GEOSError) {
    order = Self.orderByLabel(units)
    for (place, index) in order.enumerated() {
      var areas = units[index].polygons
      if areas.contains(where: { $0.rings.contains { !$0.coordinates.allSatisfy(\.isFinite) } }) {
        areas = []
      }
      if !areas.isEmpty, try Validity.invalidity(of: areas) != nil {
        areas = try Validity.repaired(areas)
        mended.append(place)
      }
      polygons.append(areas.map(\.woundByRightHandRule))
    }
    boxes = polygons.map { areas in
      areas.reduce(into: BoundingBox.empty) { $0.formUnion($1.boundingBox) }
    }
    tree = PackedRTree(boxes)
  }

  /// The indices of `units` by their labels, as Unicode scalars; equal ones by what they cover,
  /// then as they came.
  static func orderByLabel(_ units: [AdministrativeUnit]) -> [Int] {
    units.indices.sorted { left, right in
      let (first, second) = (units[left].label, units[right].label)
      guard first.unicodeScalars.elementsEqual(second.unicodeScalars) else {
        return first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
      }
      let (start, other) = (
        units[left].polygons.first?.exterior.coordinates.min(),
        units[right].polygons.first?.exterior.coordinates.min()
      )
      if let start, let other, start != other { return start < other }
      return left < right
    }
  }
}
