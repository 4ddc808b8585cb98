import Cartography
import GeoModel
import Publishing
import TestSupport
import Testing

@testable import Studies

/// Maps of a figure in classes: what the legend says of a target, of shares and of whole numbers.
@Suite("Maps of a figure")
struct FigureMapTests {
  private static let plan =
    TwoUnits.plan + "title: Hai xã\n"
    + "forest: {rule: own, source: cover.tif, classes: [10]}\n"
    + "targets: [{indicator: forest_cover, year: 2030, at_least: 63}]\n"

  /// Two communes of which so many of ten rows are forest.
  private func folder(west: Int, east: Int) throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { column, row in
      row < (column < 10 ? west : east) ? 10 : 40
    }
    return folder
  }

  private func document(
    _ folder: PlanFolder, classes: MapRequest.ClassChoice? = nil,
    language: OutputLanguage = .english
  ) async throws -> MapDocument {
    try await folder.session(Self.plan).map(
      MapRequest(layer: "forest-cover", classes: classes, language: language)
    ).document
  }

  @Test("each class in which the target is reached says so, and the map says which target it is")
  func target() async throws {
    let document = try await document(folder(west: 8, east: 5))
    #expect(
      document.legend[0].entries.map(\.label) == [
        "73 – 83 · 2030 target reached (1)", "63 – 73 · 2030 target reached (0)", "53 – 63 (0)",
        "43 – 53 (1)",
      ])
    #expect(
      document.subtitle
        == "The whole study: 65.0 %. Target for 2030: 63.0 %. Forest by the rule own.")
    #expect(
      document.notes.first == "A value on the bound of two classes belongs to the upper one.")
    let vietnamese = try await self.document(
      folder(west: 8, east: 5), language: .vietnamese)
    #expect(vietnamese.legend[0].entries[0].label == "73 – 83 · đạt mục tiêu 2030 (1)")
    #expect(vietnamese.subtitle.contains(" Mục tiêu đến năm 2030: 63,0 %."))
  }

  @Test("of a share no class reaches below 0 or above 100")
  func share() async throws {
    let document = try await document(folder(west: 10, east: 0))
    let labels = document.legend[0].entries.map(\.label)
    #expect(labels.first == "83 – 100 · 2030 target reached (1)")
    #expect(labels.last == "0 – 3 (1)")
  }

  @Test("classes that do not part at the target are not marked")
  func straddling() async throws {
    let document = try await document(folder(west: 8, east: 5), classes: .natural)
    let labels = document.legend[0].entries.map(\.label)
    #expect(!labels.contains { $0.contains("target") })
    // Bounds have no more decimals than part the values.
    #expect(labels.count == 2 && !labels.contains { $0.contains(".") }, "\(labels)")
    #expect(document.subtitle.contains("Target for 2030"))
  }

  @Test("the total of one unit has its name, not that of the study")
  func narrowed() async throws {
    let folder = try folder(west: 8, east: 5)
    func name(in code: String?) async throws -> PropertyValue? {
      try await folder.session(Self.plan).forestCover(level: "commune", in: code).layer.studyTotals
        .first { $0.name == "name" }?.value
    }
    #expect(try await name(in: "01") == .text("Xã Tây"))
    #expect(try await name(in: nil) == .text("Hai xã"))
  }

  @Test("of a figure of the plan's tables its own table is named, with its date, and no other")
  func tables() async throws {
    let folder = try TwoUnits.folder()
    try folder.write("code,poor\n01,3\n02,5\n", to: "poverty.csv")
    try folder.write("code,people\n01,30\n02,50\n", to: "census.csv")
    func table(_ name: String, _ column: String, _ vintage: String = "") -> String {
      "  - {name: \(name), source: \(name).csv, level: commune, key: code,\(vintage)"
        + " columns: {\(column): {field: \(column), kind: count, unit: people}}}\n"
    }
    let plan =
      TwoUnits.plan + "vintage: 2024-12-31\nindicators:\n"
      + table("poverty", "poor", " vintage: 2024-12-31,") + table("census", "people")
    func sources(_ property: String) async throws -> String? {
      try await folder.session(plan).map(
        MapRequest(layer: "join", property: property, language: .english)
      ).document.notes.first { $0.hasPrefix("Sources") }
    }
    #expect(
      try await sources("poor")
        == "Sources – boundaries: units.geojson; figures: poverty.csv (31 December 2024).")
    #expect(
      try await sources("people") == "Sources – boundaries: units.geojson; figures: census.csv.")
  }
}
