import Foundation
import Plan
import Testing

/// The plans that fix the grammar are read without a problem.
struct SharedPlanTests {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let plans = [
    "../shared/studies/andorra/plan.yaml", "../shared/studies/quang-ngai/plan.yaml",
    "../shared/perf/plan.yaml", "GeoData/sample/plan.yaml",
  ]

  static func path(_ plan: String) -> String {
    root.appending(path: plan).standardized.path()
  }

  @Test(arguments: plans)
  func isRead(_ plan: String) throws {
    let path = Self.path(plan)
    try Test.cancelUnlessPresent(path)
    let plan = try Plan.read(contentsOf: path)
    #expect(!plan.units.isEmpty)
  }

  @Test func andorraAsItStands() throws {
    let path = Self.path(Self.plans[0])
    try Test.cancelUnlessPresent(path)
    let plan = try Plan.read(contentsOf: path)
    #expect(plan.title == "Andorra")
    #expect(plan.language == .english)
    #expect(plan.units.map(\.name) == ["parish"])
    guard case .source(let parishes) = plan.units[0].origin else {
      Issue.record("parishes have a source")
      return
    }
    #expect(parishes.source.mark == SourceMark(line: 9, column: 13))
    #expect(parishes.source.path == "units.parish.source")
    #expect(parishes.source.text == "../../data/andorra/andorra.osm.pbf")
    #expect(parishes.source.location.hasSuffix("andorra/../../data/andorra/andorra.osm.pbf"))
    #expect(parishes.code.name == "osm_id")
    #expect(plan.roads?.hardened.count == 8)
    #expect(plan.roads?.hardened[3] == "concrete:plates")
    #expect(plan.roads?.assumedHardened.first == "motorway")
    #expect(plan.roads?.snapLimitMetres == 500)
    #expect(plan.forest?.minimumPatchHectares == 0.3)
    #expect(plan.forest?.cover?.definition == .everything)
    #expect(plan.hazards.map(\.extent) == [.slope(atLeastPercent: 60)])
    let sites = plan.resettlement?.sites
    #expect(sites?.weighting == .direct([3, 2, 1]))
    #expect(sites?.constraints.first?.fit == NumberRange(atMost: 30))
    #expect(sites?.criteria.map(\.worst) == [2000, 30, 8000])
    guard case .list(let targets) = plan.targets else {
      Issue.record("targets are a list")
      return
    }
    #expect(targets.map(\.comparison) == [.atLeast(63), .atLeast(70)])
  }
}

extension Test {
  /// Skips the running test, and says why, where a file that is no part of the project is absent.
  static func cancelUnlessPresent(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      try Test.cancel("\(URL(filePath: path).lastPathComponent) of this plan is not here")
    }
  }
}
