import Boundaries
import GeoModel
import TestSupport
import Testing

@Suite("Coverage: laws")
struct CoverageLawTests {
  @Test("a jagged valid coverage has no fault", arguments: [UInt64](1...5))
  func valid(seed: UInt64) throws {
    let units = jaggedCoverage(side: 6, steps: 12, seed: seed)
    let faults = try CoverageCheck.faults(of: units)
    #expect(faults.isCoverage && faults.negligiblePieces == 0, "seed \(seed)")
    #expect(faults.mended.isEmpty, "seed \(seed)")
    #expect(faults.sharedBorders.count == 2 * 6 * 5, "seed \(seed)")
  }

  /// A fault a unit, on units of the even rows and columns, so that no two touch: a spike of its
  /// south border into its neighbour or away from it.
  private func withFaults(
    _ count: Int, seed: UInt64
  ) -> (units: [AdministrativeUnit], overlaps: Int) {
    var generator = SeededGenerator(seed: seed)
    var units = jaggedCoverage(side: 8, steps: 12, seed: seed)
    let places = [18, 20, 22, 34, 36, 38, 50, 52, 54].shuffled(using: &generator).prefix(count)
    var overlaps = 0
    for place in places {
      let outwards = Bool.random(using: &generator)
      if outwards { overlaps += 1 }
      units[place].polygons[0].exterior.coordinates[6].y += outwards ? -0.0004 : 0.0004
    }
    return (units, overlaps)
  }

  @Test("put in k faults, find exactly k", arguments: [UInt64](1...9))
  func faults(seed: UInt64) throws {
    let (units, overlaps) = withFaults(Int(seed), seed: seed)
    let faults = try CoverageCheck.faults(of: units)
    #expect(faults.overlaps.count == overlaps, "seed \(seed)")
    #expect(faults.gaps.count == Int(seed) - overlaps, "seed \(seed)")
  }

  @Test("the order of units and the direction of rings change nothing", arguments: [UInt64](1...5))
  func order(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (units, _) = withFaults(9, seed: seed)
    let expected = try CoverageCheck.faults(of: units).findings(for: units, level: "commune")
    var shuffled = units.shuffled(using: &generator)
    for index in shuffled.indices where Bool.random(using: &generator) {
      shuffled[index].polygons[0].exterior = shuffled[index].polygons[0].exterior.reversed
    }
    let found = try CoverageCheck.faults(of: shuffled).findings(for: shuffled, level: "commune")
    #expect(found == expected, "seed \(seed)")
  }

  @Test("a shift along the parallel changes no count and no area", arguments: [UInt64](1...5))
  func shift(seed: UInt64) throws {
    let (units, _) = withFaults(9, seed: seed)
    let expected = try CoverageCheck.faults(of: units)
    var shifted = units
    for index in shifted.indices {
      for place in shifted[index].polygons[0].exterior.coordinates.indices {
        shifted[index].polygons[0].exterior.coordinates[place].x -= 64
      }
    }
    let found = try CoverageCheck.faults(of: shifted)
    #expect(found.overlaps.count == expected.overlaps.count, "seed \(seed)")
    #expect(found.gaps.count == expected.gaps.count, "seed \(seed)")
    #expect(abs(found.gapArea - expected.gapArea) < 0.01, "seed \(seed)")
    #expect(abs(found.overlapArea - expected.overlapArea) < 0.01, "seed \(seed)")
  }

  @Test("repaired, no fault is left and what tiles keeps its bits", arguments: [UInt64](1...9))
  func repair(seed: UInt64) throws {
    let (units, _) = withFaults(Int(seed), seed: seed)
    let rules = CoverageRules(sliverWidth: 1_000)
    let repair = try CoverageRepair(of: units, rules: rules)
    #expect(repair.after.isCoverage && repair.after.negligiblePieces == 0, "seed \(seed)")
    #expect(repair.after.sharedBorders.count == 2 * 8 * 7, "seed \(seed)")
    let changed = Set(repair.changes.map(\.unit))
    #expect(changed.count <= 2 * Int(seed), "seed \(seed)")
    for index in units.indices where !changed.contains(index) {
      #expect(repair.units[index] == units[index], "seed \(seed)")
    }
    // No ground is lost or won: areas close with the overlaps taken out and the gaps filled.
    let before = units.reduce(0) { $0 + $1.area }
    let after = repair.units.reduce(0) { $0 + $1.area }
    let moved = repair.before.gapArea - repair.before.overlapArea
    // `area` of the faulty units is that of the sound ones: take it from the changes.
    let drift = repair.changes.reduce(0) { $0 + $1.areaBefore - units[$1.unit].area }
    // A spike is some 20,000 m²; a new position on an edge bends it by a few m² (geodesics).
    #expect(abs(after - before - moved - drift) < 10, "seed \(seed)")
    // Repairing again changes nothing.
    #expect(try CoverageRepair(of: repair.units, rules: rules).changes.isEmpty, "seed \(seed)")
  }
}
