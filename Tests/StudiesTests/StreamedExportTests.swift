import Foundation
import GDALKit
import GeoModel
import Plan
import Publishing
import TestSupport
import Testing

@testable import Studies

/// `export` of units alone, which never holds all outlines: the files are those of the way that holds them.
@Suite("Streamed export of units")
struct StreamedExportTests {
  /// The files of `layers` as a run writes them that has everything in memory.
  private func held(
    _ session: PlanSession, _ layers: [String]?, form: GeoJSONForm, to folder: String
  ) async throws {
    let computed = try await session.compute(layers: layers)
    let writer = RunWriter(
      study: computed.study, findings: computed.findings, jobs: 1, form: .geojson(form),
      vocabulary: .plain)
    _ = try await writer.write(computed.layers, record: writer.record(), to: folder)
  }

  private func expectSame(
    _ folder: PlanFolder, _ plan: String, layers: [String]?, label: String
  ) async throws {
    for (number, form) in [GeoJSONForm.collection, .sequence].enumerated() {
      let names = ["\(label) held \(number)", "\(label) streamed \(number)"]
        .map { $0.filter(\.isLetter) + $0.filter(\.isNumber) }
      try await held(folder.session(plan), layers, form: form, to: "\(folder.path)/\(names[0])")
      let expected = try folder.files(in: names[0])
      let session = try folder.session(plan, jobs: 3 - 2 * number)
      #expect(try StreamedSelection(layers, of: session.plan) != nil, "\(label)")
      let result = try await session.export(
        layers: layers, to: "\(folder.path)/\(names[1])", as: .geojson(form))
      #expect(try folder.files(in: names[1]) == expected, "\(label)")
      #expect(
        Set(result.files.map { String($0.path.split(separator: "/").last ?? "") })
          == Set(expected.keys), "\(label)")
    }
  }

  @Test("six random coverages, communes in any order", arguments: 0..<6)
  func random(seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let folder = try PlanFolder()
    let coverage = try MadeCoverage(
      system: [4326, 32649, 5898, 3406].randomElement(using: &random) ?? 4326,
      districts: MadeCoverage.Districts.allCases.randomElement(using: &random) ?? .dissolved,
      random: &random)
    let plan = try coverage.write(
      to: folder, order: coverage.communes.indices.shuffled(using: &random))
    let label = "seed \(seed): \(coverage.system.definition), \(coverage.districts)"
    try await expectSame(folder, plan, layers: ["units-commune"], label: "finest, \(label)")
    guard coverage.districts != .dissolved else { return }
    try await expectSame(
      folder, plan, layers: ["units-commune", "units-district"], label: "both, \(label)")
  }

  /// A chessboard of `count` squares of 1 km in UTM 49 N, with codes in no order, some without a name.
  private func chessboard(_ count: Int, seed: Int) -> [MapText.Feature] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).shuffled(using: &random).map { index in
      let x = 200_000 + 1_000 * Double(index % 20)
      let y = 1_660_000 + 1_000 * Double(index / 20)
      return MapText.Feature(
        [
          "code": "c\(index)", "name": index % 7 == 0 ? "" : "Xã \(index)",
          // The greater part agrees; every tenth declares twice what it has.
          "ha": index % 10 == 0 ? "200" : "100",
        ], rectangle(x, y, x + 1_000, y + 1_000))
    }
  }

  private static let boardPlan = """
    units: {level: commune, source: board.geojson, code: code, name: name, declared_area: {field: ha, unit: ha}}

    """

  @Test("more units than a worker takes at a time, with findings about many of them")
  func batches() async throws {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON(chessboard(150, seed: 5), system: 32649), to: "board.geojson")
    try await expectSame(folder, Self.boardPlan, layers: ["units-commune"], label: "board")
    let result = try await folder.session(Self.boardPlan, jobs: 2)
      .export(layers: ["units-commune"], to: "\(folder.path)/out")
    let kinds = Dictionary(grouping: result.findings, by: \.kind).mapValues(\.count)
    #expect(kinds == ["declared-area": 15, "missing-name": 22])
  }

  @Test("what cannot carry a figure is refused as without streaming, and nothing is written")
  func refused() async throws {
    let folder = try PlanFolder()
    var features = chessboard(100, seed: 6)
    features[3].properties[0].json = "\"\""
    features[40].geometry = .polygon(
      Polygon(
        exterior: LinearRing([
          Coordinate(x: 200_000, y: 1_660_000), Coordinate(x: 201_000, y: 1_661_000),
          Coordinate(x: 201_000, y: 1_660_000), Coordinate(x: 200_000, y: 1_661_000),
          Coordinate(x: 200_000, y: 1_660_000),
        ])))
    features[70].geometry = nil
    features[71].properties[0] = features[72].properties[0]
    try folder.write(MapText.geoJSON(features, system: 32649), to: "board.geojson")
    let session = try folder.session(Self.boardPlan, jobs: 3)
    let layers = ["units-commune"]
    let expected = await refusal { _ = try await session.compute(layers: layers) }
    #expect(expected.count == 4, "\(expected)")
    let lines = await refusal {
      _ = try await session.export(layers: layers, to: "\(folder.path)/out")
    }
    #expect(lines == expected)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/out"))
  }

  @Test("what needs all outlines, villages or another form is not streamed")
  func selection() throws {
    let folder = try TwoUnits.folder()
    let units = """
      units:
        - {level: province, source: provinces.geojson, code: code}
        - {level: district, dissolve: commune, by: district}
        - {level: commune, source: units.geojson, code: code}

      """
    let plan = try folder.session(units).plan
    #expect(try StreamedSelection(["units-commune"], of: plan)?.levels == ["commune"])
    let both = try StreamedSelection(["units-commune", "units-province"], of: plan)
    #expect(both?.levels == ["commune", "province"])
    #expect(try StreamedSelection(["units-commune", "findings"], of: plan) == nil)
    #expect(try StreamedSelection(["units-commune", "units-district"], of: plan) == nil)
    #expect(try StreamedSelection(["units-province"], of: plan) == nil)
    #expect(try StreamedSelection(nil, of: plan) == nil)
    let villages = try folder.session(
      TwoUnits.plan + "villages: {source: v.geojson, code: code}\n"
    ).plan
    #expect(try StreamedSelection(["units-commune"], of: villages) != nil)
  }

  @Test("a source that changes while it is read is refused, whatever changed")
  func changed() async throws {
    for change in 0..<3 {
      let folder = try PlanFolder()
      var features = chessboard(100, seed: 7)
      try folder.write(MapText.geoJSON(features, system: 32649), to: "board.geojson")
      let session = try folder.session(Self.boardPlan)
      let study = try await StudyLoader(
        plan: session.plan, options: session.options, streamsFinest: true
      ).load()
      let units = StreamedUnits(
        plan: session.plan, level: study.finest, outlines: try #require(study.streamed),
        options: session.options)
      switch change {
      case 0: features.removeLast()
      case 1: features.append(features[0])
      // Other numbers, as after an edit: row 3 of before is row 4 now.
      default: break
      }
      let text = MapText.geoJSON(features, system: 32649)
      try folder.write(
        change == 2
          ? text.replacing(#""type":"Feature","#, with: #""type":"Feature","id":7,"#)
          : text, to: "board.geojson")
      let spool = try FeatureSpool(
        name: "t", count: 100, writer: GeoJSONWriter(), in: folder.path)
      let lines = await refusal { _ = try await units.fill(spool) }
      #expect(
        lines == [
          "'board.geojson' has changed while it was read; run again when nothing writes to it"
        ], "change \(change)")
    }
  }
}
