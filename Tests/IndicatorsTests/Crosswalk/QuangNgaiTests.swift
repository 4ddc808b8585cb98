import Foundation
import Indicators
import Testing

/// The communes of the five mountain districts, from 2009 to 2025, on the real crosswalks. Skipped
/// where the shared data are not at hand.
@Suite(
  "From 67 communes of 2009 to 24 of 2025",
  .enabled(if: SharedData.isPresent, SharedData.absence))
struct QuangNgaiTests {
  struct Commune {
    let code: String
    let name: String
    let population: Double
  }

  static func communes() throws -> [Commune] {
    let data = try Data(
      contentsOf: SharedData.folder.appending(path: "communes-2009-mountain.geojson"))
    let collection = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    return try features.map { feature in
      let properties = try #require(feature["properties"] as? [String: Any])
      return Commune(
        code: try #require(properties["gso_code"] as? String),
        name: try #require(properties["commune_vn"] as? String),
        population: try #require(properties["population"] as? Double))
    }
  }

  static func step(
    _ file: String, _ from: String, _ to: String, keepsUnlisted: Bool
  ) throws -> CrosswalkStep {
    let text = try SharedData.text(file)
    let rows = try text.split(whereSeparator: \.isNewline).dropFirst().enumerated().map {
      index, line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return CrosswalkRow(
        oldCode: fields[0], oldName: fields[1], newCode: fields[2], newName: fields[3],
        extent: try #require(CrosswalkRow.Extent(rawValue: fields[4])), row: index + 2)
    }
    return CrosswalkStep(from: from, to: to, rows: rows, keepsUnlisted: keepsUnlisted)
  }

  static func transfer() throws -> TransferMatrix {
    let chain = try CrosswalkChain(
      [
        step("crosswalk-2025.csv", "2020-01-10", "2025-07-01", keepsUnlisted: false),
        step("crosswalk-2020.csv", "2009-04-01", "2020-01-10", keepsUnlisted: true),
      ], from: "2009-04-01", to: "2025-07-01")
    return try TransferMatrix(
      communes().map { ($0.code, $0.name) }, by: chain,
      isSameName: {
        $0.precomposedStringWithCanonicalMapping == $1.precomposedStringWithCanonicalMapping
      },
      // Any shares will do here: what they are is the overlay's matter.
      overlay: { _, targets in targets.indices.map { Double($0 + 1) } })
  }

  @Test("All 177,773 people are carried over, and two communes were split")
  func people() throws {
    let communes = try Self.communes()
    let transfer = try Self.transfer()
    let people = Dictionary(
      uniqueKeysWithValues: communes.map { ($0.code, Optional($0.population)) })
    let carried = transfer.carry(people)
    #expect(communes.count == 67)
    #expect(carried.values.count == 24)
    #expect(carried.unknownSources == [:])
    let check = transfer.conservation(of: "population", people)
    #expect(check.before == 177_773)
    #expect(abs(check.after - 177_773) < 1e-9)
    #expect(check.holds)
    #expect(transfer.entries.filter { $0.kind == .overlay }.map(\.code) == ["21142", "21514"])
  }

  @Test("Old Trà Giang goes to Đông Trà Bồng; new Trà Giang gets nothing from it")
  func sharedName() throws {
    let transfer = try Self.transfer()
    let old = try #require(transfer.entries.first { $0.name == "Xã Trà Giang" })
    #expect(old.code == "21118")
    #expect(old.targets == ["21127"])
    #expect(transfer.entries.allSatisfy { !$0.targets.contains("21244") })
  }

  @Test("A code of 2020 is not one of 2025: a table of one is refused as the other")
  func staleTable() throws {
    let step = try Self.step("crosswalk-2025.csv", "2020-01-10", "2025-07-01", keepsUnlisted: false)
    let chain = try CrosswalkChain([step], from: "2020-01-10", to: "2025-07-01")
    #expect(throws: CrosswalkProblem.self) {
      try chain.reach(of: "21127", name: "Xã Đông Trà Bồng", isSameName: ==)
    }
  }
}
