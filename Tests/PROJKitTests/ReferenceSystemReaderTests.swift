import GeoModel
import PROJKit
import Testing

@Suite("Reference systems")
struct ReferenceSystemReaderTests {
  @Test(
    "an authority's code keeps its name and its kind",
    arguments: [
      ("EPSG:4326", "WGS 84", true), ("EPSG:4756", "VN-2000", true),
      ("EPSG:32649", "WGS 84 / UTM zone 49N", false),
      ("epsg:3405", "VN-2000 / UTM zone 48N", false),
    ])
  func codes(definition: String, name: String, isGeographic: Bool) throws {
    let system = try ReferenceSystemReader.read(definition)
    #expect(system.definition == definition.uppercased())
    #expect(system.name == name)
    #expect(system.isGeographic == isGeographic)
  }

  @Test(
    "a compound or three-dimensional system is reduced to its horizontal part",
    arguments: [
      ("EPSG:9707", "EPSG:4326"), ("EPSG:4979", "EPSG:4326"), ("EPSG:5554", "EPSG:25831"),
      ("EPSG:4326+5773", "EPSG:4326"),
    ])
  func reduced(definition: String, expected: String) throws {
    let system = try ReferenceSystemReader.read(definition)
    #expect(system.definition == expected)
    #expect(try system == ReferenceSystemReader.read(expected))
  }

  @Test("a system without a code becomes WKT that reads back to the same")
  func withoutCode() throws {
    let text = "+proj=tmerc +lon_0=108.25 +k=0.9999 +x_0=500000 +datum=WGS84 +units=m +type=crs"
    let system = try ReferenceSystemReader.read(text)
    #expect(system.definition.hasPrefix("PROJCRS["))
    #expect(!system.isGeographic)
    #expect(try ReferenceSystemReader.read(system.definition) == system)
  }

  @Test(
    "a text that is no horizontal reference system is refused with the text",
    arguments: [
      "", "EPSG:999999", "VN2000 TM3 roughly", "EPSG:5773", "EPSG:4978", "EPSG:7030",
      "+proj=utm +zone=49", "PROJCS[\"broken",
    ])
  func unknown(definition: String) {
    let error = #expect(throws: PROJError.self) { try ReferenceSystemReader.read(definition) }
    guard case .unknownReferenceSystem(let named, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(named == definition)
    #expect(!reason.isEmpty)
    #expect(
      error?.message.hasPrefix("'\(definition)' is no reference system that PROJ knows") == true)
  }

  @Test("the message of a long definition is cut to its first 80 characters")
  func longText() {
    let error = PROJError.unknownReferenceSystem(
      definition: String(repeating: "x", count: 500), reason: "r")
    #expect(
      error.message
        == "'\(String(repeating: "x", count: 80))' is no reference system that PROJ knows (r)")
  }

  @Test("the area of use holds the place that the system is made for")
  func areaOfUse() throws {
    let system = try ReferenceSystemReader.read("EPSG:5898")
    let area = try #require(try ReferenceSystemReader.areaOfUse(of: system))
    #expect(area.contains(Coordinate(x: 108.5, y: 15)))
    #expect(!area.contains(Coordinate(x: 105, y: 21)))
    #expect(area.maximumX - area.minimumX < 5)
  }

  @Test("no stated area is nothing; an area over the antimeridian has its west beyond its east")
  func unusualAreas() throws {
    let bare = try ReferenceSystemReader.read(
      "+proj=tmerc +lon_0=108.25 +datum=WGS84 +units=m +type=crs")
    #expect(try ReferenceSystemReader.areaOfUse(of: bare) == nil)
    let newZealand = try ReferenceSystemReader.read("EPSG:4167")
    let area = try #require(try ReferenceSystemReader.areaOfUse(of: newZealand))
    #expect(area.minimumX > 150 && area.maximumX < -150)
  }
}
