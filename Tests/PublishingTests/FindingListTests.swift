import GeoModel
import Publishing
import TestSupport
import Testing

@Suite("Findings")
struct FindingListTests {
  private let findings = [
    Finding(
      severity: .note, kind: "declared-area", layer: "units.commune", feature: "21100",
      amount: "2.4 %", message: "the declared area differs from the polygon's",
      remedy: "compare with the land inventory"),
    Finding(
      severity: .error, kind: "outside-units", layer: "villages", feature: "10",
      place: Coordinate(x: 1.602_345_678, y: 42.567), message: "Soldeu lies outside every unit",
      remedy: "give the village a unit, or complete the units"),
    Finding(
      severity: .error, kind: "outside-units", layer: "villages", feature: "2",
      place: Coordinate(x: 1.61, y: 42.57), message: "El Tarter lies outside every unit",
      remedy: "give the village a unit, or complete the units"),
    Finding(
      severity: .error, kind: "invalid-geometry", layer: "units.commune", feature: "21103",
      place: Coordinate(x: 108.5, y: 15), amount: "0.31 ha",
      message: "the ring of Ba Điền crosses itself (Self-intersection)",
      remedy: "repair it in QGIS with Fix geometries"),
    Finding(
      severity: .warning, kind: "missing-code", layer: "villages",
      message: "12 villages have no code", remedy: "name the field with the code"),
  ]

  @Test("sorted by severity, layer and feature, whatever the order they come in")
  func order() {
    let sorted = FindingList(findings)
    #expect(sorted.findings.map(\.feature) == ["21103", "2", "10", nil, "21100"])
    #expect(sorted.count(.error) == 3)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      #expect(FindingList(findings.shuffled(using: &generator)) == sorted)
    }
  }

  @Test("table, JSON and points are the golden files")
  func golden() throws {
    let list = FindingList(findings)
    try Golden.expect("findings.en.txt", Array(list.table(.english).text().utf8))
    let style = TextTableStyle(language: .vietnamese)
    try Golden.expect("findings.vi.txt", Array(list.table(.vietnamese).text(style).utf8))
    try Golden.expect("findings.json", list.json.bytes())
    let (bytes, report) = try GeoJSONWriter().bytes(of: list.layer)
    #expect(GeoJSONValidator().faults(in: bytes) == [])
    #expect(report.nullGeometries == 2)
    try Golden.expect("findings.geojson", bytes)
  }

  @Test("nothing found")
  func nothing() {
    #expect(FindingList([]).json.text() == "[]\n")
    #expect(FindingList([]).layer.features.isEmpty)
  }
}
