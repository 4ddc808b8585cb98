import Foundation
import GeoModel
import Studies
import Testing

/// Codes that outlive their units, and the ground as a measure, on the real files of Quảng Ngãi.
/// Skipped where the shared data are not at hand.
@Suite(
  "Quảng Ngãi: codes of two dates, and interpolation beside the crosswalk",
  .enabled(
    if: Shared.has("data/quang-ngai/crosswalk-2025.csv"), "the data of Quảng Ngãi are not here"))
struct QuangNgaiVintageTests {
  private static func data(_ name: String) -> String { Shared.path("data/quang-ngai/\(name)") }

  private static func head(_ units: String) -> String {
    """
    vintage: 2025-07-01
    units: {level: commune, source: '\(data(units))', code: code, name: name}

    """
  }

  private static let crosswalk = """
    crosswalk:
      - source: '\(data("crosswalk-2025.csv"))'
        from: {vintage: 2020-01-10, code: old_code, name: old_name}
        to: {vintage: 2025-07-01, code: new_code, name: new_name}
        type: type

    """

  /// Old units in the order of the crosswalk, with the new ones that they went to.
  private static func steps() throws -> [(old: String, new: String, isFull: Bool)] {
    let text = try String(contentsOfFile: data("crosswalk-2025.csv"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return (cells[0], cells[2], cells[4] == "full")
    }
  }

  /// Old code 21025 is the ward of Nguyễn Nghiêm, new code 21025 the four wards of Cẩm Thành; new
  /// Trà Giang (21244) is three communes of another district and nothing of old Trà Giang (21118).
  @Test("a code of two dates is two units")
  func codes() async throws {
    let steps = try Self.steps()
    // A power of two for each old unit of the three new ones would show any mixture; the others
    // are there so that none is missed.
    let watched = ["21025", "21244", "21127"]
    let folder = try PlanFolder()
    var rows = "code,people\n"
    var expected: [String: Double] = [:]
    var next = 1.0
    var seen: Set<String> = []
    for step in steps where seen.insert(step.old).inserted {
      let isWatched = watched.contains(step.new)
      rows += "\(step.old),\(isWatched ? String(Int(next)) : "0")\n"
      if isWatched {
        #expect(step.isFull)
        expected[step.new, default: 0] += next
        next *= 2
      }
    }
    try folder.write(rows, to: "old.csv")
    let indicator = """
      indicators:
        - name: old
          source: old.csv
          vintage: 2020-01-10
          level: commune
          key: code
          columns: {people: {field: people, kind: count}}

      """
    let parts = "\(Self.head("communes-2025-province.geojson"))\(indicator)"
    // Zeros need no share: parts without a weight are settled by geometry, which the table lacks.
    let full = Self.crosswalk.replacing("type: type", with: "unlisted: error")
    let onlyFull = try String(contentsOfFile: Self.data("crosswalk-2025.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).filter { !$0.contains(",partial,") }
      .joined(separator: "\n")
    try folder.write(onlyFull + "\n", to: "full.csv")
    let split = Set(steps.filter { !$0.isFull }.map(\.old))
    try folder.write(
      rows.split(separator: "\n").filter { row in !split.contains { row.hasPrefix("\($0),") } }
        .joined(separator: "\n") + "\n", to: "old.csv")
    let section = full.replacing(Self.data("crosswalk-2025.csv"), with: "full.csv")
    let result = try await folder.session(parts + section).join(level: "commune", in: nil)
    let figures = result.figures("people")
    for code in watched { #expect(figures[code] == expected[code], "\(code): \(figures)") }
    let oldTraGiang = try #require(steps.first { $0.old == "21118" })
    #expect(oldTraGiang.new == "21127")
    // Without the crosswalk the codes, though 71 of them are both old and new, match nothing.
    let lines = await refusal {
      _ = try await folder.session(parts).join(level: "commune", in: nil)
    }
    #expect(lines.count == 1 && lines[0].contains("earlier_units"), "\(lines)")
  }

  /// Without the crosswalk the ground decides: equal to shapely's pieces with pyproj's areas (and to
  /// tobler where nothing lies outside), computed by Tests/Oracles/areal_interpolation_tobler.py.
  @Test("interpolation of the census of 2009 agrees with the oracle")
  func oracle() async throws {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/quang-ngai-interpolation.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: fixture))
    let oracle = try #require(object as? [String: Any])
    let communes = try #require(oracle["communes"] as? [[String: Any]])
    let folder = try PlanFolder()
    let indicator = """
      indicators:
        - name: census
          source: '\(Self.data("communes-2009-mountain.geojson"))'
          vintage: 2009-04-01
          level: commune
          key: gso_code
          columns: {people: {field: population, kind: count}}

      """
    let plan = Self.head("communes-2025-mountain.geojson") + indicator
    let result = try await folder.session(plan).join(level: "commune", in: nil)
    let figures = result.figures("people")
    #expect(communes.count == 24 && figures.count == 24)
    for commune in communes {
      let code = try #require(commune["code"] as? String)
      let known = try #require((commune["geodesic"] as? NSNumber)?.doubleValue)
      guard let figure = figures[code] ?? nil else { continue }
      #expect(abs(figure / known - 1) < 1e-6, "\(code): \(figure), \(known)")
    }
    #expect(figures.values.count { $0 != nil } >= 20, "\(figures)")
    let proof = try #require(result.proofs.first)
    #expect(proof.before == 177_773 && proof.holds)
  }
}
