import Foundation
import GeoModel
import Studies
import Testing

/// The sample and Andorra against networkx, shapely and pyproj (Tests/Oracles/road_access_networkx.py).
@Suite("Road access by oracle: every village, every unit, every class")
struct RoadAccessOracleTests {
  private struct Village: Decodable {
    let unit: String?
    let car: String
    let allSeason: String
    let hardened: String
    let reason: String?
    let centre: String?
    let snapM: Double?
    let pathM: Double?
    let gapM: Double?
    let unknownM: Double?
  }

  private struct Study: Decodable {
    /// By unit and name of the property.
    let units: [String: [String: Double]]
    /// By unit and class: hardened, unhardened, unknown.
    let kilometres: [String: [String: [Double]]]
    let villages: [String: Village]

    enum CodingKeys: String, CodingKey { case units, kilometres, villages }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      units = try values.decode([String: [String: Double]].self, forKey: .units)
      kilometres = try values.decode([String: [String: [Double]]].self, forKey: .kilometres)
      villages = try values.decode([String: Village].self, forKey: .villages)
    }
  }

  private struct Record: Decodable {
    let program: String
    let sample: Study
    let andorra: Study
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func record() throws -> Record {
    let file = Self.root.appending(
      path: "Tests/StudiesTests/Fixtures/road-access-networkx.json")
    // Only the names of a village's figures: a strategy would change classes and properties too.
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing(/"(all_season|(snap|path|gap|unknown)_m)":/) { match in
        let words = match.1.split(separator: "_")
        return "\"\(words[0])\(words[1].capitalized)\":"
      }
    let record = try JSONDecoder().decode(Record.self, from: Data(text.utf8))
    #expect(record.program.hasPrefix("networkx 3.6.1, shapely 2.1.2"))
    return record
  }

  /// The layers villages, road-access and road-lengths of a plan.
  private func layers(of plan: String, level: String) async throws -> [Layer] {
    let session = try PlanSession(planAt: plan, options: StudyOptions(jobs: 2))
    let names = ["villages", "road-access\(level)", "road-lengths\(level)"]
    let folder = try PlanFolder()
    let layers = try await session.export(layers: names, to: "\(folder.path)/out").layers
    return try names.map { name in try #require(layers.first { $0.name == name }) }
  }

  private func hold(_ layers: [Layer], against study: Study) throws {
    try villages(layers[0], against: study)
    #expect(layers[1].features.count == study.units.count)
    for (code, figures) in study.units {
      let unit = try #require(layers[1].feature(code))
      for (name, wanted) in figures {
        let found = try #require(unit.number(name), "\(code) \(name)")
        // Counts are the same; kilometres and people to a millionth.
        let tolerance = name.contains("_km") || name.contains("rural") ? 1e-6 * wanted : 0
        #expect(abs(found - wanted) <= tolerance + 1e-9, "\(code) \(name): \(found), not \(wanted)")
      }
    }
    let rows = layers[2].features.filter { $0.text("code") != nil }
    #expect(rows.count == study.kilometres.values.reduce(0) { $0 + $1.count })
    for row in rows {
      let (code, name) = (row.text("code") ?? "", row.text("class") ?? "")
      let wanted = try #require(study.kilometres[code]?[name], "\(code) \(name)")
      for (state, kilometres) in zip(["hardened", "unhardened", "unknown"], wanted) {
        let found = try #require(row.number("\(state)_km"))
        #expect(abs(found - kilometres) <= 1e-6 * kilometres + 2e-9, "\(code) \(name) \(state)")
      }
    }
  }

  private func villages(_ layer: Layer, against study: Study) throws {
    #expect(layer.features.count == study.villages.count)
    for (code, wanted) in study.villages {
      let village = try #require(layer.feature(code))
      #expect(village.text("unit") == wanted.unit, "\(code)")
      #expect(village.text("car") == wanted.car, "\(code)")
      #expect(village.text("all_season") == wanted.allSeason, "\(code)")
      #expect(village.text("hardened") == wanted.hardened, "\(code)")
      #expect(village.text("reason") == wanted.reason, "\(code)")
      #expect(village.text("centre") == wanted.centre, "\(code)")
      let figures = [
        ("snap_m", wanted.snapM), ("path_m", wanted.pathM), ("gap_m", wanted.gapM),
        ("unknown_m", wanted.unknownM),
      ]
      for (name, metres) in figures {
        let found = village.number(name)
        #expect((found == nil) == (metres == nil), "\(code) \(name)")
        if let found, let metres { #expect(abs(found - metres) < 1, "\(code) \(name)") }
      }
    }
  }

  @Test("The sample by commune: 480 villages, 63 communes, the Rural Access Index from a raster")
  func sample() async throws {
    let study = try record().sample
    #expect(study.villages.count == 480 && study.units.count == 63)
    let plan = Self.root.appending(path: "GeoData/sample/plan.yaml").path()
    try hold(try await layers(of: plan, level: "-commune"), against: study)
  }

  @Test(
    "Andorra by parish",
    .enabled(if: Shared.has("studies/andorra/plan.yaml"), "the plan of Andorra is not here"))
  func andorra() async throws {
    let study = try record().andorra
    #expect(study.villages.count == 52 && study.units.count == 6)
    try hold(
      try await layers(of: Shared.path("studies/andorra/plan.yaml"), level: ""), against: study)
  }
}
