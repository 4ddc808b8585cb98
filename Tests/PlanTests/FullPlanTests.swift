import Foundation
import GeoModel
import Testing

@testable import Plan

/// The case `good-full` uses every key of the grammar: a key that the reader knows and then forgets
/// would be ignored in silence.
struct FullPlanTests {
  private func fullPlan() throws -> (plan: Plan, root: YAMLValue) {
    let file = PlanCaseTests.folder.appending(path: "good-full/plan.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let context = ReadingContext(file: "plan.yaml", folder: ".")
    let root = try #require(YAMLComposer.compose(text, context: context))
    return (try Plan.read(text: text, file: "plan.yaml", folder: "."), root)
  }

  @Test func usesEveryKey() throws {
    var used: Set<String> = []
    func collect(_ value: YAMLValue) {
      switch value.content {
      case .text: break
      case .list(let items): items.forEach(collect)
      case .mapping(let entries):
        for entry in entries {
          used.insert(entry.key)
          collect(entry.value)
        }
      }
    }
    collect(try fullPlan().root)
    let known = Set(KeyTable.all.flatMap(\.keys))
    // `room` is the other way to say `share_pct`, `friction` that to say what lies on the ground, and
    // only one of each may stand.
    #expect(known.subtracting(used).sorted() == ["friction", "room"])
  }

  /// Optional parts of the model that some item of the plan sets, by `Type.property`.
  @Test func everyOptionalPartIsReadSomewhere() throws {
    var everSet: [String: Bool] = [:]
    func visit(_ value: Any) {
      let mirror = Mirror(reflecting: value)
      for child in mirror.children {
        guard let label = child.label else {
          visit(child.value)
          continue
        }
        let inner = Mirror(reflecting: child.value)
        if inner.displayStyle == .optional {
          let name = "\(mirror.subjectType).\(label)"
          everSet[name] = everSet[name, default: false] || !inner.children.isEmpty
          if let some = inner.children.first { visit(some.value) }
        } else {
          if inner.displayStyle == .collection, mirror.displayStyle == .struct {
            let name = "\(mirror.subjectType).\(label)"
            everSet[name] = everSet[name, default: false] || !inner.children.isEmpty
          }
          visit(child.value)
        }
      }
    }
    visit(try fullPlan().plan)
    #expect(everSet.count > 40)
    #expect(
      everSet.filter { !$0.value }.keys.sorted() == ["AccessibilitySection.friction"],
      "friction goes without what this plan says")
  }

  @Test func valuesArriveWhereTheyBelong() throws {
    let plan = try fullPlan().plan
    #expect(plan.vintage == CalendarDate(year: 2025, month: 7, day: 1))
    #expect(plan.language == .vietnamese)
    let roads = try #require(plan.roads)
    #expect(roads.snap == .any)
    #expect(roads.join == .crossings)
    #expect(roads.snapLimitMetres == 1500.5)
    #expect(roads.unhardened == ["earth"])
    #expect(roads.speeds.map(\.roadClass) == ["primary", "track"])
    #expect(roads.costs.map(\.bridge) == [false, true, nil])
    let villages = try #require(plan.villages)
    #expect(villages.source.coordinates?.x.name == "lon")
    #expect(villages.source.referenceSystem?.name == "4326")
    #expect(villages.source.numbers == .vi)
    guard case .fields(let encodings) = villages.source.encoding else {
      Issue.record("encodings by field")
      return
    }
    #expect(encodings.map(\.field.name) == ["ten", "ghi_chu"])
    #expect(encodings.map(\.encoding) == ["tcvn3", "vni"])
    #expect(plan.forest?.years.map(\.year) == [2015, 2018, 2020, 2022])
    #expect(plan.forest?.years.first?.cover.definition == .threshold(minimum: 30))
    #expect(plan.forest?.years.last?.cover.definition == .classes([10, 95]))
    #expect(plan.forest?.connectivity == .eight)
    #expect(plan.terrain?.slopeLimits == [8, 15] && plan.terrain?.heightLimits == [700])
    #expect(plan.accessibility?.destinations.map(\.name) == ["centres", "school", "housing-land"])
    #expect(plan.accessibility?.barriers.map(\.name) == ["housing-land"])
    #expect(plan.accessibility?.limits == [45, 90])
    #expect(plan.accessibility?.offPathFactor == 0.5)
    #expect(plan.accessibility?.marginKilometres == 5)
    #expect(plan.forest?.restoration?.slopeLimits == [10, 20.5])
    #expect(plan.forest?.restoration?.roadLimits == [800])
    #expect(plan.forest?.restoration?.yearsToForest == 4)
    #expect(plan.forest?.restoration?.minimumSiteHectares == 0.5)
    #expect(plan.forest?.restoration?.bareClasses == [30, 60])
    #expect(plan.forest?.presentYear == nil)
    #expect(plan.forest?.functions.first?.meaning == .all(.specialUse))
    guard case .field(let functions)? = plan.forest?.functions.last?.meaning else {
      Issue.record("functions by a field")
      return
    }
    #expect(functions.field.name == "malr3")
    guard case .pairwise(let matrix, _) = plan.resettlement?.sites?.weighting else {
      Issue.record("weights by pairs")
      return
    }
    let (third, fifth) = (1.0 / 3, 1.0 / 5)
    let rows: [[Double]] = [[1, 3, 5], [third, 1, 3], [fifth, third, 1]]
    #expect(matrix == rows)
    let names = [
      "too steep", "elevation_m", "outside hazards", "inside housing-land", "distance_to slide",
    ]
    #expect(plan.resettlement?.sites?.constraints.map(\.name) == names)
    guard case .list(let targets) = plan.targets else {
      Issue.record("targets are a list")
      return
    }
    let comparisons: [TargetDefinition.Comparison] = [
      .atLeast(63), .atMost(5), .moreThan(2), .lessThan(15), .equal(30), .about(0),
      .range(low: 4, high: 4.5), .baseline(-22.01),
    ]
    #expect(targets.map(\.comparison) == comparisons)
    #expect(targets[6].year == TargetYear(first: 2021, last: 2025))
  }

  @Test func whatIsNotSaidHasItsDefault() throws {
    let text = """
      upland: 1
      units: {level: commune, source: a.gpkg, code: id}
      roads: {source: r.gpkg}
      forest: {rule: own, source: f.gpkg}
      hazards: [{name: flood, source: h.gpkg}]
      resettlement: {exposure: {}}
      crosswalk: {source: c.csv, from: {vintage: 2020-01-10, code: a}, to: {vintage: 2025-07-01, code: b}}
      """
    let plan = try Plan.read(text: text, file: "plan.yaml", folder: ".")
    #expect(plan.language == .english)
    #expect(plan.roads?.join == nil)
    #expect(plan.roads?.snap == .nearest)
    #expect(plan.roads?.snapLimitMetres == 500)
    #expect(plan.roads?.toleranceMetres == 1)
    #expect(plan.forest?.connectivity == nil)
    #expect(plan.forest?.minimumKnownPercent == 95)
    #expect(plan.forest?.minimumPatchHectares == nil)
    #expect(plan.resettlement?.exposure == ExposureRule(hazards: ["flood"]))
    #expect(plan.resettlement?.exposure?.leastSharePercent == 5)
    #expect(plan.crosswalk.first?.unlisted == .error)
  }
}
