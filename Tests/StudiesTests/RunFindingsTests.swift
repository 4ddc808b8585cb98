import GeoModel
import Publishing
import Testing

@testable import Studies

/// Who runs a plan is told no less than who checks it.
@Suite("Findings of a run are those of check")
struct RunFindingsTests {
  /// Two communes that overlap by a hundredth of a degree, and a table with figures that cannot be.
  private func folder() throws -> PlanFolder {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(
          ["code": "01", "name": "Xã Tây", "district": "1"], rectangle(108, 15, 108.11, 15.1)),
        MapText.Feature(["code": "02", "name": "Xã Đông", "district": "1"], TwoUnits.east),
      ]), to: "units.geojson")
    try folder.write(
      """
      Bảng nghèo năm 2024
      code,name,poor_pct,near_poor,households
      01,Xã Tây,905,12,100
      02,Xã Đông,9.05,-41,80
      ,Tổng cộng,,,180
      99,Xã Ngoài,4,3,20

      """, to: "poverty.csv")
    try folder.write("code,people\n1,-7\n", to: "districts.csv")
    return folder
  }

  private let plan = """
    vintage: 2025-07-01
    units:
      - {level: district, dissolve: commune, by: district}
      - {level: commune, source: units.geojson, code: code, name: name}
    indicators:
      - name: poverty
        source: poverty.csv
        vintage: 2025-07-01
        level: commune
        key: code
        scope: subset
        columns:
          poor_pct: {field: poor_pct, kind: share, of: households}
          near_poor: {field: near_poor, kind: count}
          households: {field: households, kind: count, unit: households}
      - name: people
        source: districts.csv
        vintage: 2025-07-01
        level: district
        key: code
        columns: {people: {field: people, kind: count, unit: people}}

    """

  @Test("overlaps, shares over 100 % and negative counts of every level, in the order of check")
  func same() async throws {
    let folder = try folder()
    let checked = FindingList(try await folder.session(plan).check()).findings
    let result = try await folder.session(plan).run(to: "\(folder.path)/out")
    #expect(result.findings == checked)
    let kinds = Set(checked.map { "\($0.kind) \($0.layer) \($0.feature ?? "")" })
    for kind in [
      "percent-out-of-range indicators.poverty 01", "negative-figure indicators.poverty 02",
      "negative-figure indicators.people 1",
    ] { #expect(kinds.contains(kind), "\(kind) not in \(kinds)") }
    #expect(checked.contains { $0.layer == "units.commune" && $0.kind.contains("overlap") })
    let layer = try #require(result.layers.first { $0.name == "findings" })
    #expect(layer.features.count == checked.count)
  }

  @Test("rows of tables are counted without the header, those that are left out with why")
  func reads() async throws {
    let folder = try folder()
    _ = try await folder.session(plan).run(to: "\(folder.path)/out")
    let record = try folder.json("out/run.json")
    let reads = try #require(record["reads"] as? [[String: Any]])
    let table = try #require(reads.first { $0["section"] as? String == "indicators.poverty" })
    #expect(table["read"] as? Int == 5 && table["used"] as? Int == 2)
    let leftOut = try #require(table["left_out"] as? [[String: Any]])
    #expect(
      Set(leftOut.map { "\($0["count"] ?? 0) \($0["reason"] ?? "")" }) == [
        "2 set aside as a total or a title", "1 outside the study",
      ])
    let other = try #require(reads.first { $0["section"] as? String == "indicators.people" })
    #expect(other["read"] as? Int == 1 && other["used"] as? Int == 1)
  }

  @Test("tables that a plan names beside its sources are no place for outputs either")
  func namedTables() throws {
    let folder = try folder()
    try folder.write("from,to\nXã Ngoài,Xã Tây\n", to: "names.csv")
    _ = try folder.session(
      plan.replacing("key: code\n    scope: subset", with: "match: name\n    names: names.csv"))
    #expect(throws: OutputError.isInput(path: "\(folder.path)/names.csv")) {
      try InputFiles.requireOther(than: "\(folder.path)/names.csv")
    }
    try InputFiles.requireOther(than: "\(folder.path)/other.csv")
  }
}
