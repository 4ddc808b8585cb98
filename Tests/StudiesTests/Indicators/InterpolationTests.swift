import GDALKit
import GeoModel
import Studies
import TestSupport
import Testing

/// A table of older units that are strips of the three communes' row, each from one longitude to
/// another; communes lie from 108.0 to 108.3, 0.1° each, so shares by area are shares of width.
struct OldStrips {
  let study: JoinStudy
  var strips: [(code: String, from: Double, to: Double, people: Int)]

  init(_ strips: [(code: String, from: Double, to: Double, people: Int)]) throws {
    study = try JoinStudy(VintageFaultTests.communes, vintage: "2025-07-01")
    self.strips = strips
    try write()
  }

  /// Writes the strips as boundaries, as a table with polygons and as one without.
  func write() throws {
    let features = strips.map { strip in
      MapText.Feature(
        json: [
          "mã": "\"\(strip.code)\"", "tên": "\"Xã \(strip.code)\"", "dân": "\(strip.people)",
          "hộ": "\(strip.people / 4)", "nghèo": "20",
        ], rectangle(strip.from, 15, strip.to, 15.1))
    }
    try study.folder.write(MapText.geoJSON(features), to: "table.geojson")
    let rows = strips.map { "\($0.code);\($0.people);\($0.people / 4);20\n" }.joined()
    try study.folder.write("mã;dân;hộ;nghèo\n" + rows, to: "table.csv")
  }

  static func indicator(
    _ source: String = "table.geojson", columns: String = "dân: {field: dân, kind: count}",
    more: String = "", level: String = "commune"
  ) -> String {
    "source: \(source)\nvintage: 2009-04-01\nlevel: \(level)\nkey: mã\n\(more)columns: {\(columns)}"
  }

  static let boundaries =
    "earlier_units: {level: commune, source: table.geojson, vintage: 2009-04-01, code: mã}\n"

  /// A raster over the row, 30 × 10 cells of 0.01°, all cells of a column alike.
  func writePeople(_ people: (_ column: Int) -> Float) throws {
    try study.folder.write(
      .reals((0..<300).map { people($0 % 30) }),
      grid: GridGeometry(
        columns: 30, rows: 10, originX: 108, columnStepX: 0.01, originY: 15.1, rowStepY: -0.01),
      system: "EPSG:4326", noData: -1, to: "people.tif")
  }
}

/// Whether a figure is what is expected but for what the bend of parallels makes of areas.
private func isNear(_ one: Double??, _ other: Double, _ tolerance: Double = 1e-6) -> Bool {
  guard let one = one ?? nil else { return false }
  return abs(one - other) <= tolerance * max(1, abs(other))
}

@Suite("Tables of another vintage where no crosswalk leads here")
struct InterpolationTests {
  /// The western 300 people lie over one commune and a half, the eastern 100 over the rest.
  static let halves: [(code: String, from: Double, to: Double, people: Int)] = [
    ("11", 108, 108.15, 300), ("12", 108.15, 108.3, 100),
  ]

