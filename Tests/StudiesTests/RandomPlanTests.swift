import Foundation
import GeoModel
import Studies
import TestSupport
import Testing

/// Fifty made-up plans: any coverage of two levels, system, raster and rule. On each of them the
/// sums close, and nothing but the data decides a byte.
@Suite("Fifty random plans")
struct RandomPlanTests {
  /// A plan and its sources in a folder.
  private struct Case {
    let folder: PlanFolder
    let coverage: MadeCoverage
    let raster: MadeRaster
    let plan: String
    let seed: Int

    init(seed: Int) throws {
      var random = SeededGenerator(seed: seed)
      self.seed = seed
      folder = try PlanFolder()
      coverage = try MadeCoverage(
        system: [4326, 32649, 5898, 3406].randomElement(using: &random) ?? 4326,
        districts: MadeCoverage.Districts.allCases.randomElement(using: &random) ?? .dissolved,
        random: &random)
      raster = try MadeRaster(over: coverage.box, random: &random)
      let least = Bool.random(using: &random) ? Double.random(in: 1...60, using: &random) : nil
      plan =
        try coverage.write(to: folder)
        + raster.write(
          to: folder, leastHectares: least, connectivity: Bool.random(using: &random) ? 4 : 8)
    }

    var label: String {
      "seed \(seed): units in \(coverage.system.definition), \(coverage.districts),"
        + " raster in EPSG:\(raster.system)"
    }
  }

  @Test("forest, other, no data and outside close on the unit's area", arguments: 0..<50)
  func sumsClose(_ seed: Int) async throws {
    let test = try Case(seed: seed)
    let result = try await test.folder.session(test.plan).run(to: "\(test.folder.path)/out")
    #expect(!result.warnings.contains { $0.contains("add up to another area") }, "\(test.label)")
    for name in ["forest-cover", "forest-cover-commune"] {
      let layer = try #require(result.layers.first { $0.name == name }, "\(test.label)")
      for feature in layer.features {
        let parts = ["forest_ha", "other_ha", "nodata_ha", "outside_ha"].map {
          feature.number($0) ?? .nan
        }
        let area = feature.number("area_ha") ?? .nan
        #expect(parts.allSatisfy { $0 >= -1e-9 * area }, "\(test.label) \(feature.identifier)")
        #expect(
          abs(parts.reduce(0, +) / area - 1) < 1e-9, "\(test.label) \(feature.identifier): \(parts)"
        )
      }
    }
  }

  /// A district is the sum of its communes: exactly so for areas, where neighbours share every
  /// vertex. Each edge is densified by its own ends, so this holds in projected systems too; only
  /// where a commune's vertex lies on another's edge (a T-junction) would the two differ by up to
  /// 0.1 m times the length of that edge.
  ///
  /// Hectares of a class are brought to close on each unit by a factor that edges in longitude and
  /// latitude take away from 1 by about length × tan φ ÷ 12 R, 2e-5 at 6 km; hence the wider limit.
  @Test("a district is the sum of its communes", arguments: 0..<50)
  func districtsAreSums(_ seed: Int) async throws {
    let test = try Case(seed: seed)
    let session = try test.folder.session(test.plan)
    let districts = try await session.forestCover(level: "district", in: nil).layer
    let communes = try await session.forestCover(level: "commune", in: nil).layer
    #expect(communes.features.count == test.coverage.communes.count)
    for district in districts.features {
      let members = communes.features.filter { $0.text("parent") == district.text("code") }
      #expect(!members.isEmpty, "\(test.label)")
      func sum(_ name: String) -> Double { members.reduce(0) { $0 + ($1.number(name) ?? .nan) } }
      let area = district.number("area_ha") ?? .nan
      #expect(abs(sum("area_ha") / area - 1) < 1e-9, "\(test.label): \(sum("area_ha")) \(area)")
      for name in ["forest_ha", "other_ha", "nodata_ha", "outside_ha"] {
        let whole = district.number(name) ?? .nan
        #expect(abs(sum(name) - whole) <= 3e-5 * area, "\(test.label) \(name)")
      }
    }
    let whole = districts.total("area_ha") ?? .nan
    #expect(abs((communes.total("area_ha") ?? .nan) / whole - 1) < 1e-9, "\(test.label)")
  }

  @Test("any number of jobs and any order of the rows give the same bytes", arguments: 0..<50)
  func sameBytes(_ seed: Int) async throws {
    let test = try Case(seed: seed)
    _ = try await test.folder.session(test.plan, jobs: 1).run(to: "\(test.folder.path)/one")
    _ = try await test.folder.session(test.plan, jobs: 4).run(to: "\(test.folder.path)/four")
    let one = try test.folder.files(in: "one")
    #expect(one == (try test.folder.files(in: "four")), "\(test.label)")
    #expect(one.keys.contains("run.json") && one.keys.contains("forest-cover.geojson"))

    var random = SeededGenerator(seed: seed + 1000)
    let order = test.coverage.communes.indices.shuffled(using: &random)
    _ = try test.coverage.write(to: test.folder, order: order)
    _ = try await test.folder.session(test.plan, jobs: 3).run(to: "\(test.folder.path)/shuffled")
    for (name, bytes) in try test.folder.files(in: "shuffled") where name != "run.json" {
      #expect(bytes == one[name], "\(test.label): \(name)")
    }
  }
}
