import GeoModel
import Studies
import Testing

/// Tables of another vintage, and what is wrong with the crosswalks that they go by.
@Suite("Crosswalks, and what is wrong with them")
struct VintageFaultTests {
  static let communes: [JoinStudy.Commune] = [
    ("201", "Xã Đông", "H1"), ("202", "Xã Tây", "H1"), ("203", "Xã Nam", "H2"),
  ]

  static func indicator(_ columns: String = "dân: {field: dân, kind: count}") -> String {
    "source: table.csv\nvintage: 2009-04-01\nlevel: commune\nkey: mã\ncolumns: {\(columns)}"
  }

  static func step(
    _ source: String = "crosswalk.csv", from: String = "2009-04-01", to: String = "2025-07-01",
    _ more: String = ", type: type, weight: weight"
  ) -> String {
    "  - {source: \(source), from: {vintage: \(from), code: old}, to: {vintage: \(to), code: new}"
      + "\(more)}\n"
  }

  func study(table: String, crosswalk: String) throws -> JoinStudy {
    let study = try JoinStudy(Self.communes, vintage: "2025-07-01")
    try study.folder.write("mã;dân;hộ;nghèo\n" + table, to: "table.csv")
    try study.folder.write("old,new,type,weight\n" + crosswalk, to: "crosswalk.csv")
    return study
  }

  /// Three old communes: one whole, one merged with it, one split 1 : 3.
  static let table = "101;100;40;10\n102;200;60;20\n103;400;100;30\n"
  static let crosswalk =
    "101,201,full,\n102,201,full,\n103,202,partial,0.25\n103,203,partial,0.75\n"

