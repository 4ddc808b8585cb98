import GeoModel
import Resettlement
import Testing

@testable import Studies

@Suite("Households before and after")
struct BalanceTests {
  private func village(_ measure: HazardMeasure?, households: Int?) throws -> ExposedVillage {
    ExposedVillage(
      village: Village(
        code: "v", name: nil, position: nil, households: households, sourceFeature: "#1"),
      ground: try VillageGround(areas: [], position: nil, radius: 0, within: 0), groundArea: 100,
      hazards: [0],
      exposure: VillageExposure([
        VillageExposure.Answer(measure, area: 100, leastShare: 0.05, unknown: .noPlace)
      ]), households: households.map(Double.init), assumesHouseholds: false)
  }

  private func exposed(_ villages: [ExposedVillage]) -> PropertyValue? {
    var balance = Balance(code: "A", name: nil)
    for village in villages { balance.add(village) }
    return balance.properties.first { $0.name == "households_exposed" }?.value
  }

  @Test("exposed households are a figure only where exposure and counts are known")
  func unknownIsNotZero() throws {
    let yes = try village(HazardMeasure(area: 50), households: 30)
    let no = try village(HazardMeasure(), households: 70)
    #expect(exposed([yes, no]) == ExposedCounts.number(30))
    #expect(exposed([yes, no, try village(nil, households: 10)]) == .null)
    #expect(exposed([yes, no, try village(HazardMeasure(area: 50), households: nil)]) == .null)
    #expect(
      exposed([yes, no, try village(HazardMeasure(), households: nil)]) == ExposedCounts.number(30))
  }
}
