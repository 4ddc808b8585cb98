import Foundation
import Publishing
import Testing

@testable import Studies

/// What columns without words of their own are called, by the file of words that is shipped.
@Suite("Headings of made columns")
struct ColumnHeadingTests {
  private func words(_ language: OutputLanguage) throws -> ReportWords {
    try ReportFiles.template().words(language)
  }

  @Test(
    "a heading is of one language",
    arguments: [
      (
        "people_within_60_min_pct_low", "People within 60 minutes, % (at least)",
        "Người tới được trong 60 phút, % (ít nhất)"
      ),
      ("people_0_30_min", "People, 0–30 minutes", "Người, 0–30 phút"),
      ("villages_over_120_min", "Villages, over 120 minutes", "Thôn, trên 120 phút"),
      (
        "centre_30min_pct_high", "Centre, within 30 minutes: villages, % (at most)",
        "Trung tâm, trong 30 phút: số thôn, % (nhiều nhất)"
      ),
      (
        "centre_60min_population_pct_reason", "Centre, within 60 minutes: people, %: reason",
        "Trung tâm, trong 60 phút: số dân, %: lý do"
      ),
      (
        "slope_from_15_pct_low", "Ground with a slope from 15 %, % (at least)",
        "Đất có độ dốc từ 15 %, % (ít nhất)"
      ),
      ("elevation_below_200_ha", "Height below 200 m, ha", "Độ cao dưới 200 m, ha"),
      (
        "excluded_outside_forest_ha", "Excluded, within forest, ha", "Bị loại vì nằm trong rừng, ha"
      ),
      (
        "excluded_outside_bãi_bồi_ha", "Excluded, within bãi bồi, ha",
        "Bị loại vì nằm trong bãi bồi, ha"
      ),
      ("population_2019", "People 2019", "Dân số 2019"),
      ("area_2023_km2", "Area km² 2023", "Diện tích km² 2023"),
      ("poor_pct_denominator", "Poor %: denominator", "Hộ nghèo %: mẫu số"),
      ("village_households", "Households (villages)", "Số hộ (thôn)"),
      ("households_2014_reason", "Households 2014: reason", "Số hộ 2014: lý do"),
    ])
  func composed(property: String, english: String, vietnamese: String) throws {
    #expect(try words(.english).column(property) == english)
    #expect(try words(.vietnamese).column(property) == vietnamese)
  }

  @Test("what a planner named stays as written, with no word of the other language put before it")
  func planners() throws {
    let words = try words(.vietnamese)
    #expect(words.column("village_trẻ_em") == "village trẻ em")
    #expect(words.column("so_tre_em") == "so tre em")
    #expect(words.column("lũ_pct_low") == "lũ: % (ít nhất)")
    // A number in a planner's name is no pattern's.
    #expect(words.column("quý_3") == "quý 3")
  }

  @Test("maps have the same words, with a comma before the unit")
  func maps() {
    #expect(FigureTitles.title(of: "population", .vietnamese) == "Dân số")
    #expect(FigureTitles.title(of: "population_2023", .english) == "People 2023")
    #expect(FigureTitles.title(of: "declared_area_ha", .english) == "Declared area, ha")
    #expect(
      FigureTitles.title(of: "gain_ha", .vietnamese, titles: ["gain_ha": "Tăng ha"]) == "Tăng, ha")
    #expect(FigureTitles.title(of: "forest_pct", .english) == "Forest cover, %")
  }

  @Test("one of a thing is told in the singular, where English has one")
  func singular() throws {
    let words = try words(.english)
    #expect(words("fact_villages", "1") == "1 village")
    #expect(words("fact_villages", "1,001") == "1,001 villages")
    #expect(try self.words(.vietnamese)("fact_villages", "1") == "1 thôn")
    #expect(words("places_unknown", "1") == "Of 1 unit it is unknown.")
    #expect(EnglishCount.text("0–1", "village", "villages") == "0–1 villages")
    #expect(EnglishCount.text("1", "village has", "villages have") == "1 village has")
  }
}
