import GeoAlgorithms
import GeoModel
import Resettlement
import Testing

@Suite("Whether a village is exposed")
struct VillageExposureTests {
  private func answer(
    _ area: Double, unknown: Double = 0, classes: [Double] = [], least: Double = 0.05
  ) -> VillageExposure.Answer {
    VillageExposure.Answer(
      HazardMeasure(area: area, unknown: unknown, classes: classes), area: 1000,
      leastShare: least, unknown: .terrainUnknown)
  }

  @Test(
    "The least share counts, inclusive; what is not known leaves the answer open only where it can")
  func shares() {
    #expect(answer(50).exposed == .yes)
    #expect(answer(49.9).exposed == .no)
    #expect(answer(0).exposed == .no)
    #expect(answer(0, unknown: 49).exposed == .no)
    #expect(answer(0, unknown: 51).exposed == .unknown)
    #expect(answer(0, unknown: 51).reason == .terrainUnknown)
    #expect(answer(60, unknown: 900).exposed == .yes)
    #expect(answer(60, unknown: 900).share == 0.06...0.96)
    // A least share of 0 still needs some ground.
    #expect(answer(0, least: 0).exposed == .no)
    #expect(answer(0.1, least: 0).exposed == .yes)
    #expect(answer(60, classes: [0, 60, 1e-6]).classes == [1])
  }

  @Test("One hazard that does expose settles it; else one that may leaves it open")
  func several() {
    let safe = answer(0)
    let open = answer(0, unknown: 500)
    let exposed = answer(500)
    #expect(VillageExposure([]).exposed == .no)
    #expect(VillageExposure([safe, open]).exposed == .unknown)
    #expect(VillageExposure([safe, open]).reason == .terrainUnknown)
    #expect(VillageExposure([open, exposed]).exposed == .yes)
    #expect(VillageExposure([open, exposed]).reason == nil)
    let nowhere = VillageExposure.Answer(nil, area: 0, leastShare: 0.05, unknown: .noPlace)
    #expect(nowhere.exposed == .unknown && nowhere.reason == .noPlace && nowhere.share == nil)
  }

  @Test(
    "The ground of a village: a circle of its radius and the distance, its own area grown, or a point"
  )
  func grounds() throws {
    let place = Coordinate(x: 108, y: 15)
    func area(_ ground: VillageGround) -> Double { EdgeArea.area(of: ground.polygons) }
    let circle = try VillageGround(areas: [], position: place, radius: 250, within: 100)
    #expect(circle.basis == .circle)
    #expect(abs(area(circle) / (Double.pi * 350 * 350) - 1) < 1e-6)
    let point = try VillageGround(areas: [], position: place, radius: 0, within: 0)
    #expect(point.basis == .point)
    #expect(abs(area(point) / Double.pi - 1) < 1e-4)
    let none = try VillageGround(areas: [], position: nil, radius: 250, within: 100)
    #expect(none.basis == .none && none.polygons.isEmpty)
    let box = [Drawn.box(0, 0, 10, 10)]
    let own = try VillageGround(areas: box, position: place, radius: 250, within: 0)
    #expect(own.basis == .area && own.polygons == box)
    let grown = try VillageGround(areas: box, position: place, radius: 250, within: 100)
    // The box, four strips along its sides, four quarters of a circle.
    let sides = 2 * (ShortGeodesic.metres(along: box[0].exterior.coordinates.prefix(2)) + 1106.5)
    let wanted = area(own) + 100 * sides + Double.pi * 100 * 100
    #expect(abs(area(grown) / wanted - 1) < 1e-4)
  }
}
