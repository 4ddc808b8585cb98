import Cartography
import GeoModel
import Publishing
import TestSupport
import Testing

@testable import Studies

/// Maps with a panel for each year: one scale of colours, and the columns that are years of one figure.
@Suite("Maps by year")
struct SeriesMapTests {
  /// Forest of two communes in three years: rows of ten that are forest in the west, in the east.
  private static let rows = [2014: (8, 2), 2018: (5, 5), 2024: (2, 8)]

  private func folder() throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    for (year, (west, east)) in Self.rows {
      try TwoUnits.writeRaster(to: folder, name: "\(year).tif", noData: 0) { column, row in
        // Of 2018 nothing is known of the east.
        if year == 2018, column >= 10 { return 0 }
        return row < (column < 10 ? west : east) ? 10 : 40
      }
    }
    return folder
  }

  private func document(
    _ folder: PlanFolder, classes: MapRequest.ClassChoice? = nil,
    language: OutputLanguage = .english
  ) async throws -> MapDocument {
    let years = Self.rows.keys.sorted().map { "{year: \($0), source: \($0).tif}" }
    let session = try folder.session(
      TwoUnits.plan
        + "forest: {rule: own, classes: [10], years: [\(years.joined(separator: ", "))]}\n")
    let picture = try await session.map(
      MapRequest(layer: "forest-cover", classes: classes, byYear: true, language: language))
    return picture.document
  }

  @Test(
    "where all units have one value the legend has one class, with it as tables write it",
    arguments: [(OutputLanguage.english, "60.42"), (.vietnamese, "60,42")])
  func oneValue(language: OutputLanguage, shown: String) async throws {
    let folder = try TwoUnits.folder()
    try folder.write(
      "xa,ty_le\n01,60.4211\n02,60.4211\n", to: "shares.csv")
    let picture = try await folder.session(
      TwoUnits.plan + """
        indicators:
          - name: shares
            source: shares.csv
            level: commune
            key: xa
            columns: {poor_pct: {field: ty_le, kind: score}}

        """
    ).map(MapRequest(layer: "join", property: "poor_pct", language: language))
    let legend = try #require(picture.document.legend.first)
    #expect(legend.entries.map(\.label).contains("\(shown) (2)"), "\(legend.entries.map(\.label))")
    #expect(!legend.entries.map(\.label).contains { $0.contains(" – ") })
  }

  @Test(
    "all panels have the symbols of one scale, which orders values whatever their year",
    arguments: [MapRequest.ClassChoice.rounded, .natural, .quantiles])
  func oneScale(classes: MapRequest.ClassChoice) async throws {
    let document = try await document(folder(), classes: classes)
    #expect(document.panels.map(\.title) == ["2014", "2018", "2024"])
    let drawn = document.panels.map { $0.layers[1] }
    #expect(Set(drawn.map(\.symbols)).count == 1)
    // West and east: 80 and 20 %, 50 % and unknown, 20 and 80 %.
    let found = drawn.map(\.classes)
    for (low, high) in [(found[0][1], found[0][0]), (found[2][0], found[2][1])] {
      #expect(0 < low && low < found[1][0] && found[1][0] < high)
    }
    // Round bounds do not part what differs in its last bit alone.
    if classes == .rounded {
      #expect(found[0][0] == found[2][1] && found[0][1] == found[2][0])
    }
    #expect(found[1][1] == 0)
    // The least and the greatest of all years are the ends of the legend, counts are not told.
    let labels = document.legend[0].entries.map(\.label)
    #expect(labels.last == "Unknown")
    #expect(!labels.contains { $0.contains("(") })
  }

  @Test("a panel tells the figure of the whole study, or that it is not known")
  func notes() async throws {
    let document = try await document(folder())
    #expect(document.panels.map(\.note) == ["50.0 %", "unknown", "50.0 %"])
    #expect(document.title == "Forest cover, %, 2014–2024")
    #expect(
      document.subtitle
        == "The whole study – 2014: 50.0 %; 2018: unknown; 2024: 50.0 %. Forest by the rule own."
        + " One scale of colours for all years.")
    let vietnamese = try await self.document(folder(), language: .vietnamese)
    #expect(vietnamese.panels.map(\.note) == ["50,0 %", "chưa rõ", "50,0 %"])
  }

  @Test(
    "a year is the one word of a name that is one",
    arguments: [
      ("population_2019", "population", 2019), ("area_2023_km2", "area_km2", 2023),
      ("population_2019_reason", "population_reason", 2019),
    ])
  func names(name: String, base: String, year: Int) throws {
    let found = try #require(YearColumns.split(name))
    #expect(found.base == base && found.year == year)
    for other in ["population", "2019", "change_2019_2023", "road_0519", "code_20190"] {
      #expect(YearColumns.split(other) == nil, "\(other)")
    }
  }

  @Test("the columns of a figure become its years, each with its own reason")
  func columns() throws {
    func feature(_ code: String, _ values: [PropertyValue]) -> LayerFeature {
      LayerFeature(
        identifier: code, geometry: nil,
        properties: zip(
          [
            "code", "poor_2024", "poor_2024_reason", "poor_2019", "poor_2019_reason",
            "area_2019_ha",
          ],
          [.text(code)] + values
        ).map { Property($0, $1) })
    }
    let layer = Layer(
      name: "join",
      features: [
        feature("1", [.integer(5), .null, .null, .text("no_row"), .integer(1)]),
        feature("2", [.integer(7), .null, .integer(9), .null, .integer(1)]),
      ])
    let columns = try YearColumns(of: layer, property: nil)
    #expect(columns.property == "poor")
    #expect(columns.layers.map(\.year) == [2019, 2024])
    let first = columns.layers[0].layer.features
    #expect(first.map { $0["poor"] } == [.null, .integer(9)])
    #expect(first[0]["poor_reason"] == .text("no_row"))
    #expect(first[0].properties.map(\.name) == ["code", "poor", "poor_reason", "area_ha"])
    #expect(columns.layers[1].layer.features.map { $0["poor"] } == [.integer(5), .integer(7)])
    #expect(try YearColumns(of: layer, property: "poor_2024").property == "poor")
    for property in ["area_ha", "por", "code"] {
      #expect(throws: StudyError.self) { try YearColumns(of: layer, property: property) }
    }
  }
}
