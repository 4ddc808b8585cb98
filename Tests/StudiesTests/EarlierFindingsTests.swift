import GeoModel
import Studies
import Testing

/// Codes and boundaries of two dates, as `check` compares them.
@Suite("Units of two dates")
struct EarlierFindingsTests {
  static let old = [
    ("A", TwoUnits.west), ("B", TwoUnits.east),
  ].map { MapText.Feature(["ma": $0.0], $0.1) }

  /// What `check` says of codes and stale boundaries where the crosswalk has these rows.
  static func findings(_ crosswalk: String?, new: [(String, Geometry)]) async throws -> [Finding] {
    let folder = try PlanFolder()
    try folder.write(MapText.geoJSON(old), to: "old.geojson")
    try folder.write(
      MapText.geoJSON(new.map { MapText.Feature(["ma": $0.0], $0.1) }), to: "new.geojson")
    var plan = """
      vintage: 2025-07-01
      units: {level: commune, source: new.geojson, code: ma}
      earlier_units: {level: commune, source: old.geojson, vintage: 2020-01-10, code: ma}

      """
    if let crosswalk {
      try folder.write("old,new,type\n" + crosswalk, to: "crosswalk.csv")
      plan += """
        crosswalk:
          - source: crosswalk.csv
            from: {vintage: 2020-01-10, code: old}
            to: {vintage: 2025-07-01, code: new}
            type: type
            unlisted: unchanged

        """
    }
    return try await folder.session(plan).check().filter {
      ["stale-geometry", "codes-reused", "code-reused"].contains($0.kind)
    }
  }

  @Test("a unit that another was merged into, still drawn as it was")
  func stale() async throws {
    let found = try await Self.findings("B,A,full\n", new: [("A", TwoUnits.west)])
    #expect(found.map(\.kind) == ["stale-geometry"])
    #expect(found.first?.severity == .error && found.first?.feature == "A")
  }

  @Test("a unit that nothing changed keeps its boundary rightly")
  func unchanged() async throws {
    let same = [("A", TwoUnits.west), ("B", TwoUnits.east)]
    #expect(try await Self.findings("", new: same) == [])
    #expect(try await Self.findings("A,A,full\nB,B,full\n", new: same) == [])
    #expect(try await Self.findings(nil, new: same) == [])
  }

  @Test(
    "two codes that changed places: a warning for both together, a note each, no stale boundary")
  func reused() async throws {
    let swapped = [("A", TwoUnits.east), ("B", TwoUnits.west)]
    let found = try await Self.findings("A,B,full\nB,A,full\n", new: swapped)
    #expect(found.map(\.kind).sorted() == ["code-reused", "code-reused", "codes-reused"])
    #expect(found.filter { $0.severity == .warning }.map(\.amount) == ["2 of 2 codes"])
    #expect(found.filter { $0.severity == .note }.map(\.amount) == ["0 %", "0 %"])
  }

  @Test(
    "of the 24 codes of the plan of Quảng Ngãi all existed in 2009, and 18 name other ground",
    .enabled(if: Shared.has("studies/quang-ngai/plan.yaml"), "the plan of Quảng Ngãi is not here"))
  func quangNgai() async throws {
    let session = try PlanSession(
      planAt: Shared.path("studies/quang-ngai/plan.yaml"), options: StudyOptions(jobs: 2))
    let findings = try await session.check()
    let total = try #require(findings.first { $0.kind == "codes-reused" })
    #expect(total.amount == "18 of 24 codes" && total.severity == .warning)
    #expect(findings.count { $0.kind == "code-reused" } == 18)
    #expect(!findings.contains { $0.severity == .error })
  }
}
