import Foundation
import GeoModel
import Studies
import Testing

/// Three communes with everything that the targets of a resolution ask of tables.
@Suite("What answers a target, from plan to scorecard")
struct AnsweredTargetsTests {
  private func study() throws -> JoinStudy {
    var study = try JoinStudy(
      [("01", "Xã Một", "H1"), ("02", "Xã Hai", "H1"), ("03", "Xã Ba", "H2")],
      vintage: "2025-07-01")
    try study.folder.write(
      """
      mã;hộ;n20;n25;yt;nhà;thu;dân
      01;100;30;10;1;1;900;300
      02;300;60;33;0;;1500;1000
      03;600;130;50;1;1;3000;1700

      """, to: "table.csv")
    study.head += """
      indicators:
        - name: table
          source: table.csv
          level: commune
          key: mã
          columns:
            poor_2020: {part: n20, kind: share, of: hộ, indicator: poverty_rate, year: 2020}
            poor_2025: {part: n25, kind: share, of: hộ, indicator: poverty_rate, year: 2025}
            health_standard: {field: yt, kind: count, year: 2025}
            culture_house_communes: {field: nhà, kind: count, year: 2025}
            income: {part: thu, kind: rate, of: dân, unit: million VND, indicator: poor_household_income, year: 2025}
            defence_strong: {field: n25, kind: count, year: 2025}

      """
    return study
  }

  private func rows(_ targets: String, more: String = "", level: String? = nil) async throws
    -> [LayerFeature]
  {
    let study = try study()
    return try await study.folder.session(study.head + more + "targets:\n" + targets)
      .targets(level: level, in: nil).layer.features
  }

  private func isNear(_ found: Double?, _ expected: Double) -> Bool {
    abs((found ?? .nan) - expected) < 1e-9
  }

