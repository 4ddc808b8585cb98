import DigestKit
import Foundation
import Studies
import Testing

/// What decides figures and is no source: rule files, targets, how roads to harden are chosen.
@Suite("What run.json tells of rules")
struct RunRulesTests {
  private func record(_ folder: PlanFolder, _ plan: String) async throws -> [String: Any] {
    _ = try await folder.session(plan).run(to: "\(folder.path)/out")
    return try folder.json("out/run.json")
  }

  private func sources(_ record: [String: Any]) -> [[String: Any]] {
    record["sources"] as? [[String: Any]] ?? []
  }

  private func rules(_ record: [String: Any]) -> [String: Any] {
    record["rules"] as? [String: Any] ?? [:]
  }

  private let inventory = """
    forest:
      rule: own.yaml
      source: plots.geojson
      types: {field: t, table: types.yaml, function: {field: f, table: functions.yaml}}
    indicators:
      - name: poor
        source: poor.csv
        level: commune
        match: xa
        names: names.yaml
        vintage: 2020-12-31
        columns: {poor: {field: ho, kind: count}}

    """

  private func inventoryFolder() throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    try folder.write(
      MapText.geoJSON([MapText.Feature(["t": "a", "f": "2"], TwoUnits.west)]), to: "plots.geojson")
    try folder.write(
      "rule: own\ntitle: {en: Ours, vi: Riêng}\nsource: nobody\nleast_patch: {ha: 0.3}\n"
        + "connectivity: 4\ncounted: [natural, planted]\ndenominator: natural_area\n",
      to: "own.yaml")
    try folder.write("a: natural\n", to: "types.yaml")
    try folder.write("2: special_use\n", to: "functions.yaml")
    try folder.write("Tay: Xã Tây\n", to: "names.yaml")
    try folder.write("xa,ho\nTay,10\nXã Đông,20\n", to: "poor.csv")
    return folder
  }

  @Test("files that a plan names beside its sources stand with size and digest, each once a place")
  func files() async throws {
    let folder = try inventoryFolder()
    let plan = "vintage: 2020-12-31\n" + TwoUnits.plan + inventory
    let record = try await record(folder, plan)
    let named = sources(record).suffix(4)
    #expect(
      named.compactMap { $0["section"] as? String } == [
        "forest.rule", "forest.types.table", "forest.types.function.table",
        "indicators.poor.names",
      ])
    let names = ["own.yaml", "types.yaml", "functions.yaml", "names.yaml"]
    #expect(named.compactMap { $0["source"] as? String } == names)
    for (source, name) in zip(named, names) {
      let files = source["files"] as? [[String: Any]] ?? []
      let digest = try FileDigest(ofFileAt: "\(folder.path)/\(name)")
      #expect(files.count == 1 && files[0]["path"] as? String == name)
      #expect(files[0]["bytes"] as? Int == digest.size)
      #expect(files[0]["sha256"] as? String == digest.sha256.hexadecimal)
    }
    // A rule that says something else is another record, though no source changed.
    try folder.write("a: planted\n", to: "types.yaml")
    let changed = try await self.record(folder, plan)
    let both = [record, changed].map { record in
      sources(record).map { ($0["files"] as? [[String: Any]])?.first?["sha256"] as? String }
    }
    #expect(zip(both[0], both[1]).filter { $0 != $1 }.count == 1)
  }

  @Test("what forest land is meant for, by a table of codes in a file")
  func functions() async throws {
    let folder = try inventoryFolder()
    try TwoUnits.writeRaster(to: folder) { _, _ in 1 }
    let record = try await record(
      folder,
      TwoUnits.plan + """
        forest:
          rule: own
          classes: [1]
          years: [{year: 2020, source: cover.tif}, {year: 2024, source: cover.tif}]
          functions: {source: plots.geojson, field: f, table: functions.yaml}

        """)
    let last = try #require(sources(record).last)
    #expect(last["source"] as? String == "functions.yaml")
    #expect((last["section"] as? String)?.hasPrefix("forest.functions") == true, "\(last)")
    let years = sources(record).compactMap { $0["vintage"] as? String }.sorted()
    #expect(years == ["2020", "2024"], "\(sources(record))")
  }

  @Test(
    "a table that goes with a source nobody asked for is not told, and one that is not there is no fault"
  )
  func unused() async throws {
    let folder = try inventoryFolder()
    _ = try await folder.session(TwoUnits.plan + inventory)
      .export(layers: ["units-commune"], to: "\(folder.path)/out")
    let record = try folder.json("out/run.json")
    #expect(
      sources(record).compactMap { $0["section"] as? String } == ["units.commune", "forest.rule"])
  }

  @Test("the program's own rules and tables bear a name that holds on every machine")
  func installed() async throws {
    let folder = try inventoryFolder()
    try folder.write(
      MapText.geoJSON([MapText.Feature(["t": "TXB"], TwoUnits.west)]), to: "plots.geojson")
    let record = try await record(
      folder,
      TwoUnits.plan
        + "forest: {rule: vn-2018, source: plots.geojson, types: {field: t, table: national-inventory}}\n"
    )
    let named = sources(record).suffix(2)
    #expect(
      named.compactMap { $0["source"] as? String } == [
        "upland:rules/forest/vn-2018.yaml", "upland:rules/forest-types/national-inventory.csv",
      ])
    #expect(
      named.allSatisfy { ($0["files"] as? [[String: Any]])?.first?["sha256"] is String })
  }

  @Test("the dates of sources are those of the plan, and null where it gives none")
  func vintages() async throws {
    let folder = try inventoryFolder()
    let record = try await record(
      folder, "vintage: 2020-12-31\n" + TwoUnits.plan + inventory)
    let vintages = Dictionary(
      sources(record).map { ($0["section"] as? String ?? "", $0["vintage"] as? String) },
      uniquingKeysWith: { first, _ in first })
    #expect(vintages["units.commune"] == "2020-12-31")
    #expect(vintages["indicators.poor"] == "2020-12-31")
    #expect(vintages["forest"] == .some(nil))
  }

  private func roads() throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    try folder.write(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"class":"track"},"#
        + #""geometry":{"type":"LineString","coordinates":[[108.02,15.05],[108.06,15.05]]}}]}"#,
      to: "roads.geojson")
    try folder.write("id,x,y\n1,108.02,15.05\n", to: "villages.csv")
    try folder.write("id,x,y\n1,108.06,15.05\n", to: "centres.csv")
    return folder
  }

  private let network =
    TwoUnits.plan + """
      villages: {source: villages.csv, code: id, x: x, y: y, crs: EPSG:4326}
      centres: {level: commune, source: centres.csv, x: x, y: y, crs: EPSG:4326}
      roads:
        source: roads.geojson
        class: class
        assume: {unhardened: [track]}
        costs: [{class: [track], slope_pct: {at_least: 15}, per_km: 900}, {per_km: 400.5}]

      """

  @Test("targets of the plan as they were read, and how it is chosen what to harden")
  func targets() async throws {
    let folder = try roads()
    let plan =
      network + """
        elevation: dem.tif
        measured: {indicator: production_growth, year: 2021-2025, value: 8.4, from: Report 12}
        targets:
          - {indicator: village_hardened_road, year: 2025, at_least: 70}
          - {indicator: poverty_reduction, year: 2021-2025, range: {low: 4, high: 4.5}, level: commune}

        """
    try TwoUnits.writeRaster(to: folder, name: "dem.tif") { _, _ in 100 }
    let rules = try rules(await record(folder, plan))
    let targets = rules["targets"] as? [[String: Any]] ?? []
    #expect(
      targets.map { $0["indicator"] as? String } == ["village_hardened_road", "poverty_reduction"])
    #expect(targets.map { $0["comparator"] as? String } == ["at_least", "range"])
    #expect(targets.map { $0["year"] as? String } == ["2025", "2021-2025"])
    #expect(targets.map { $0["low"] as? Double } == [70, 4])
    #expect(targets.map { $0["high"] as? Double } == [70, 4.5])
    #expect(targets.map { $0["level"] as? String } == ["study", "commune"])
    #expect(targets.first?["from"] as? String == "plan.yaml, line 13")
    let measured = (rules["measured"] as? [[String: Any]])?.first
    #expect(measured?["value"] as? Double == 8.4 && measured?["from"] as? String == "Report 12")
    let paving = rules["paving"] as? [String: Any] ?? [:]
    #expect(paving["reach_pct"] as? Double == 70 && paving["reach_by"] as? String == "target")
    #expect(paving["unknown_taken_as"] as? String == "unhardened")
    #expect(paving["cost_unit"] as? String == "money of the plan")
    let costs = paving["costs"] as? [[String: Any]] ?? []
    #expect(costs.map { $0["per_km"] as? Double } == [900, 400.5])
    #expect(costs.first?["slope_at_least_pct"] as? Double == 15)
  }

  @Test("targets of a table stand with row and cells; a table that nothing asked for is left alone")
  func targetTable() async throws {
    let folder = try roads()
    let plan =
      network.replacing("slope_pct: {at_least: 15}, ", with: "")
      + "targets: {source: targets.csv, numbers: vi}\n"
    try folder.write(
      "id;unit;year;comparator;low;high\nvillage_hardened_road;percent of villages;2025;at least;70,5;\n",
      to: "targets.csv")
    let record = try await record(folder, plan)
    let target = (rules(record)["targets"] as? [[String: Any]])?.first
    #expect(target?["low"] as? Double == 70.5)
    #expect(target?["unit"] as? String == "percent of villages")
    #expect(target?["from"] as? String == "targets.csv, row 1")
    #expect(
      target?["text"] as? String
        == "village_hardened_road; 2025; at least; 70,5; percent of villages")
    let paving = rules(record)["paving"] as? [String: Any]
    #expect(paving?["reach_pct"] as? Double == 70.5)

    try folder.write("id;low\nx;1\n", to: "targets.csv")
    _ = try await folder.session(plan)
      .export(layers: ["units-commune"], to: "\(folder.path)/units")
    let units = try rules(folder.json("units/run.json"))
    #expect(units["targets"] == nil && units["paving"] == nil)
  }
}
