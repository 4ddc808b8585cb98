import Foundation
import GeoModel
import Studies
import Testing

/// How far the ground misleads where a crosswalk is there to tell, on the real files. Skipped where the shared data are not at hand.
@Suite(
  "The census of 2009 by the ground, and by the crosswalk",
  .enabled(if: Shared.has("studies/quang-ngai/plan.yaml"), "the data of Quảng Ngãi are not here"))
struct QuangNgaiInterpolationTests {
  private struct Record: Decodable {
    struct Commune: Decodable {
      let code: String
      let geodesic: Double
      let tobler: Double
    }
    let program: String
    let outside: Double
    let communes: [Commune]
  }

  /// The plan as it stands with the first table alone, its crosswalk taken out unless `keeps`.
  static func plan(keeps: Bool, more: String = "") throws -> String {
    let text = try String(
      contentsOfFile: Shared.path("studies/quang-ngai/plan.yaml"), encoding: .utf8
    ).replacing("../../", with: Shared.path("") + "/").replacing("upland: 1\n", with: "")
    let table = try #require(text.firstRange(of: "  - name: yearbook-2016"))
    let crosswalk = try #require(text.firstRange(of: "crosswalk:"))
    let targets = try #require(text.firstRange(of: "targets:"))
    return text[..<table.lowerBound]
      + (keeps ? text[crosswalk.lowerBound..<targets.lowerBound] : "") + more
  }

