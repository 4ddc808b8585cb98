import GeoModel
import PROJKit
import Plan
import Testing

@testable import Studies

@Suite("Boundaries of units of earlier dates")
struct EarlierUnitsTests {
  static let date = CalendarDate(year: 2009, month: 4, day: 1)

  static func feature(_ code: String, _ geometry: Geometry?) -> MapText.Feature {
    MapText.Feature(["ma": code, "ten": "Xã \(code)", "dan": "7"], geometry)
  }

  /// A loader for the sections `more` behind the two units of 2025.
  static func loader(_ folder: PlanFolder, _ more: String) throws -> EarlierUnitsLoader {
    let plan = try folder.session("vintage: 2025-07-01\n" + TwoUnits.plan + more).plan
    return EarlierUnitsLoader(plan: plan, ledger: SourceLedger())
  }

  static let named =
    "earlier_units: {level: commune, source: old.geojson, vintage: 2009-04-01, code: ma, name: ten}\n"
  static let table = """
    indicators:
      - name: census
        source: table.geojson
        vintage: 2009-04-01
        level: commune
        key: ma
        columns: {dan: {field: dan, kind: count}}

    """

  @Test("those that the plan names come in the order of their codes, with geodesic areas")
  func named() throws {
    let folder = try TwoUnits.folder()
    try folder.write(
      MapText.geoJSON([Self.feature("20", TwoUnits.east), Self.feature("10", TwoUnits.west)]),
      to: "old.geojson")
    let loader = try Self.loader(folder, Self.named)
    let date = try #require(Self.date)
    #expect(loader.vintages(of: "commune") == [date])
    let found = try #require(try loader.boundaries(of: "commune", on: date))
    #expect(found.path == "earlier_units[1]")
    #expect(found.units.map(\.code) == ["10", "20"])
    #expect(found.units.map(\.name) == ["Xã 10", "Xã 20"])
    #expect(found.units.map(\.area) == found.units.map { Geodesic.area(of: $0.polygons) })
    #expect(try found.findings() == [])
    try found.requireSound(in: loader.plan)
    let other = try #require(CalendarDate(year: 2020, month: 1, day: 10))
    #expect(try loader.boundaries(of: "commune", on: other) == nil)
  }

  @Test("a table with polygons brings its own; what the plan names comes first")
  func fromTable() throws {
    let folder = try TwoUnits.folder()
    try folder.write(
      MapText.geoJSON([
        Self.feature("10", TwoUnits.west), Self.feature("tổng", nil),
      ]), to: "table.geojson")
    let date = try #require(Self.date)
    let loader = try Self.loader(folder, Self.table)
    #expect(loader.vintages(of: "commune") == [date])
    let found = try #require(try loader.boundaries(of: "commune", on: date))
    #expect(found.path == "indicators.census")
    #expect(found.units.map(\.code) == ["10"])
    try folder.write(
      MapText.geoJSON([Self.feature("20", TwoUnits.east)]), to: "old.geojson")
    let both = try Self.loader(folder, Self.table + Self.named)
    #expect(try both.boundaries(of: "commune", on: date)?.units.map(\.code) == ["20"])
  }

  @Test("a table without polygons is none")
  func withoutPolygons() throws {
    let folder = try TwoUnits.folder()
    try folder.write("ma,dan\n10,7\n", to: "table.geojson.csv")
    let date = try #require(Self.date)
    let loader = try Self.loader(
      folder, Self.table.replacing("table.geojson", with: "table.geojson.csv"))
    #expect(try loader.boundaries(of: "commune", on: date) == nil)
  }

  @Test("what no figure survives is refused, a line each, at the part of the plan that names it")
  func unsound() throws {
    let folder = try TwoUnits.folder()
    let bow = Geometry.polygon(
      Polygon(
        exterior: LinearRing([
          Coordinate(x: 108, y: 15), Coordinate(x: 108.1, y: 15.1), Coordinate(x: 108.1, y: 15),
          Coordinate(x: 108, y: 15.1), Coordinate(x: 108, y: 15),
        ])))
    try folder.write(
      MapText.geoJSON([
        Self.feature("10", bow), Self.feature("20", TwoUnits.east),
        Self.feature("20", TwoUnits.west), Self.feature("30", nil),
      ]), to: "old.geojson")
    let loader = try Self.loader(folder, Self.named)
    let date = try #require(Self.date)
    let found = try #require(try loader.boundaries(of: "commune", on: date))
    #expect(
      try Set(found.findings().map(\.kind)) == [
        "invalid-geometry", "duplicate-code", "no-geometry",
      ])
    #expect(try found.findings().allSatisfy { $0.layer == "earlier_units[1]" })
    do throws(StudyError) {
      try found.requireSound(in: loader.plan)
      Issue.record("not refused")
    } catch {
      #expect(error.lines.count == 3)
      #expect(error.lines.allSatisfy { $0.contains("earlier_units[1]: ") }, "\(error.lines)")
    }
  }

  @Test("a field or file that is not there is told with its place, before anything is read")
  func survey() throws {
    let folder = try TwoUnits.folder()
    let loader = try Self.loader(folder, Self.named)
    #expect(
      SourceSurvey(plan: loader.plan).problems().map(\.path) == ["earlier_units[1].source"])
    try folder.write(
      MapText.geoJSON([MapText.Feature(["code": "1"], TwoUnits.east)]), to: "old.geojson")
    #expect(
      SourceSurvey(plan: loader.plan).problems().map(\.path) == [
        "earlier_units[1].code", "earlier_units[1].name",
      ])
  }
}
