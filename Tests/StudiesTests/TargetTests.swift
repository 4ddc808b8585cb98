import GeoModel
import Plan
import Testing

@testable import Studies

@Suite("The target that forest cover is measured by")
struct TargetTests {
  private func target(_ plan: String) throws -> ForestTarget? {
    let read = try Plan.read(
      text: "upland: 1\n\(TwoUnits.plan)\(plan)", file: "plan.yaml", folder: "/")
    return try TargetsLoader(plan: read, ledger: SourceLedger()).forestTarget()
  }

  private let list = """
    targets:
      - {indicator: forest_cover, year: 2030, at_least: 67}
      - {indicator: village_hardened_road, year: 2024, at_least: 70}
      - {indicator: forest_cover, year: 2025, at_least: 63}

    """

  @Test("the earliest that is not before the units' vintage, else the last")
  func byVintage() throws {
    func year(_ vintage: String) throws -> Int? { try target(list + vintage)?.year }
    #expect(try year("") == 2025)
    #expect(try year("vintage: 2022-12-31\n") == 2025)
    #expect(try year("vintage: 2025-07-01\n") == 2025)
    #expect(try year("vintage: 2026-01-01\n") == 2030)
    #expect(try year("vintage: 2031-01-01\n") == 2030)
    #expect(try target(list)?.percent == 63)
    #expect(try target("") == nil)
  }

  @Test("a range is met at its low end; what is no least value is no target of cover")
  func comparisons() throws {
    #expect(
      try target("targets: [{indicator: forest_cover, year: 2025, range: {low: 60, high: 65}}]\n")?
        .percent
        == 60)
    #expect(try target("targets: [{indicator: forest_cover, year: 2025, at_most: 60}]\n") == nil)
  }

  @Test("the gap is what is missing, 0 where the target is met; the surplus what is beyond it")
  func gap() async throws {
    let folder = try TwoUnits.folder()
    // The western commune is forest in 7 of 10 columns, the eastern in 4.
    try TwoUnits.writeRaster(to: folder) { column, _ in
      column < 7 || (10..<14).contains(column) ? 1 : 0
    }
    let result = try await folder.session(
      TwoUnits.plan + "forest: {rule: r, source: cover.tif, classes: [1]}\n"
        + "targets: [{indicator: forest_cover, year: 2025, at_least: 63}]\n"
    ).forestCover(level: nil, in: nil)
    for (feature, share) in zip(result.layer.features, [70.0, 40]) {
      let area = feature.number("area_ha") ?? .nan
      #expect(abs((feature.number("forest_pct") ?? .nan) - share) < 1e-6)
      let gap = (63 - share) / 100 * area
      #expect(abs((feature.number("gap_ha") ?? .nan) - max(0, gap)) < 1e-6 * area)
      #expect(abs((feature.number("surplus_ha") ?? .nan) - max(0, -gap)) < 1e-6 * area)
    }
    #expect((result.layer.total("gap_ha") ?? -1) > 0)
  }

  @Test("the resolution's own table", .enabled(if: Shared.has("reference/resolution-targets.csv")))
  func resolution() throws {
    let source = Shared.path("reference/resolution-targets.csv")
    let found = try target("vintage: 2025-07-01\ntargets: {source: \(source)}\n")
    #expect(found == ForestTarget(percent: 63, year: 2025))
    let next = try target("vintage: 2026-07-01\ntargets: {source: \(source)}\n")
    #expect(next == ForestTarget(percent: 67, year: 2030))
  }
}