  /// The figures of tobler and geopandas, written by Tests/Oracles/areal_interpolation_tobler.py.
  @Test("without its crosswalk the census is estimated as shapely and pyproj estimate it, to 1e-6")
  func oracle() async throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/quang-ngai-interpolation.json")
    let record = try JSONDecoder().decode(Record.self, from: Data(contentsOf: file))
    #expect(record.program.hasPrefix("tobler 0.13.0, geopandas 1.2.0"))
    let folder = try PlanFolder()
    let result = try await folder.session(Self.plan(keeps: false)).join(level: "commune", in: nil)
    #expect(result.carriedBy.first == "interpolation")
    #expect(record.communes.count == 24 && result.layer.features.count == 24)
    for commune in record.communes {
      let figure = result.layer.feature(commune.code)?.number("population_2009") ?? .nan
      #expect(abs(figure / commune.geodesic - 1) < 1e-6, "\(commune.code): \(figure)")
      // tobler spreads also what lies outside the 24, up to 5 % of an old commune.
      #expect(abs(figure / commune.tobler - 1) < 0.025, "\(commune.code): \(figure)")
    }
    let close = record.communes.count { abs($0.tobler / $0.geodesic - 1) < 1e-5 }
    #expect(close == 18)
    let proof = try #require(result.proofs.first)
    #expect(proof.holds && proof.before == 177_773)
    #expect(abs(proof.before - proof.after - record.outside) < 1e-3)
  }

  /// How far the estimate is off what the crosswalk tells: the table of Docs/methods/vintages.md.
  @Test(
    "estimates are within 7.5 % of the crosswalk in every commune; they differ by 1.33 % of all people"
  )
  func againstTheCrosswalk() async throws {
    let folder = try PlanFolder()
    let told = try await folder.session(Self.plan(keeps: true)).join(level: "commune", in: nil)
    let guessed = try await folder.session(Self.plan(keeps: false)).join(level: "commune", in: nil)
    var differences = 0.0
    var worst = 0.0
    for feature in told.layer.features {
      let code = try #require(feature.text("code"))
      let truth = try #require(feature.number("population_2009"))
      let figure = try #require(guessed.layer.feature(code)?.number("population_2009"))
      differences += abs(figure - truth)
      worst = max(worst, abs(figure / truth - 1))
    }
    #expect(worst > 0.07 && worst < 0.075, "\(worst)")
    #expect(abs(differences / 177_773 - 0.0133) < 5e-5, "\(differences)")
  }

  @Test("the table's own names agree with the crosswalk's, all 67")
  func names() async throws {
    let folder = try PlanFolder()
    let plan = try Self.plan(keeps: true)
      .replacing("    key: gso_code\n", with: "    key: gso_code\n    unit_name: commune_vn\n")
    let result = try await folder.session(plan).join(level: "commune", in: nil)
    #expect(result.isComplete)
    #expect(result.side("rows", "old_code", "old_name").contains("21118 | Xã Trà Giang"))
  }

  /// New 21025 (Cẩm Thành) is four wards of 2009, old 21025 (Nguyễn Nghiêm) one of them; new Trà
  /// Giang (21244) is three communes of the plain, old Trà Giang (21118) went into 21127.
  @Test(
    "old code 21025 and new code 21025 are two things, and new Trà Giang has nothing of the old")
  func codes() async throws {
    let data = Shared.path("data/quang-ngai")
    let plan = """
      vintage: 2025-07-01
      units:
        - level: commune
          source: \(data)/communes-2025-province.geojson
          where: code IN ('21025', '21127', '21244')
          code: code
          name: name
      indicators:
        - name: census
          source: \(data)/communes-2009-province.geojson
          vintage: 2009-04-01
          level: commune
          key: gso_code
          unit_name: commune_vn
          scope: subset
          columns: {people: {field: population, kind: count}}
      crosswalk:
        - source: \(data)/crosswalk-2020.csv
          from: {vintage: 2009-04-01, code: old_code, name: old_name}
          to: {vintage: 2020-01-10, code: new_code, name: new_name}
          type: type
          unlisted: unchanged
        - source: \(data)/crosswalk-2025.csv
          from: {vintage: 2020-01-10, code: old_code, name: old_name}
          to: {vintage: 2025-07-01, code: new_code, name: new_name}
          type: type

      """
    let wards = "'21019', '21022', '21025', '21031'"
    let highland = "'21118', '21127', '21130'"
    let plain = "'21241', '21244', '21259'"
    let folder = try PlanFolder()
    let chosen = plan.replacing(
      "    scope: subset",
      with: "    where: gso_code IN (\(wards), \(highland), \(plain))\n    scope: subset")
    let result = try await folder.session(chosen).join(level: "commune", in: nil)
    let sources = Dictionary(
      uniqueKeysWithValues: result.side("units", "code", "old_codes").map { line in
        (String(line.prefix(5)), String(line.dropFirst(8)))
      })
    #expect(sources["21025"] == "21019, 21022, 21025, 21031")
    #expect(sources["21244"]?.contains("21118") == false)
    #expect(sources["21244"] == "21241, 21244, 21259")
    #expect(sources["21127"]?.contains("21118") == true)
    let people = try Self.people(in: "\(data)/communes-2009-province.geojson")
    func sum(_ codes: String...) -> Double { codes.reduce(0) { $0 + (people[$1] ?? .nan) } }
    #expect(result.figures("people")["21025"] == sum("21019", "21022", "21025", "21031"))
    #expect(result.figures("people")["21025"] != sum("21025"))
    #expect(result.figures("people")["21244"] == sum("21241", "21244", "21259"))
    // Without the crosswalk the ground decides, and no code either.
    let start = try #require(chosen.firstRange(of: "crosswalk:"))
    let drawn = try await folder.session(String(chosen[..<start.lowerBound]))
      .join(level: "commune", in: nil)
    #expect(drawn.carriedBy.first == "interpolation")
    let shares = drawn.side("rows", "old_code", "new_codes").filter { $0.hasPrefix("21118") }
    #expect(shares == ["21118 | 21127"])
  }

  /// The people of each commune of 2009, read without Upland.
  private static func people(in path: String) throws -> [String: Double] {
    let data = try Data(contentsOf: URL(filePath: path))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let features = object?["features"] as? [[String: Any]] ?? []
    return Dictionary(
      features.compactMap { feature in
        guard let properties = feature["properties"] as? [String: Any],
          let code = properties["gso_code"] as? String
        else { return nil }
        return (code, (properties["population"] as? NSNumber)?.doubleValue ?? .nan)
      }, uniquingKeysWith: { first, _ in first })
  }
}
