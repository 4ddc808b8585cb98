import Boundaries
import GeoModel
import TestSupport
import Testing

@Suite("Checks of units")
struct UnitCheckTests {
  static func square(_ x: Double, _ y: Double) -> Polygon {
    Polygon(
      exterior: LinearRing([
        Coordinate(x: x, y: y), Coordinate(x: x + 1, y: y), Coordinate(x: x + 1, y: y + 1),
        Coordinate(x: x, y: y + 1),
      ]))
  }

  static func unit(
    _ code: String?, name: String? = "Ba Tơ", parent: String? = "D1",
    polygons: [Polygon] = [square(0, 0)], area: Double = 1e6, declared: Double? = nil,
    feature: String = "7"
  ) -> AdministrativeUnit {
    AdministrativeUnit(
      level: "commune", code: code, name: name, parentCode: parent, polygons: polygons, area: area,
      declaredArea: declared, sourceFeature: feature)
  }

  static func findings(
    _ units: [AdministrativeUnit], hasParentLevel: Bool = true
  ) throws -> [Finding] {
    try UnitCheck.findings(for: units, level: "commune", hasParentLevel: hasParentLevel)
  }

  @Test("sound units have no findings")
  func sound() throws {
    let units = [
      Self.unit("01"), Self.unit("1", polygons: [Self.square(1, 0)], declared: 1.009e6),
    ]
    #expect(try Self.findings(units) == [])
    #expect(try Self.findings([]) == [])
  }

  @Test("a feature without an area")
  func noGeometry() throws {
    let findings = try Self.findings([Self.unit("01", polygons: [], area: 0)])
    try #require(findings.map(\.kind) == ["no-geometry"])
    #expect(findings[0].severity == .error)
    #expect(findings[0].layer == "units.commune")
    #expect(findings[0].feature == "01")
    #expect(findings[0].message == "01 has no area")
  }

  @Test("a bow-tie is named with its place and GEOS's reason")
  func invalid() throws {
    let tie = Polygon(
      exterior: LinearRing([
        Coordinate(x: 0, y: 0), Coordinate(x: 2, y: 2), Coordinate(x: 2, y: 0),
        Coordinate(x: 0, y: 2),
      ]))
    let findings = try Self.findings([Self.unit("01", polygons: [tie])])
    try #require(findings.map(\.kind) == ["invalid-geometry"])
    #expect(findings[0].severity == .error)
    #expect(findings[0].place == Coordinate(x: 1, y: 1))
    #expect(findings[0].message == "01: Self-intersection")
    #expect(findings[0].remedy.contains("does not repair by itself"))
  }

  @Test("a unit of no parent, only where a level above exists and the unit has a place")
  func noParent() throws {
    let orphan = Self.unit("01", parent: nil)
    let findings = try Self.findings([orphan])
    try #require(findings.map(\.kind) == ["no-parent"])
    #expect(findings[0].message == "01 lies in no unit of the level above")
    #expect(findings[0].place == Coordinate(x: 0, y: 0))
    #expect(try Self.findings([orphan], hasParentLevel: false) == [])
    let nowhere = Self.unit("01", parent: nil, polygons: [], area: 0)
    #expect(try Self.findings([nowhere]).map(\.kind) == ["no-geometry"])
  }

  @Test(
    "a declared area more than 1 % off, with sign and amount",
    arguments: [
      (1.02e6, "2 %"), (0.5e6, "-50 %"), (1.0101e6, "1 %"), (1.0099e6, nil), (0.991e6, nil),
      (1e6, nil), (0, "-100 %"),
    ] as [(Double, String?)])
  func declaredArea(declared: Double, amount: String?) throws {
    let findings = try Self.findings([Self.unit("01", declared: declared)])
    try #require(findings.map(\.kind) == (amount == nil ? [] : ["declared-area"]))
    #expect(findings.first?.amount == amount)
    #expect(findings.first.map { $0.severity == .warning } ?? true)
    if let amount { #expect(findings[0].message.contains("the declared area is \(amount) off")) }
  }

  @Test("a missing or empty code is named by the feature's number", arguments: [nil, ""])
  func missingCode(code: String?) throws {
    let findings = try Self.findings([Self.unit(code, declared: 9e6, feature: "42")])
    try #require(findings.map(\.kind) == ["declared-area", "missing-code"])
    #expect(findings.map(\.feature) == ["42", "42"])
    #expect(findings[1].message == "feature 42 has no code")
    #expect(findings[1].severity == .error)
  }

  @Test("a code that several features carry, letter for letter: 01 is not 1")
  func duplicateCodes() throws {
    let units = ["b", "01", "a", "1", "b", "a", "b"].enumerated().map {
      Self.unit($0.element, feature: String($0.offset))
    }
    let findings = try Self.findings(units)
    try #require(findings.map(\.kind) == ["duplicate-code", "duplicate-code"])
    #expect(findings.map(\.feature) == ["a", "b"])
    #expect(findings.map(\.amount) == ["2 features", "3 features"])
    #expect(findings[1].message == "the code b stands in 3 features (0, 4, 6)")
  }

  @Test("a missing name is named where other units of the level have one")
  func missingName() throws {
    let findings = try Self.findings([
      Self.unit("01"), Self.unit("02", name: nil), Self.unit("03", name: ""),
    ])
    try #require(findings.map(\.kind) == ["missing-name", "missing-name"])
    #expect(findings.map(\.feature) == ["02", "03"])
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(findings[0].message == "02 has no name")
    // A level whose source has no names at all is not asked for them.
    #expect(try Self.findings([Self.unit("01", name: nil), Self.unit("02", name: nil)]) == [])
  }

  @Test("every finding says where, what and what to do, in both languages")
  func complete() throws {
    let findings = try Self.findings([
      Self.unit(nil, name: nil, parent: nil, declared: 5), Self.unit("x", polygons: [], area: 0),
      Self.unit("x", parent: nil),
    ])
    #expect(findings.count == 7)
    for finding in findings {
      #expect(finding.layer == "units.commune")
      #expect(!finding.message.isEmpty && !finding.remedy.isEmpty)
      #expect(finding.vietnamese?.message.isEmpty == false)
      #expect(finding.vietnamese?.remedy.isEmpty == false)
    }
  }

  @Test("the order of the units changes no finding", arguments: 1...20)
  func order(seed: Int) throws {
    let units = [
      Self.unit("01"), Self.unit(nil, feature: "1"), Self.unit("02", parent: nil),
      Self.unit("03", polygons: [], area: 0), Self.unit("04", declared: 7),
      Self.unit("05", name: nil), Self.unit("06", feature: "5"), Self.unit("06", feature: "10"),
    ]
    var generator = SeededGenerator(seed: UInt64(seed))
    let expected = Set(try Self.findings(units))
    #expect(expected.count == 6)
    #expect(
      Set(try Self.findings(units.shuffled(using: &generator))) == expected, "seed \(seed)")
  }
}