  @Test("by area: 200, 100 + 33⅓, 66⅔; every figure is marked, and the total is proven")
  func byArea() async throws {
    let old = try OldStrips(Self.halves)
    let result = try await old.study.join(OldStrips.indicator())
    let figures = result.figures("dân")
    #expect(isNear(figures["201"], 200) && isNear(figures["202"], 133 + 1.0 / 3), "\(figures)")
    #expect(isNear(figures["203"], 66 + 2.0 / 3))
    #expect(
      result.layer.features.map { $0.text("dân_estimate") } == ["overlay", "overlay", "overlay"])
    #expect(isNear(result.layer.total("dân"), 400, 1e-12))
    #expect(result.layer.studyTotals.first { $0.name == "dân_estimate" }?.value == .null)
    #expect(result.isComplete)
    #expect(result.proofs.map(\.after) == [400] && result.proofs.allSatisfy { $0.holds })
    #expect(result.messages("interpolated").count == 1)
    #expect(
      result.side("rows", "old_code", "went", "new_codes") == [
        "11 | overlay | 201, 202", "12 | overlay | 202, 203",
      ])
    #expect(result.carriedBy == ["interpolation", "indicators.table (2009-04-01)"])
  }

  @Test("a table without polygons goes by the boundaries that the plan names, to the same figures")
  func namedBoundaries() async throws {
    let old = try OldStrips(Self.halves)
    let own = try await old.study.join(OldStrips.indicator())
    let named = try await old.study.join(
      OldStrips.indicator("table.csv"), more: OldStrips.boundaries)
    #expect(named.layer == own.layer)
    #expect(named.carriedBy == ["interpolation", "earlier_units[1] (2009-04-01)"])
  }

  /// Of the western 400 in the raster 100 live in 201; of the eastern 150 50 live in 202.
  @Test(
    "by people where the plan has a raster of them; areas by area", arguments: ["count", "density"])
  func byPeople(kind: String) async throws {
    let old = try OldStrips(Self.halves)
    try old.writePeople { $0 < 10 ? 1 : $0 < 15 ? 6 : 1 }
    let result = try await old.study.join(
      OldStrips.indicator(
        columns: "dân: {field: dân, kind: count}, đất: {field: hộ, kind: area}"),
      more: "population: {source: people.tif, kind: \(kind)}\n")
    let figures = result.figures("dân")
    #expect(isNear(figures["201"], 75), "\(figures)")
    #expect(isNear(figures["202"], 225 + 100.0 / 3) && isNear(figures["203"], 200.0 / 3))
    let areas = result.figures("đất")
    #expect(isNear(areas["201"], 50) && isNear(areas["202"], 25 + 25.0 / 3), "\(areas)")
    #expect(result.layer.features.allSatisfy { $0.text("dân_estimate") == "population" })
    #expect(result.layer.features.allSatisfy { $0.text("đất_estimate") == "overlay" })
    #expect(result.proofs.allSatisfy { $0.holds })
    #expect(result.side("rows", "went") == ["population", "population"])
  }

  @Test("where the raster does not know the people of an old unit, that one goes by area")
  func peopleUnknown() async throws {
    let old = try OldStrips(Self.halves)
    try old.writePeople { $0 < 15 ? ($0 < 10 ? 1 : 6) : -1 }
    let result = try await old.study.join(
      OldStrips.indicator(), more: "population: {source: people.tif, kind: count}\n")
    #expect(result.side("rows", "went") == ["population", "overlay"])
    let figures = result.figures("dân")
    #expect(isNear(figures["201"], 75) && isNear(figures["203"], 200.0 / 3), "\(figures)")
    #expect(result.layer.feature("202")?.text("dân_estimate") == "overlay, population")
  }

  @Test("a raster whose cells are scaled would give other people: refused")
  func scaledPeople() async throws {
    let old = try OldStrips(Self.halves)
    try old.writePeople { _ in 1 }
    try old.study.folder.write(
      """
      <VRTDataset rasterXSize="30" rasterYSize="10"><SRS>EPSG:4326</SRS>
      <GeoTransform>108, 0.01, 0, 15.1, 0, -0.01</GeoTransform>
      <VRTRasterBand dataType="Float32" band="1"><Scale>10</Scale><SimpleSource>
      <SourceFilename relativeToVRT="1">people.tif</SourceFilename><SourceBand>1</SourceBand>
      </SimpleSource></VRTRasterBand></VRTDataset>
      """, to: "scaled.vrt")
    let lines = await old.study.refusal(
      OldStrips.indicator(), more: "population: {source: scaled.vrt, kind: count}\n")
    #expect(lines.count == 1 && lines.first?.contains("scales its cells") == true, "\(lines)")
  }

  @Test("fewer people than none are a mark for no data that the raster hides: refused")
  func negativePeople() async throws {
    let old = try OldStrips(Self.halves)
    try old.writePeople { $0 == 3 ? -99 : 1 }
    let lines = await old.study.refusal(
      OldStrips.indicator(), more: "population: {source: people.tif, kind: count}\n")
    #expect(lines.count == 1 && lines.first?.contains("holds -99.0 people") == true, "\(lines)")
  }

  @Test("the same boundaries give the same figures, and nothing is an estimate")
  func identity() async throws {
    let old = try OldStrips([
      ("201", 108, 108.1, 7), ("202", 108.1, 108.2, 11), ("203", 108.2, 108.3, 13),
    ])
    let result = try await old.study.join(OldStrips.indicator())
    #expect(result.figures("dân") == ["201": 7, "202": 11, "203": 13])
    #expect(result.layer.features.allSatisfy { $0["dân_estimate"] == nil })
  }

  /// Codes that are the same and ground that is not: the ground decides.
  @Test("an old code is never taken for a new one")
  func codes() async throws {
    let old = try OldStrips([
      ("203", 108, 108.1, 7), ("201", 108.1, 108.2, 11), ("202", 108.2, 108.3, 13),
    ])
    let result = try await old.study.join(OldStrips.indicator())
    #expect(result.figures("dân") == ["201": 7, "202": 11, "203": 13])
  }

  @Test("shares move as numerator and denominator; scores and medians are refused")
  func kinds() async throws {
    let old = try OldStrips(Self.halves)
    let share = "nghèo: {field: nghèo, kind: share, of: hộ}"
    let result = try await old.study.join(OldStrips.indicator(columns: share))
    // 20 % everywhere stays 20 %, of 50, 25 + 8⅓ and 16⅔ households.
    #expect(result.figures("nghèo").values.allSatisfy { isNear($0, 20, 1e-12) })
    #expect(isNear(result.figures("nghèo_denominator")["201"], 50))
    #expect(isNear(result.figures("nghèo_numerator")["203"], 10.0 / 3))
    for kind in ["score", "median"] {
      let lines = await old.study.refusal(
        OldStrips.indicator(columns: "x: {field: dân, kind: \(kind)}"))
      #expect(lines.count == 1 && lines.first?.contains("x is a \(kind)") == true, "\(lines)")
    }
    let lines = await old.study.refusal(
      OldStrips.indicator(
        columns: "x: {field: nghèo, kind: share, of: y}, y: {field: dân, kind: score}"))
    #expect(lines.count == 2, "\(lines)")
  }

  @Test("districts of another vintage go by their ground too, though the crosswalk is of communes")
  func districts() async throws {
    let old = try OldStrips([("H8", 108, 108.25, 500), ("H9", 108.25, 108.3, 50)])
    try old.study.folder.write("old,new\nH8,201\n", to: "crosswalk.csv")
    let result = try await old.study.join(
      OldStrips.indicator(level: "district"),
      more: "crosswalk:\n" + VintageFaultTests.step("crosswalk.csv", ""), level: "district")
    // H1 is two communes wide and H2 one.
    #expect(isNear(result.figures("dân")["H1"], 400), "\(result.figures("dân"))")
    #expect(isNear(result.figures("dân")["H2"], 150))
  }

  @Test("a unit beyond the study is an error, and with scope: subset left out and listed")
  func strangers() async throws {
    let old = try OldStrips(Self.halves + [("99", 109, 109.1, 5)])
    for (scope, severity) in [("", Finding.Severity.error), ("scope: subset\n", .note)] {
      let result = try await old.study.join(OldStrips.indicator(more: scope))
      #expect(result.isComplete == (severity == .note))
      #expect(result.findings.first { $0.kind == "outside-study" }?.severity == severity)
      #expect(result.side("rows", "old_code", "went", "outside").last == "99 | outside_study | 1")
      #expect(result.proofs.map(\.before) == [405] && result.proofs.allSatisfy { $0.holds })
      #expect(isNear(result.layer.total("dân"), 400, 1e-12))
    }
  }

  @Test("what lies outside is kept apart, and a unit too little of which is known has no figure")
  func remainders() async throws {
    let old = try OldStrips([("11", 107.95, 108.15, 400), ("12", 108.15, 108.25, 100)])
    let result = try await old.study.join(OldStrips.indicator())
    #expect(!result.isComplete)
    #expect(isNear(result.figures("dân")["201"], 200))
    #expect(result.findings.first { $0.kind == "partly-outside" }?.amount == "25.00 %")
    #expect(result.layer.feature("203")?.text("dân_reason") == "not_covered")
    #expect(result.findings.first { $0.kind == "not-covered" }?.amount == "50.00 %")
    #expect(result.layer.total("dân") == nil)
    #expect(result.proofs.allSatisfy { $0.holds })
  }

  @Test("a unit that boundaries have and the table lacks is missed")
  func withoutRow() async throws {
    let old = try OldStrips(Self.halves)
    try old.study.folder.write("mã;dân\n11;300\n", to: "table.csv")
    let result = try await old.study.join(
      OldStrips.indicator("table.csv"), more: OldStrips.boundaries)
    #expect(!result.isComplete)
    #expect(result.messages("missing-old-unit").count == 1)
    #expect(result.figures("dân")["202"] == .some(nil))
    #expect(isNear(result.figures("dân")["201"], 200))
  }

  @Test("a row without a boundary, and a boundary that is none, are a line each")
  func refused() async throws {
    let old = try OldStrips(Self.halves)
    try old.study.folder.write("mã;dân\n11;300\n77;5\n78;5\n", to: "table.csv")
    let lines = await old.study.refusal(
      OldStrips.indicator("table.csv"), more: OldStrips.boundaries)
    #expect(lines.count == 2 && lines.first?.contains("no boundary of 77") == true, "\(lines)")
    let bow = area([(108, 15), (108.1, 15.1), (108.1, 15), (108, 15.1), (108, 15)])
    try old.study.folder.write(
      MapText.geoJSON([MapText.Feature(json: ["mã": "\"11\"", "dân": "3"], bow)]),
      to: "table.geojson")
    let broken = await old.study.refusal(OldStrips.indicator())
    #expect(broken.count == 1 && broken.first?.contains("Self-intersection") == true, "\(broken)")
  }

  @Test("names that the table and the boundaries give must agree, spelling and type apart")
  func names() async throws {
    let old = try OldStrips(Self.halves)
    try old.study.folder.write("mã;tên;dân\n11;Thị trấn 11;300\n12;Xã Khác;100\n", to: "table.csv")
    let lines = await old.study.refusal(
      OldStrips.indicator("table.csv", more: "unit_name: tên\n"),
      more: OldStrips.boundaries.replacing("code: mã", with: "code: mã, name: tên"))
    #expect(lines.count == 1 && lines.first?.contains("12 is 'Xã Khác'") == true, "\(lines)")
  }

  @Test("whatever the cuts: totals conserved, order and workers without effect", arguments: 1...8)
  func laws(seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    var cuts =
      [107.9, 108.4] + (0..<5).map { _ in Double.random(in: 107.9...108.4, using: &random) }
    cuts.sort()
    var old = try OldStrips(
      (1..<cuts.count).map { index in
        ("1\(index)", cuts[index - 1], cuts[index], Int.random(in: 0...9_999, using: &random))
      })
    try old.writePeople { Float(($0 * 7 + seed) % 11) }
    let people = Double(old.strips.reduce(0) { $0 + $1.people })
    let indicator = OldStrips.indicator(columns: VintageLawTests.columns, more: "scope: subset\n")
    for more in ["", "population: {source: people.tif, kind: count}\n"] {
      let result = try await old.study.join(indicator, more: more)
      let proof = try #require(result.proofs.first)
      #expect(proof.before == people && result.proofs.allSatisfy { $0.holds }, "seed \(seed)")
      let inside = result.layer.features.reduce(0) { $0 + ($1.number("dân") ?? .nan) }
      #expect(abs(inside - proof.after) <= 1e-9 * people, "seed \(seed)")
      // The communes' figures added up are the districts'.
      let up = try await old.study.join(indicator, more: more, level: "district")
      #expect(abs((up.layer.total("dân") ?? .nan) - inside) <= 1e-9 * people, "seed \(seed)")
      old.strips.shuffle(using: &random)
      try old.write()
      let again = try await old.study.join(indicator, more: more)
      #expect(again.layer == result.layer && again.findings == result.findings, "seed \(seed)")
      #expect(again.reports.map(\.units) == result.reports.map(\.units), "seed \(seed)")
    }
  }
}

extension JoinResult {
  /// How figures of another vintage came here, and by which boundaries.
  var carriedBy: [String] {
    ["carried_by", "boundaries"].compactMap { report(of: $0) }
  }
}
