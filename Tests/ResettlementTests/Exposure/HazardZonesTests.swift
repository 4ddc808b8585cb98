import GeoAlgorithms
import GeoModel
import Resettlement
import TestSupport
import Testing

@Suite("Zones of a hazard")
struct HazardZonesTests {
  private func measure(_ zones: [HazardZone], of ground: [Polygon]) throws -> HazardMeasure {
    var memory = AreaOverlap()
    return try HazardZones(zones).measure(
      OverlapOutline(ground), polygons: ground, memory: &memory)
  }

  private func zone(_ polygon: Polygon, _ name: String?) -> HazardZone {
    HazardZone(polygon: polygon, className: name)
  }

  @Test("Ground that two areas of a class claim counts once; of two classes once in each")
  func overlaps() throws {
    let ground = [Drawn.box(0, 0, 10, 10)]
    let unit = Drawn.area([Drawn.box(0, 0, 1, 1)])
    let zones = [
      zone(Drawn.box(1, 1, 4, 2), "2"), zone(Drawn.box(3, 1, 4, 2), "2"),
      zone(Drawn.box(1, 2, 2, 3), "10"), zone(Drawn.box(8, 8, 4, 1), nil),
    ]
    let made = try HazardZones(zones)
    #expect(made.classNames == ["2", "10", nil])
    #expect(made.unitedCount == 2)
    let found = try measure(zones, of: ground)
    // Class 2: 6 × 2. Class 10: 2 × 3, of which 2 × 1 lie in class 2. Without class: 2 × 1 inside.
    #expect(abs(found.classes[0] / unit - 12) < 0.01)
    #expect(abs(found.classes[1] / unit - 6) < 0.01)
    #expect(abs(found.classes[2] / unit - 2) < 0.01)
    #expect(abs(found.area / unit - (12 + 6 - 2 + 2)) < 0.01)
    #expect(abs(Drawn.area(made.ground) / unit - (12 + 6 - 2 + 4)) < 0.01)
  }

  @Test("Zones that share borders with each other and with the unit close on it")
  func touching() throws {
    let ground = [Drawn.box(0, 0, 4, 4)]
    let zones = (0..<4).map { zone(Drawn.box(Double($0), 0, 1, 4), "\($0)") }
    let found = try measure(zones, of: ground)
    let whole = Drawn.area(ground)
    #expect(abs(found.area / whole - 1) < 1e-9)
    #expect(abs(found.classes.reduce(0, +) / found.area - 1) < 1e-9)
  }

  @Test("Order, direction of rings and cutting into halves change nothing")
  func laws() throws {
    var random = SeededGenerator(seed: 3)
    for number in 0..<50 {
      let zones = (0..<12).map { _ in
        zone(
          Drawn.box(
            .random(in: 0...8, using: &random), .random(in: 0...8, using: &random),
            .random(in: 0.5...4, using: &random), .random(in: 0.5...4, using: &random)),
          ["low", "high", nil].randomElement(using: &random) ?? nil)
      }
      let ground = [Drawn.box(2, 2, 5, 5)]
      let found = try measure(zones, of: ground)
      var shuffled = zones.shuffled(using: &random)
      for index in shuffled.indices where index % 2 == 0 {
        shuffled[index].polygon.exterior = shuffled[index].polygon.exterior.reversed
      }
      #expect(try measure(shuffled, of: ground) == found, "case \(number)")
      // More of the same hazard never takes less; classes close on no less than the whole.
      let more = try measure(zones + [zone(Drawn.box(3, 3, 1, 1), "low")], of: ground)
      #expect(more.area >= found.area - 1e-6, "case \(number)")
      #expect(found.classes.reduce(0, +) >= found.area - 1e-6, "case \(number)")
      #expect(found.area <= Drawn.area(ground) * (1 + 1e-12), "case \(number)")
      // A hazard that covers nothing changes nothing.
      #expect(
        try measure(zones + [zone(Drawn.box(50, 50, 1, 1), "low")], of: ground) == found,
        "case \(number)")
    }
  }
}
