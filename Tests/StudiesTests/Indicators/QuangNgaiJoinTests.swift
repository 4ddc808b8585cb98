import Foundation
import GeoModel
import Studies
import Testing

/// The plan of the five mountain districts as it stands. Skipped where the shared data are not at
/// hand.
@Suite(
  "The plan of Quảng Ngãi, joined",
  .enabled(if: Shared.has("studies/quang-ngai/plan.yaml"), "the plan of Quảng Ngãi is not here"))
struct QuangNgaiJoinTests {
  static func session() throws -> PlanSession {
    try PlanSession(
      planAt: Shared.path("studies/quang-ngai/plan.yaml"), options: StudyOptions(jobs: 2))
  }

  @Test("67 communes of 2009 become 24, and all 177,773 people arrive")
  func communes() async throws {
    let result = try await Self.session().join(level: "commune", in: nil)
    #expect(result.isComplete)
    #expect(result.layer.features.count == 24)
    #expect(result.side("rows", "old_code").count == 67)
    let people = result.layer.features.compactMap { $0.number("population_2009") }
    #expect(people.count == 24)
    #expect(abs(people.reduce(0, +) / 177_773 - 1) < 1e-9)
    #expect(abs((result.layer.total("population_2009") ?? 0) / 177_773 - 1) < 1e-9)
    #expect(result.proofs.map(\.column) == ["population_2009", "area_2009_ha"])
    #expect(result.proofs.allSatisfy { $0.holds && abs($0.after / $0.before - 1) < 1e-9 })
    #expect(result.proofs.first?.before == 177_773)
  }

  @Test("the two communes split without a published share are listed with their overlay's")
  func split() async throws {
    let result = try await Self.session().join(level: "commune", in: nil)
    let split = result.findings.filter { $0.kind == "split-unit" }
    #expect(split.map(\.feature) == ["21142", "21514"])
    #expect(split.allSatisfy { $0.severity == .note && $0.amount == "overlay" })
    let parts = result.side("rows", "old_code", "went", "new_codes", "weights")
      .filter { $0.contains("overlay") }
    #expect(parts.count == 2)
    for part in parts {
      let weights = try #require(part.split(separator: "|").last).split(separator: ",")
        .compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
      #expect(weights.count >= 2, "\(part)")
      #expect(abs(weights.reduce(0, +) - 1) < 1e-12, "\(part)")
      #expect(weights.allSatisfy { (0...1).contains($0) }, "\(part)")
    }
    let others = result.side("rows", "went").filter { $0 != "overlay" }
    #expect(Set(others).isSubset(of: ["full", "unchanged"]))
  }

  @Test("new Trà Giang gets nothing of the old one")
  func vintages() async throws {
    let result = try await Self.session().join(level: "commune", in: nil)
    let went = Dictionary(
      result.side("rows", "old_code", "new_codes").map { line in
        let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        return (parts[0], parts[1])
      }, uniquingKeysWith: { first, _ in first })
    #expect(went["21118"] == "21127")
    #expect(!went.values.contains { $0.contains("21244") })
  }

  @Test("the districts of 2016 match with their ordinals; Tây Trà adds up with Trà Bồng")
  func districts() async throws {
    let result = try await Self.session().join(level: "district", in: nil)
    let report = try #require(result.reports.first { $0.table == "yearbook-2016" })
    let lines = report.rows.split(separator: "\r\n").map(String.init)
    func names(_ outcome: String) -> [String] {
      lines.filter { $0.contains(",\(outcome),") }.map {
        String($0.split(separator: ",", omittingEmptySubsequences: false)[4])
      }
    }
    #expect(
      names("matched") == [
        "8. Huyện Trà Bồng", "9. Huyện Tây Trà", "10. Huyện Sơn Hà", "11. Huyện Sơn Tây",
        "12. Huyện Minh Long", "13. Huyện Ba Tơ",
      ])
    #expect(names("outside_study").count == 8)
    #expect(names("outside_study").last == "14. Huyện Lý Sơn")
    #expect(names("set_aside").count == 4)
    // What is left out is no silence: one note names all eight.
    let outside = try #require(result.findings.first { $0.kind == "outside-study" })
    #expect(outside.severity == .note && outside.amount == "8 rows")
    for name in names("outside_study") { #expect(outside.message.contains("(\(name))")) }
    // Nor are the areas: those of the yearbook are those of the boundaries, Tây Trà's added.
    let areas = result.findings.filter { $0.kind == "areas-compared" }
    #expect(areas.map(\.amount) == ["5 of 5 within 1 %"])
    #expect(
      areas.first?.message.contains("the largest difference is +0.27 % (Huyện Trà Bồng)") == true)
    #expect(!result.findings.contains { $0.kind == "declared-area" })
    let byName = Dictionary(
      result.layer.features.map { ($0.text("name") ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    let table = try String(
      contentsOfFile: Shared.path("data/quang-ngai/tables/qn_yearbook2016_districts.csv"),
      encoding: .utf8)
    func cell(_ name: String, _ column: Int) throws -> Double {
      let row = try #require(table.split(whereSeparator: \.isNewline).first { $0.contains(name) })
      let text = row.split(separator: ";", omittingEmptySubsequences: false)[column]
      return try #require(
        Double(text.replacing(".", with: "").replacing(",", with: ".")))
    }
    let traBong = try #require(byName.first { $0.key.contains("Trà Bồng") }).value
    #expect(
      traBong.number("population_2016")
        == (try cell("Huyện Trà Bồng", 2) + cell("Huyện Tây Trà", 2)))
    let baTo = try #require(byName.first { $0.key.contains("Ba Tơ") }).value
    #expect(baTo.number("area_2016_km2") == (try cell("Huyện Ba Tơ", 1)))
    // The communes' people of 2009 add up to the districts' too.
    let people = result.layer.features.compactMap { $0.number("population_2009") }
    #expect(abs(people.reduce(0, +) / 177_773 - 1) < 1e-9)
  }
}
