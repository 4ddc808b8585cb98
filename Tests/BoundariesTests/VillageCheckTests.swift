import Boundaries
import GeoModel
import TestSupport
import Testing

@Suite("Checks of villages")
struct VillageCheckTests {
  static let here = Coordinate(x: 108.5, y: 14.8)

  static func village(
    _ code: String?, name: String? = nil, position: Coordinate? = here, declared: String? = nil,
    feature: String = "7"
  ) -> Village {
    Village(
      code: code, name: name, position: position, declaredUnit: declared, sourceFeature: feature)
  }

  static func findings(_ villages: [Village], containing: [String?]) -> [Finding] {
    VillageCheck.findings(for: villages, unitCodes: ["01", "02"], containing: containing)
  }

  @Test("sound villages have no findings")
  func sound() {
    #expect(Self.findings([], containing: []) == [])
    #expect(
      Self.findings(
        [Self.village("a", declared: "01"), Self.village("b")], containing: ["01", "02"]) == [])
  }

  @Test("a village outside every unit is named with its name and place")
  func outside() throws {
    let findings = Self.findings([Self.village("a", name: "Nước Lang")], containing: [nil])
    try #require(findings.map(\.kind) == ["outside-units"])
    #expect(findings[0].severity == .warning)
    #expect(findings[0].layer == "villages")
    #expect(findings[0].feature == "a")
    #expect(findings[0].place == Self.here)
    #expect(findings[0].message == "a (Nước Lang) lies outside every unit")
    #expect(findings[0].remedy.contains("in no denominator"))
  }

  @Test("outside every unit, yet naming one: it is counted there, and the finding says so")
  func outsideButDeclared() throws {
    let findings = Self.findings([Self.village("a", declared: "02")], containing: [nil])
    try #require(findings.map(\.kind) == ["outside-units"])
    #expect(!findings[0].remedy.contains("denominator"))
    #expect(findings[0].remedy.contains("Upland counts it in the unit that it names"))
  }

  @Test("a village without a position")
  func noPosition() throws {
    let findings = Self.findings([Self.village("a", position: nil)], containing: [nil])
    try #require(findings.map(\.kind) == ["no-position"])
    #expect(findings[0].severity == .warning)
    #expect(findings[0].message == "a has no position")
  }

  @Test("the unit that it names does not exist, with or without a position")
  func unknownUnit() throws {
    let placed = Self.findings([Self.village("a", declared: "1")], containing: ["01"])
    try #require(placed.map(\.kind) == ["unknown-unit"])
    #expect(placed[0].severity == .error)
    #expect(placed[0].message == "a names the unit 1, which does not exist")
    #expect(placed[0].remedy.contains("leading zeros"))
    let listed = Self.findings(
      [Self.village("a", position: nil, declared: "1")], containing: [nil])
    #expect(listed.map(\.kind) == ["no-position", "unknown-unit"])
  }

  @Test("it lies in another unit than the one that it names")
  func otherUnit() throws {
    let findings = Self.findings([Self.village("a", declared: "01")], containing: ["02"])
    try #require(findings.map(\.kind) == ["other-unit"])
    #expect(findings[0].severity == .warning)
    #expect(findings[0].message == "a names the unit 01 but lies in 02")
    #expect(findings[0].remedy.contains("Upland counts it in the unit that it names"))
  }

  @Test("missing and duplicate codes")
  func codes() throws {
    let findings = Self.findings(
      [
        Self.village("b"), Self.village(nil, feature: "42"), Self.village("", feature: "43"),
        Self.village("a"), Self.village("b"), Self.village("B"), Self.village("a"),
      ], containing: Array(repeating: "01", count: 7))
    try #require(
      findings.map(\.kind) == [
        "missing-code", "missing-code", "duplicate-code", "duplicate-code",
      ])
    #expect(findings.map(\.feature) == ["42", "43", "a", "b"])
    #expect(findings[0].message == "feature 42 has no code")
    #expect(findings[2].message == "the code a stands in 2 villages")
    #expect(findings.allSatisfy { $0.severity == .error })
  }

  @Test("every finding says what to do, in both languages")
  func complete() {
    let findings = Self.findings(
      [
        Self.village(nil), Self.village("a", position: nil, declared: "9"),
        Self.village("a", declared: "01"), Self.village("c", declared: "01"),
      ], containing: [nil, nil, "02", nil])
    #expect(
      Set(findings.map(\.kind)) == [
        "outside-units", "missing-code", "no-position", "unknown-unit", "other-unit",
        "duplicate-code",
      ])
    for finding in findings {
      #expect(!finding.message.isEmpty && !finding.remedy.isEmpty)
      #expect(finding.vietnamese?.message.isEmpty == false)
      #expect(finding.vietnamese?.remedy.isEmpty == false)
    }
  }

  @Test("the order of the villages changes no finding", arguments: 1...20)
  func order(seed: Int) {
    let pairs: [(Village, String?)] = [
      (Self.village("a"), "01"), (Self.village("b"), nil), (Self.village(nil, feature: "3"), "01"),
      (Self.village("c", position: nil), nil), (Self.village("d", declared: "9"), "01"),
      (Self.village("e", declared: "01"), "02"), (Self.village("a"), "02"),
    ]
    let expected = Set(Self.findings(pairs.map(\.0), containing: pairs.map(\.1)))
    #expect(expected.count == 6)
    var generator = SeededGenerator(seed: UInt64(seed))
    let shuffled = pairs.shuffled(using: &generator)
    let found = Set(Self.findings(shuffled.map(\.0), containing: shuffled.map(\.1)))
    #expect(found == expected, "seed \(seed)")
  }
}