  @Test("counts are added and shared out; the sums before and after are the proof")
  func carried() async throws {
    let study = try study(table: Self.table, crosswalk: Self.crosswalk)
    let result = try await study.join(Self.indicator(), more: "crosswalk:\n" + Self.step())
    #expect(result.isComplete)
    #expect(result.figures("dân") == ["201": 300, "202": 100, "203": 300])
    #expect(
      result.side("rows", "old_code", "went", "new_codes", "weights") == [
        "101 | full | 201 | 1.0", "102 | full | 201 | 1.0",
        "103 | weighted | 202, 203 | 0.25, 0.75",
      ])
    #expect(result.side("units", "code", "old_codes").first == "201 | 101, 102")
    #expect(result.proofs.map(\.before) == [700] && result.proofs.map(\.after) == [700])
    #expect(result.proofs.allSatisfy { $0.holds })
  }

  /// 10 % of 40 and 20 % of 60 households are 16 of 100; a mean of shares would say 15 %.
  @Test("shares go over as numerator and denominator")
  func shares() async throws {
    let study = try study(table: Self.table, crosswalk: Self.crosswalk)
    let result = try await study.join(
      Self.indicator("nghèo: {field: nghèo, kind: share, of: hộ}"),
      more: "crosswalk:\n" + Self.step())
    #expect(result.figures("nghèo") == ["201": 16, "202": 30, "203": 30])
    #expect(result.figures("nghèo_denominator") == ["201": 100, "202": 25, "203": 75])
    #expect(result.proofs.allSatisfy { $0.holds })
  }

  @Test(
    "medians, scores and shares of nothing known do not go over",
    arguments: ["kind: median", "kind: score", "kind: share"])
  func refusedKinds(kind: String) async throws {
    let study = try study(table: Self.table, crosswalk: Self.crosswalk)
    let lines = await study.refusal(
      Self.indicator("x: {field: dân, \(kind)}"), more: "crosswalk:\n" + Self.step())
    #expect(lines.count == 1, "\(lines)")
    #expect(lines.first?.contains("plan.yaml:") == true, "\(lines)")
  }

  @Test("an unknown figure makes what it goes into unknown, not smaller")
  func unknown() async throws {
    let study = try study(
      table: "101;-;40;10\n102;200;60;20\n103;400;100;30\n", crosswalk: Self.crosswalk)
    let result = try await study.join(Self.indicator(), more: "crosswalk:\n" + Self.step())
    #expect(result.figures("dân") == ["201": nil, "202": 100, "203": 300])
    #expect(result.layer.feature("201")?.text("dân_reason") == "unknown_in_old_units")
    #expect(result.layer.total("dân") == nil)
  }

  @Test(
    "each fault is one line with its place in the plan",
    arguments: [
      ("no row", "101,201,full,\n102,201,full,\n", "103 has no row in the crosswalk"),
      (
        "contradiction", "101,201,full,\n101,202,full,\n102,201,full,\n103,203,full,\n",
        "101 goes over in full and again (rows 2, 3)"
      ),
      (
        "weights", "101,201,full,\n102,201,full,\n103,202,partial,0.25\n103,203,partial,0.5\n",
        "the weights of 103 add up to 0.75, not 1 (rows 4, 5)"
      ),
      (
        "one weight", "101,201,full,\n102,201,full,\n103,202,partial,0.25\n103,203,partial,\n",
        "some parts of 103 have a weight and others have none (rows 4, 5)"
      ),
      (
        "above 1", "101,201,full,\n102,201,full,\n103,202,partial,1.25\n103,203,partial,-0.25\n",
        "the weight"
      ),
      (
        "no number", "101,201,full,\n102,201,full,\n103,202,partial,nan\n103,203,partial,0.5\n",
        "the weight nan of 103 is no share between 0 and 1"
      ),
      (
        "a text", "101,201,full,\n102,201,full,\n103,202,partial,half\n103,203,partial,0.5\n",
        "'half' is no weight"
      ),
      (
        "a lone part", "101,201,full,\n102,201,full,\n103,202,partial,\n",
        "103 has one partial row alone (row 4)"
      ),
      (
        "no geometry", "101,201,full,\n102,201,full,\n103,202,partial,\n103,203,partial,\n",
        "no geometry of 103 is at hand"
      ),
      ("a type", "101,201,whole,\n102,201,full,\n103,203,full,\n", "'whole' is no type"),
      ("a code", "101,,full,\n102,201,full,\n103,203,full,\n", "row 2 of 'crosswalk.csv'"),
    ])
  func faults(name: String, crosswalk: String, message: String) async throws {
    let study = try study(table: Self.table, crosswalk: crosswalk)
    let lines = await study.refusal(Self.indicator(), more: "crosswalk:\n" + Self.step())
    #expect(lines.count == 1, "\(name): \(lines)")
    #expect(lines.first?.contains(message) == true, "\(name): \(lines)")
    #expect(lines.first?.contains("plan.yaml:") == true, "\(name): \(lines)")
  }

  @Test("all faults of a crosswalk come at once")
  func several() async throws {
    let study = try study(
      table: Self.table, crosswalk: "101,201,full,\n101,202,full,\n102,201,partial,\n")
    let lines = await study.refusal(Self.indicator(), more: "crosswalk:\n" + Self.step())
    #expect(lines.count == 3, "\(lines)")
  }

  @Test("a table without a row that the crosswalk needs leaves a unit empty, and says so")
  func missingRow() async throws {
    let study = try study(table: "101;100;40;10\n102;200;60;20\n", crosswalk: Self.crosswalk)
    let result = try await study.join(Self.indicator(), more: "crosswalk:\n" + Self.step())
    #expect(!result.isComplete)
    #expect(
      result.messages("missing-unit") == [
        "no old unit leads to 202 (Xã Tây)", "no old unit leads to 203 (Xã Nam)",
      ])
    #expect(result.figures("dân") == ["201": 300, "202": nil, "203": nil])
  }

  @Test("a row that the table lacks and others of its unit have makes the unit too small: said")
  func partlyMissing() async throws {
    let study = try study(table: "101;100;40;10\n103;400;100;30\n", crosswalk: Self.crosswalk)
    let result = try await study.join(Self.indicator(), more: "crosswalk:\n" + Self.step())
    #expect(!result.isComplete)
    #expect(result.figures("dân")["201"] == .some(nil))
    #expect(result.messages("missing-old-unit").count == 1)
  }

  @Test("a crosswalk that leads out of the study is an error, and nothing is lost unseen")
  func outside() async throws {
    let study = try study(
      table: Self.table + "104;5;5;5\n", crosswalk: Self.crosswalk + "104,999,full,\n")
    let result = try await study.join(Self.indicator(), more: "crosswalk:\n" + Self.step())
    #expect(!result.isComplete)
    #expect(result.messages("target-outside-study").count == 1)
  }

  /// Code 201 stood for another commune in 2009.
  @Test("a code of another vintage is never taken for today's", arguments: [false, true])
  func sameCode(hasCrosswalk: Bool) async throws {
    let study = try study(
      table: "201;100;1;1\n202;200;1;1\n203;400;1;1\n",
      crosswalk: "201,203,full,\n202,201,full,\n203,202,full,\n")
    if hasCrosswalk {
      let result = try await study.join(Self.indicator(), more: "crosswalk:\n" + Self.step())
      #expect(result.figures("dân") == ["201": 200, "202": 400, "203": 100])
      return
    }
    let lines = await study.refusal(Self.indicator())
    #expect(lines.count == 1, "\(lines)")
    #expect(
      lines.first?.contains("no boundaries of the communes of 2009-04-01 are at hand") == true)
  }

  @Test("steps chain; a unit that a step does not list is an error, or stays, as the plan says")
  func chain() async throws {
    let study = try study(table: Self.table, crosswalk: "")
    try study.folder.write("old,new\n101,111\n", to: "first.csv")
    try study.folder.write("old,new\n111,201\n102,202\n103,203\n", to: "second.csv")
    let second = Self.step("second.csv", from: "2020-01-10", "")
    func first(_ more: String) -> String { Self.step("first.csv", to: "2020-01-10", more) }
    for order in [first(", unlisted: unchanged") + second, second + first(", unlisted: unchanged")]
    {
      let result = try await study.join(Self.indicator(), more: "crosswalk:\n" + order)
      #expect(result.isComplete)
      #expect(result.figures("dân") == ["201": 100, "202": 200, "203": 400])
    }
    let lines = await study.refusal(Self.indicator(), more: "crosswalk:\n" + first("") + second)
    #expect(lines.count == 2)
    #expect(lines.first?.contains("102 has no row in the crosswalk 2009-04-01") == true, "\(lines)")
    let broken = await study.refusal(
      Self.indicator(), more: "crosswalk:\n" + first(", unlisted: unchanged"))
    #expect(broken.count == 1)
    #expect(broken.first?.contains("no crosswalk leads from 2009-04-01") == true, "\(broken)")
  }

  @Test("a code twice in the table would count twice: refused")
  func doubled() async throws {
    let study = try study(table: Self.table + "102;9;9;9\n", crosswalk: Self.crosswalk)
    let lines = await study.refusal(Self.indicator(), more: "crosswalk:\n" + Self.step())
    #expect(lines.count == 1)
    #expect(lines.first?.contains("row 5 of 'table.csv' has the code 102 of row 3") == true)
  }
}
