import GeoModel
import Testing

@Suite("Layers, units and villages")
struct LayerTests {
  @Test("what is not known is null, not 0 and not empty")
  func unknown() {
    let values: [PropertyValue] = [
      .hectares(nil), .percent(nil), .metres(nil), .kilometres(nil), .optionalText(nil),
      .optionalInteger(nil),
    ]
    #expect(values.allSatisfy { $0 == .null })
  }

  @Test("each unit has its decimals")
  func decimals() {
    #expect(PropertyValue.hectares(1.5) == .real(1.5, decimals: 9))
    #expect(PropertyValue.percent(51.01) == .real(51.01, decimals: 9))
    #expect(PropertyValue.metres(0) == .real(0, decimals: 3))
    #expect(PropertyValue.kilometres(2) == .real(2, decimals: 6))
    #expect(PropertyValue.optionalText("") == .text(""))
    #expect(PropertyValue.optionalInteger(0) == .integer(0))
  }

  @Test("a feature gives its values by name")
  func lookup() {
    let feature = LayerFeature(
      identifier: "commune/01", geometry: nil,
      properties: [Property("code", .text("01")), Property("area_ha", .null)])
    #expect(feature["code"] == .text("01"))
    #expect(feature["area_ha"] == .null)
    #expect(feature["forest_ha"] == nil)
  }

  @Test(
    "a message calls a unit and a village by code, else by the number in the source",
    arguments: [("01", "01"), (nil, "17"), ("", "17")] as [(String?, String)])
  func labels(code: String?, label: String) {
    let unit = AdministrativeUnit(
      level: "commune", code: code, name: "Ba Tơ", polygons: [], area: 0, sourceFeature: "17")
    let village = Village(code: code, name: "Nước Lang", position: nil, sourceFeature: "17")
    #expect(unit.label == label)
    #expect(village.label == label)
  }

  @Test("the working system is longitude before latitude, on the ellipsoid of WGS 84")
  func workingSystem() {
    #expect(ReferenceSystem.longitudeLatitude.definition == "OGC:CRS84")
    #expect(ReferenceSystem.longitudeLatitude.isGeographic)
    let polarRadius = Ellipsoid.equatorialRadius * (1 - Ellipsoid.flattening)
    #expect(abs(polarRadius - 6_356_752.3142) < 5e-5)
  }
}
