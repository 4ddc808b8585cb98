import GeoAlgorithms
import GeoModel
import RoadAccess
import Testing

@Suite("How surfaces are settled")
struct AssumptionTests {
  static let rules = RoadRules(
    hardened: ["asphalt"], unhardened: ["dirt"], assumedHardened: ["trunk"],
    assumedUnhardened: ["track"], join: .vertices)

  @Test(
    "by the surface, else by the class, else not at all",
    arguments: [
      ("track", "asphalt", SurfaceBasis.hardenedBySurface),
      ("trunk", "dirt", .unhardenedBySurface),
      ("trunk", nil, .hardenedByAssumption),
      ("trunk", "asphalt;dirt", .hardenedByAssumption),
      ("track", nil, .unhardenedByAssumption),
      ("residential", nil, .unknown),
      (nil, nil, .unknown),
      (nil, "asphalt", .hardenedBySurface),
    ] as [(String?, String?, SurfaceBasis)])
  func basis(_ roadClass: String?, _ surface: String?, _ expected: SurfaceBasis) {
    #expect(Self.rules.basis(roadClass: roadClass, surface: surface) == expected)
  }

  @Test("every assumption is counted, in lines and metres, a doubled line once")
  func counts() {
    var table = RoadTable()
    func add(_ row: Int, _ hundreds: Int, _ roadClass: String?, _ surface: String?) {
      table.append(
        [Drawing.place(0, row), Drawing.place(hundreds, row)], feature: 0, roadClass: roadClass,
        surface: surface)
    }
    add(0, 1, "trunk", "asphalt")
    add(1, 2, "trunk", nil)
    add(2, 3, "track", "")
    add(3, 4, nil, nil)
    add(4, 5, "residential", "plates")
    add(4, 5, "residential", "plates")
    add(5, 6, "residential", "dirt")
    add(6, 0, "residential", "dirt")
    let network = RoadNetwork(table, rules: Self.rules)
    let counts = network.assumptions
    func text(_ amounts: [AssumptionCounts.Named]) -> [String] {
      amounts.map { "\($0.name) \($0.amount.lines) \(Int($0.amount.metres.rounded()))" }
    }
    #expect(counts.hardenedBySurface.lines == 1)
    #expect(abs(counts.hardenedBySurface.metres - 100) < 1e-3)
    #expect(counts.unhardenedBySurface.lines == 1)
    #expect(text(counts.hardenedByAssumption) == ["trunk 1 200"])
    #expect(text(counts.unhardenedByAssumption) == ["track 1 300"])
    #expect(text(counts.unknown) == [" 1 400", "residential 1 500"])
    #expect(text(counts.unlistedSurfaces) == ["plates 1 500"])
    #expect(network.edges.report.duplicateEdges == 1)
    #expect(network.edges.report.linesWithoutLength == [7])
  }
}
