import Foundation
import GeoAlgorithms
import Testing

@Suite("Minutes for a metre, on foot and by road")
struct TravelCostsTests {
  @Test("Tobler's speeds: 6 km/h at −5 %, 5.04 on level ground, as he gives them")
  func tobler() {
    #expect(abs(WalkingPace.kilometresPerHour(slope: -0.05) - 6) < 1e-12)
    #expect(abs(WalkingPace.kilometresPerHour(slope: 0) - 5.0367) < 1e-4)
    #expect(abs(WalkingPace.kilometresPerHour(slope: 0.2) - 2.5012) < 1e-4)
  }

  @Test(
    "There and back: the mean of both directions' times, whatever the slope",
    arguments: [0.0, 3, 5, 7, 20, 60, 150])
  func bothWays(percent: Double) {
    for factor in [1, WalkingPace.offPathFactor] {
      let up = 0.06 / WalkingPace.kilometresPerHour(slope: percent / 100)
      let down = 0.06 / WalkingPace.kilometresPerHour(slope: -percent / 100)
      let found = WalkingPace(factor: factor).minutes(slopePercent: percent)
      #expect(abs(found / ((up + down) / 2 / factor) - 1) < 1e-12)
    }
  }

  @Test("1 km of level ground takes 12 minutes on a path and 20 off it")
  func level() {
    #expect(abs(1000 * WalkingPace(factor: 1).minutes(slopePercent: 0) - 11.912) < 1e-3)
    #expect(abs(1000 * WalkingPace(factor: 0.6).minutes(slopePercent: 0) - 19.854) < 1e-3)
  }

  @Test("Ground, barrier, path and roads: each cell costs what it is")
  func frictions() throws {
    let costs = TravelCosts(speeds: [40, 10, 40], offPathFactor: 0.6)
    #expect(costs.speeds == [10, 40])
    let slow = try #require(costs.code(speed: 10))
    let fast = try #require(costs.code(speed: 40))
    #expect(TravelCosts.ground < TravelCosts.barrier && TravelCosts.barrier < TravelCosts.path)
    #expect(TravelCosts.path < slow && slow < fast)
    #expect(costs.code(speed: 11) == nil)
    let codes = [TravelCosts.ground, TravelCosts.barrier, TravelCosts.path, slow, fast]
    let found = costs.frictions(codes: codes.span, slopes: [0.0, 0, 0, 0, 0].span)
    #expect(found.map { ($0 * 1e6).rounded() } == [19854, .infinity, 11912, 6000, 1500])
  }

  @Test("Where the slope is unknown so is walking, while a road stays what it is")
  func voids() throws {
    let costs = TravelCosts(speeds: [30], offPathFactor: 0.6)
    let road = try #require(costs.code(speed: 30))
    let codes = [TravelCosts.ground, TravelCosts.path, TravelCosts.barrier, road]
    let void = Double.nan
    let found = costs.frictions(codes: codes.span, slopes: [void, void, void, void].span)
    #expect(found[0].isNaN && found[1].isNaN && found[2] == .infinity && found[3] == 0.002)
  }
}