  @Test("poverty is Σ poor ÷ Σ households, its fall that of two years of columns")
  func poverty() async throws {
    let rows = try await rows(
      """
        - {indicator: poverty_rate, year: 2025, at_most: 9}
        - {indicator: poverty_reduction, year: 2021-2025, range: {low: 4, high: 4.5}}

      """, level: "commune")
    let rate = rows.filter { $0.text("indicator") == "poverty_rate" }
    // 93 of 1000, not the mean of 10, 11 and 8 1/3.
    #expect(rate[0].number("numerator") == 93 && rate[0].number("denominator") == 1000)
    #expect(isNear(rate[0].number("value_low"), 9.3))
    #expect(rate[0].text("met") == "no")
    // At most 90 of 1000 households: three too many.
    #expect(rate[0].number("gap") == 3 && rate[0].text("gap_unit") == "households")
    #expect(rate.count == 4)
    let fall = rows.filter { $0.text("indicator") == "poverty_reduction" }
    // (22 − 9.3) ÷ 5 in the study; (30 − 10) ÷ 5 in commune 01; (20 − 11) ÷ 5 in 02.
    #expect(isNear(fall[0].number("value_low"), 2.54))
    #expect(isNear(fall[0].number("gap"), 1.46))
    #expect(fall[0].text("gap_unit") == "percentage points per year")
    #expect(isNear(fall[1].number("value_low"), 4) && fall[1].text("met") == "yes")
    #expect(isNear(fall[2].number("value_low"), 1.8))
    #expect(
      fall[0].text("rule")
        == "mean yearly fall from 2020 to 2025; column poor_2020 of the plan, column poor_2025 of"
        + " the plan")
  }

  @Test("1 and 0 of communes are a share of communes; one that is not known is an interval")
  func communes() async throws {
    let rows = try await rows(
      """
        - {indicator: health_standard, year: 2025, range: {low: 80, high: 85}}
        - {indicator: culture_house_communes, year: 2025, at_least: 80}
        - {indicator: defence_strong, year: 2025, at_least: 95}

      """, level: "district")
    let health = rows.filter { $0.text("indicator") == "health_standard" }
    #expect(health.map { $0.number("denominator") } == [3, 2, 1])
    #expect(health.map { $0.number("numerator") } == [2, 1, 1])
    // 80 % of three communes are three.
    #expect(health[0].number("gap") == 1 && health[0].text("gap_unit") == "communes")
    let house = rows.filter { $0.text("indicator") == "culture_house_communes" }
    #expect(isNear(house[0].number("value_low"), 200.0 / 3) && house[0].number("value_high") == 100)
    #expect(house[0].text("met") == "unknown")
    #expect(house.map { $0.text("met") } == ["unknown", "unknown", "yes"])
    // A column that counts something is no share of communes.
    let counts = rows.filter { $0.text("indicator") == "defence_strong" }
    #expect(counts[0].number("value_low") == nil && counts[0].text("met") == "unknown")
    #expect(counts[0].text("remark")?.contains("neither 0 nor 1") == true)
  }

  @Test("a rate is a quotient of sums, and is missed in its own unit")
  func rate() async throws {
    let row = try await rows("  - {indicator: poor_household_income, year: 2025, at_least: 2}\n")[0]
    #expect(row.number("numerator") == 5400 && row.number("denominator") == 3000)
    #expect(isNear(row.number("value_low"), 1.8))
    #expect(isNear(row.number("gap"), 0.2) && row.text("gap_unit") == "million VND")
  }

  @Test("what no table of units has, the plan states, with its source")
  func measured() async throws {
    let rows = try await rows(
      """
        - {indicator: production_growth, year: 2021-2025, range: {low: 8, high: 9}}
        - {indicator: jobs, year: 2025, range: {low: 5000, high: 6000}}
        - {indicator: townships, year: 2025, at_least: 2}

      """,
      more: """
        measured:
          - {indicator: production_growth, year: 2021-2025, value: 8.4, from: Report 12}
          - {indicator: jobs, year: 2025, value: 4300}

        """)
    #expect(rows.map { $0.text("met") } == ["yes", "no", "unknown"])
    #expect(rows[0].text("rule") == "Report 12" && rows[0].text("measured") == "2021-2025")
    #expect(rows[1].number("gap") == 700 && rows[1].text("gap_unit") == "workers per year")
    #expect(rows[2].text("reason") == "not_answered")
  }

  private static let resolution = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../GeoData/targets/resolution-targets.csv").standardized.path()

  @Test("the resolution's table is kept in GeoData as it stands")
  func copy() throws {
    let path = Shared.path("reference/resolution-targets.csv")
    guard Shared.has("reference/resolution-targets.csv") else {
      try Test.cancel("the resolution's table is not here to be compared with")
    }
    #expect(
      try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: URL(filePath: Self.resolution)))
  }

  /// Data of one kind for each of the resolution's indicators, as Docs/methods/targets.md names it.
  @Test("every row of the resolution has a way to be answered by a plan's data")
  func everyRow() async throws {
    let text = try String(contentsOfFile: Self.resolution, encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var columns: [String: String] = [:]
    var measured: [String: String] = [:]
    let own: Set = [
      "forest_cover", "village_hardened_road", "extremely_difficult_units",
      "new_rural_communes_added", "poverty_reduction",
    ]
    for row in rows where !own.contains(row[0]) && !row[0].hasSuffix("baseline") {
      if row[4].hasPrefix("percent of villages") {
        columns[row[0]] = "{field: yt, kind: count}"
      } else if row[4].hasPrefix("percent of communes") {
        columns[row[0]] = "{field: yt, kind: count}"
      } else if row[4].hasPrefix("percent of") {
        columns[row[0]] = "{part: n25, kind: share, of: hộ}"
      } else {
        measured[row[0] + row[5]] = "{indicator: \(row[0]), year: \(row[5]), value: 1}"
      }
    }
    let villages = columns.removeValue(forKey: "community_house_villages") ?? ""
    var study = try study()
    try study.folder.write(
      "mã;hộ;n20;n25;yt\n01;100;30;10;1\n02;300;60;33;0\n03;600;130;50;1\n", to: "table.csv")
    try study.folder.write("id,xa,yt\nV1,01,1\nV2,03,0\n", to: "villages.csv")
    try study.folder.write("ma\n01\n02\n", to: "base.csv")
    let base = "base: {source: base.csv, year: 2020, key: ma, unlisted: without}"
    study.head =
      study.head.split(separator: "indicators:")[0] + """
        villages: {source: villages.csv, code: id, unit: xa}
        indicators:
          - name: table
            source: table.csv
            level: commune
            key: mã
            columns:
              status: {field: yt, kind: count}
              p2020: {part: n20, kind: share, of: hộ, indicator: poverty_rate, year: 2020}
              p2025: {part: n25, kind: share, of: hộ, indicator: poverty_rate, year: 2025}
              p2030: {part: yt, kind: share, of: hộ, indicator: poverty_rate, year: 2030}

        """ + columns.sorted { $0.key < $1.key }.map { "      \($0): \($1)\n" }.joined() + """
          - {name: v, source: villages.csv, level: village, key: id, columns: {community_house_villages: \(villages)}}
        classifications:
          - {name: a, level: commune, rule: stated, inputs: {status: status}, indicator: extremely_difficult_units, \(base)}
          - {name: b, level: commune, rule: stated, inputs: {status: status}, indicator: new_rural_communes_added, \(base)}
        measured:

        """ + measured.sorted { $0.key < $1.key }.map { "  - \($1)\n" }.joined()
    let lines = try await study.folder.session(
      study.head + "targets: {source: \(Self.resolution)}\n"
    ).targets(level: nil, in: nil).layer.features.filter { $0.text("level") == "study" }
    #expect(lines.count == 70)
    for line in lines {
      let name = line.text("indicator") ?? ""
      if name.hasSuffix("baseline") {
        #expect(line.text("reason") == "baseline", "\(name)")
      } else if name == "forest_cover" || name == "village_hardened_road" {
        #expect(line.text("reason") == "not_answered", "\(name)")
      } else {
        #expect(line.number("value_low") != nil, "\(name): \(line.text("remark") ?? "")")
      }
    }
  }

  @Test("every row of a table of targets that cannot be read is one line")
  func unreadable() async throws {
    let study = try study()
    try study.folder.write(
      """
      id,unit,year,comparator,low,high
      forest_cover,percent,2025,at least,63,63
      jobs,workers,each year,range,5000,6000
      poverty_rate,percent,2025,atleast,5,5
      poverty_rate,percent,2025,at most,five,5
      ,percent,2025,at most,5,5
      jobs,workers,2030,range,8000,7000

      """, to: "targets.csv")
    let lines = await refusal {
      _ = try await study.folder.session(study.head + "targets: {source: targets.csv}\n")
        .targets(level: nil, in: nil)
    }
    let found = lines.map { $0.split(separator: "'targets.csv': ").last.map(String.init) ?? $0 }
    #expect(
      found == [
        "found 'each year' as year; write 2025, or 2021-2025",
        "found 'atleast' as comparator; did you mean 'at least'?",
        "found 'five' as low; write a number like 4.5, or say numbers: vi",
        "it has no id; name the indicator, or take the row out",
        "the range runs from 8000.0 to 7000.0; swap low and high",
      ])
    #expect(lines.first?.contains("row 2 of") == true)
  }
}
