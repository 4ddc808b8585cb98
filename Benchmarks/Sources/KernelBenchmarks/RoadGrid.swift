import GeoAlgorithms
import GeoModel

/// Roads on a bent lattice: every lattice point is a junction, every road a few segments long.
struct RoadGrid {
  /// The junctions, row by row.
  let junctions: [Coordinate]
  /// The roads in longitude and latitude.
  let lines: PolylineSet
  /// Whether each road is hardened, known not to be, or unknown.
  let tiers: [EdgeTier]
  /// The number of junctions on a side.
  let side: Int

  /// The number of segments.
  var segmentCount: Int { lines.coordinates.count - lines.count }

  private static let west = 108.0
  private static let south = 14.5
  private static let step = 0.002
  private static let segments = 4

  /// Makes `side` × `side` junctions about 200 m apart. Half of the roads are hardened, a fifth of
  /// unknown surface.
  init(side: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func bent(_ value: Double) -> Double { value + (generator.unit() - 0.5) * 0.4 }
    var junctions: [Coordinate] = []
    for row in 0..<side {
      for column in 0..<side {
        junctions.append(
          Coordinate(
            x: Self.west + bent(Double(column)) * Self.step,
            y: Self.south + bent(Double(row)) * Self.step))
      }
    }
    var lines = PolylineSet()
    var tiers: [EdgeTier] = []
    for junction in junctions.indices {
      for (next, exists) in [
        (junction + 1, junction % side < side - 1), (junction + side, junction / side < side - 1),
      ] where exists {
        let (start, end) = (junctions[junction], junctions[next])
        var line = [start]
        for piece in 1..<Self.segments {
          let way = Double(piece) / Double(Self.segments)
          let bend = (generator.unit() - 0.5) * 0.1
          line.append(
            Coordinate(
              x: start.x + (end.x - start.x) * way - (end.y - start.y) * bend,
              y: start.y + (end.y - start.y) * way + (end.x - start.x) * bend))
        }
        lines.append(line + [end])
        let luck = generator.unit()
        tiers.append(luck < 0.5 ? .clear : luck < 0.7 ? .unknown : .adverse)
      }
    }
    self.junctions = junctions
    self.lines = lines
    self.tiers = tiers
    self.side = side
  }

  /// Seeded places within the lattice.
  func places(_ count: Int, seed: UInt64) -> [Coordinate] {
    var generator = SeededGenerator(seed: seed)
    let extent = Double(side - 1) * Self.step
    return (0..<count).map { _ in
      Coordinate(
        x: Self.west + generator.unit() * extent, y: Self.south + generator.unit() * extent)
    }
  }
}
