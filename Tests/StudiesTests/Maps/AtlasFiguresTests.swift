import Cartography
import GeoModel
import Publishing
import TestSupport
import Testing

@testable import Studies

/// The pages of an atlas: which units, in which order, and what their tables tell.
@Suite("Pages of an atlas")
struct AtlasFiguresTests {
  /// Two communes: the western four fifths forest, of the eastern a tenth unknown.
  private func atlas(_ language: OutputLanguage) async throws -> Atlas {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder, noData: 0) { column, row in
      column >= 10 && row == 9 ? 0 : row < (column < 10 ? 8 : 5) ? 10 : 40
    }
    let session = try folder.session(
      TwoUnits.plan + "forest: {rule: own, source: cover.tif, classes: [10]}\n"
        + "targets: [{indicator: forest_cover, year: 2030, at_least: 63}]\n")
    return try await session.atlas(
      MapRequest(layer: "forest-cover", language: language), titles: [:],
      values: ["known_pct_below_minimum": "too little is known"]
    ).atlas
  }

  @Test("a known unit has its figures, an unknown one its interval and the reason")
  func figures() async throws {
    let atlas = try await atlas(.english)
    #expect(atlas.units.map(\.code) == ["01", "02"])
    #expect(atlas.units.map(\.name) == ["Xã Tây", "Xã Đông"])
    let west = atlas.units[0].figures
    #expect(west[0] == AtlasFigure(label: "Forest cover", value: "80.0 %"))
    #expect(west.contains(AtlasFigure(label: "Target 2030", value: "63.0 %")))
    #expect(west.contains { $0.label == "Forest above the target" && $0.remark.isEmpty })
    let east = atlas.units[1].figures
    #expect(
      east[0]
        == AtlasFigure(
          label: "Forest cover", value: "50.0–60.0 %", remark: "too little is known"))
    #expect(
      east.contains {
        $0.label == "Forest missing to the target" && $0.value == "–"
          && $0.remark == "too little is known"
      })
  }

  @Test("the table speaks the language of the atlas, and the legend counts nothing")
  func language() async throws {
    let atlas = try await atlas(.vietnamese)
    #expect(atlas.units[1].figures[0].label == "Tỷ lệ che phủ rừng")
    #expect(atlas.units[1].figures[0].value == "50,0–60,0 %")
    #expect(!atlas.map.legend.flatMap(\.entries).contains { $0.label.contains("(") })
    #expect(!atlas.map.legend.contains { $0.title.contains("(") })
  }

  @Test("bounds of one figure are one line; numerators, cells and texts are none")
  func groups() {
    let feature = LayerFeature(
      identifier: "commune/1", geometry: nil,
      properties: [
        Property("code", .text("1")), Property("area_ha", .real(5, decimals: 9)),
        Property("poor_low", .integer(3)), Property("poor_high", .integer(4)),
        Property("rate_pct", .null), Property("rate_pct_reason", .text("no_row")),
        Property("rate_pct_numerator", .integer(1)), Property("forest_cells", .integer(9)),
        Property("class", .text("III")), Property("nothing", .null),
      ])
    let groups = FigureGroup.groups(of: feature)
    #expect(groups.map(\.name) == ["area_ha", "poor", "rate_pct"])
    #expect(groups[1].value == nil && groups[1].low == 3 && groups[1].high == 4)
    #expect(groups[2].value == nil && groups[2].reason == "no_row")
  }
}
