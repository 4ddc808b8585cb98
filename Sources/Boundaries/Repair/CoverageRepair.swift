public import GEOSKit
public import GeoModel
import PROJKit

/// Units whose boundaries were made to tile, with what that changed. Nothing calls it by itself.
///
/// Every border of a unit that takes part in a fault is noded and cut into faces; each face goes
/// to one unit, and a unit's faces are joined. So common borders are the same positions on both
/// sides, and units that take part in no fault keep theirs to the last bit.
///
/// 1. Invalid rings are mended first (``GEOSKit/Validity/repaired(_:)``).
/// 2. Ground that several units cover goes to the one of them with which it has the longest border
///    of ground already settled; equal lengths go to the lesser code. A unit that would be left with
///    no ground of its own keeps it (an enclave that its neighbour does not leave out). Units all of
///    whose ground is doubled with one another, as duplicates are, are left as they are.
/// 3. A gap of a mean width below ``CoverageRules/sliverWidth``, or one that is a pinhole, goes to
///    the neighbour with the longest border, equal lengths to the lesser code. Wider ones are left.
public struct CoverageRepair: Sendable, Hashable {
  /// What was done to one unit.
  public struct Change: Sendable, Hashable {
    /// The unit, by its index.
    public var unit: Int
    /// The geodesic area before, in **square metres**.
    public var areaBefore: Double
    /// The geodesic area after, in **square metres**.
    public var areaAfter: Double
    /// Whether its rings were invalid.
    public var wasInvalid: Bool
  }

  /// All units in the order given, with new polygons and area where they changed.
  public var units: [AdministrativeUnit]
  /// The units that changed, in the order of their codes.
  public var changes: [Change]
  /// The faults before.
  public var before: CoverageFaults
  /// What is left, found by checking the result again: wide gaps, and doubled units.
  public var after: CoverageFaults

  /// Repairs `units`, which are of one level.
  ///
  /// - Parameters:
  ///   - units: in any order, areas in longitude and latitude; the result keeps the order.
  ///   - rules: from which size on what counts, and which gaps are closed.
  /// - Complexity: O(k log k) in the positions of the units that take part in a fault, and two
  ///   checks.
  public init(
    of units: [AdministrativeUnit], rules: CoverageRules = CoverageRules()
  ) throws(GEOSError) {
    before = try CoverageCheck.faults(of: units, rules: rules)
    let input = try CoverageInput(units)
    var partition = try FacePartition(input)
    partition.settleOverlaps()
    partition.settleGaps(rules: rules)
    var repaired = units
    var changes: [Change] = []
    for (place, polygons) in try partition.polygonsByUnit() {
      let index = input.order[place]
      let original = units[index].polygons.map(\.woundByRightHandRule)
      guard CanonicalRings.of(polygons) != CanonicalRings.of(original) else { continue }
      let areaBefore = Geodesic.area(of: units[index].polygons)
      repaired[index].polygons = polygons
      repaired[index].area = Geodesic.area(of: polygons)
      changes.append(
        Change(
          unit: index, areaBefore: areaBefore, areaAfter: repaired[index].area,
          wasInvalid: input.mended.contains(place)))
    }
    self.units = repaired
    self.changes = changes
    after = try CoverageCheck.faults(of: repaired, rules: rules)
  }
}
