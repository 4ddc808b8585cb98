import Foundation
import GeoModel
import Studies
import Testing

/// What `Tests/Oracles/hazard_areas_shapely.py` wrote.
private struct HazardRecord: Decodable {
  struct Commune: Decodable {
    var code: String
    var landslide: [String: Double]
    var flood: [String: Double]
    var landslideAll: Double
    var floodAll: Double
    enum CodingKeys: String, CodingKey {
      case code, landslide, flood
      case landslideAll = "landslide_all"
      case floodAll = "flood_all"
    }
  }
  struct Village: Decodable {
    var code: String
    var landslide: Double
    var flood: Double
    var exposed: Bool
  }
  var communes: [Commune]
  var villages: [Village]
}

@Suite("Exposure against shapely and pyproj")
struct HazardOracleTests {
  private static let record = Result {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/sample-hazards-shapely.json")
    return try JSONDecoder().decode(HazardRecord.self, from: Data(contentsOf: url))
  }

  private static let sample = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../GeoData/sample/plan.yaml").standardized.path()

  @Test(
    "The sample's communes have shapely's hectares of every hazard and class, zones from UTM, to 1e-6"
  )
  func communes() async throws {
    let record = try Self.record.get()
    let session = try PlanSession(planAt: Self.sample, options: StudyOptions(jobs: 2))
    let layer = try await session.exposure(level: "commune", in: nil).layer
    #expect(layer.features.map { $0.text("code") } == record.communes.map(\.code))
    for (feature, commune) in zip(layer.features, record.communes) {
      func compare(_ name: String, _ wanted: Double) {
        let found = feature.number(name) ?? .nan
        #expect(
          abs(found - wanted) <= 1e-6 * max(1, wanted),
          "\(commune.code) \(name): \(found) \(wanted)")
      }
      compare("landslide_ha", commune.landslideAll)
      compare("flood_ha", commune.floodAll)
      for (code, hectares) in commune.landslide { compare("landslide_\(code)_ha", hectares) }
      for (code, hectares) in commune.flood { compare("flood_\(code)_ha", hectares) }
    }
  }

  @Test(
    "The sample's villages are exposed as shapely finds them, with the same shares of their circles"
  )
  func villages() async throws {
    let record = try Self.record.get()
    let session = try PlanSession(planAt: Self.sample, options: StudyOptions(jobs: 2))
    let layer = try await session.resettlementVillages(in: nil).layer
    #expect(layer.features.map { $0.text("code") } == record.villages.map(\.code))
    for (feature, village) in zip(layer.features, record.villages) {
      #expect(feature.text("exposed") == (village.exposed ? "yes" : "no"), "\(village.code)")
      // Circles of 90 and of 720 positions, of the same area to 1e-4.
      for (name, wanted) in [("landslide", village.landslide), ("flood", village.flood)] {
        let found = feature.number("\(name)_pct_low") ?? .nan
        #expect(abs(found - wanted) < 0.02, "\(village.code) \(name): \(found) \(wanted)")
      }
    }
  }
}
