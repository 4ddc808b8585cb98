import GeoModel
import Studies
import Testing

/// A road layer that was cut at the boundary of the study hides what lies beyond it.
@Suite("Roads at the boundary of the study")
struct RoadBorderTests {
  /// The warnings of `road-access` with roads northwards from the middle of two communes to the
  /// given latitudes; the boundary is at 15.1°.
  private func warnings(northEnds: [Double], by level: String = "commune") async throws -> [String]
  {
    let folder = try TwoUnits.folder()
    let roads = northEnds.enumerated().map { index, north in
      let x = 108.02 + 0.015 * Double(index)
      return """
        {"type":"Feature","properties":{"surface":"asphalt"},"geometry":
          {"type":"LineString","coordinates":[[\(x),15.05],[\(x),\(north)]]}}
        """
    }
    try folder.write(
      #"{"type":"FeatureCollection","features":[\#(roads.joined(separator: ","))]}"#,
      to: "roads.geojson")
    let plan = """
      units:
        - {level: district, dissolve: commune, by: district}
        - {level: commune, source: units.geojson, code: code, name: name}
      roads: {source: roads.geojson, surface: surface, hardened: [asphalt]}

      """
    return try await folder.session(plan).roadAccess(level: level, in: nil).warnings
      .filter { $0.contains("boundary") }
  }

  /// About two metres within the boundary.
  private static let end = 15.09998
  private static let beyond = 15.12

  @Test("four roads that end at it beside one that passes over it: the layer seems to be cut")
  func cut() async throws {
    let ends = [Self.end, Self.end, Self.beyond, Self.end, Self.end]
    for level in ["commune", "district"] {
      let found = try await warnings(northEnds: ends, by: level)
      #expect(found.count == 1, "\(level)")
      #expect(found.first?.contains("4 of 5 roads") == true, "\(level): \(found)")
    }
  }

  @Test("roads that pass over it, that end far from it, or two that end at it say nothing")
  func whole() async throws {
    #expect(
      try await warnings(northEnds: [Self.beyond, Self.beyond, Self.end, Self.beyond]) == [])
    #expect(try await warnings(northEnds: [15.09, 15.08, 15.09, 15.07]) == [])
    #expect(try await warnings(northEnds: [Self.end, Self.end]) == [])
  }
}
