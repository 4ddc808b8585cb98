import GeoAlgorithms
import GeoModel
import RoadAccess
import TestSupport
import Testing

@Suite("Kilometres of road by unit")
struct RoadLengthTests {
  /// Two units, parted by the line between the columns 9 and 11 of a drawing.
  static let units: [(code: String, polygons: [Polygon])] = [
    ("left", [box(-1, -5, 10, 5)]), ("right", [box(10, -5, 21, 5)]),
  ]

  static func box(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> Polygon {
    Polygon(
      exterior: LinearRing([
        Drawing.place(left, top), Drawing.place(right, top), Drawing.place(right, bottom),
        Drawing.place(left, bottom),
      ]))
  }

  static func lengths(
    _ roads: RoadTable, _ units: [(code: String, polygons: [Polygon])] = units, chunk: Int = 1000,
    join: LineJoin = .vertices
  ) -> (RoadLengths, RoadNetwork) {
    let network = RoadNetwork(roads, rules: Drawing.rules(join: join))
    let cutter = AreaCutter(units)
    var walk = AreaCutter.Walk(cutter)
    let count = network.edges.edgeCount
    let parts = stride(from: 0, to: count, by: chunk).map {
      RoadLengths.part(
        of: network, classes: network.attributes.classes, edges: $0..<min(count, $0 + chunk),
        by: &walk)
    }
    return (RoadLengths(parts, unitCount: units.count), network)
  }

  static func metres(_ lengths: SurfaceLengths) -> [Int] {
    [lengths.hardened, lengths.unhardened, lengths.unknown].map {
      Int(ShortGeodesic.metres(of: $0).rounded())
    }
  }

  /// 600 m hardened on the left and 500 on the right of the border, 800 m unknown on the right, of
  /// which 500 lie outside, and a track of 400 m on the left.
  @Test("by eye: hardened, unhardened, unknown, and outside")
  func byEye() {
    let drawing = Drawing(
      """
          +==========+
                          
       +...+            +~~~~~~~+
      """)
    let (lengths, _) = Self.lengths(drawing.roads)
    #expect(lengths.units.map(Self.metres) == [[600, 400, 0], [500, 0, 300]])
    #expect(Self.metres(lengths.outside) == [0, 0, 500])
    #expect(lengths.borderCrossings == 1)
    #expect(lengths.entries.map(\.unit) == [-1, 0, 0, 1])
    #expect(
      lengths.network.all == lengths.units[0].all + lengths.units[1].all + lengths.outside.all)
  }

  @Test("a line along the border counts once, for the unit that is first by its code")
  func border() {
    var roads = RoadTable()
    roads.append(
      [Drawing.place(10, 0), Drawing.place(10, 3)], feature: 0, roadClass: "road",
      surface: "asphalt")
    #expect(Self.lengths(roads).0.units.map(Self.metres) == [[300, 0, 0], [0, 0, 0]])
    #expect(
      Self.lengths(roads, Self.units.reversed()).0.units.map(Self.metres)
        == [[0, 0, 0], [300, 0, 0]])
  }

  static func random(_ seed: Int) -> [(line: [Coordinate], roadClass: String?, surface: String?)] {
    var random = SeededGenerator(seed: seed)
    return (0..<25).map { _ in
      let line = (0..<Int.random(in: 2...6, using: &random)).map { _ in
        Drawing.place(
          Int.random(in: -3...24, using: &random), Int.random(in: -7...7, using: &random))
      }
      return (
        line, ["road", "track", nil].randomElement(using: &random) ?? nil,
        ["asphalt", "dirt", nil].randomElement(using: &random) ?? nil
      )
    }
  }

  static func table(
    _ lines: [(line: [Coordinate], roadClass: String?, surface: String?)]
  ) -> RoadTable {
    var roads = RoadTable()
    for (index, entry) in lines.enumerated() {
      roads.append(
        entry.line, feature: index, roadClass: entry.roadClass, surface: entry.surface)
    }
    return roads
  }

  @Test(
    "units and outside are the network, whatever the pieces of work, order and doubling",
    arguments: 0..<20)
  func laws(seed: Int) {
    let lines = Self.random(seed)
    let (lengths, network) = Self.lengths(Self.table(lines))
    #expect(lengths.network.all == network.edges.lengths.reduce(0, +), "seed \(seed)")
    for chunk in [1, 7] {
      let (other, _) = Self.lengths(Self.table(lines), chunk: chunk)
      #expect(other.units == lengths.units && other.outside == lengths.outside, "seed \(seed)")
      #expect(other.entries == lengths.entries, "seed \(seed)")
    }
    let turned = lines.reversed().map {
      (line: $0.line.reversed() as [Coordinate], roadClass: $0.roadClass, surface: $0.surface)
    }
    let doubled = lines + turned
    for (name, other) in [("turned", turned), ("doubled", doubled)] {
      let (found, _) = Self.lengths(Self.table(other))
      for unit in 0..<2 {
        let (left, right) = (found.units[unit], lengths.units[unit])
        // Cut at the same places, from the other end: rounded to the micrometre for each segment.
        #expect(abs(left.hardened - right.hardened) < 300, "\(name), seed \(seed)")
        #expect(abs(left.unhardened - right.unhardened) < 300, "\(name), seed \(seed)")
        #expect(abs(left.unknown - right.unknown) < 300, "\(name), seed \(seed)")
      }
    }
  }
}
