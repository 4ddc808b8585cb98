import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

/// Lines and borders with fewer positions, for pictures.
@Suite struct SimplificationTests {
  /// At the equator a degree of latitude is about 111,200 m in both directions.
  private func lines(_ metres: Double) -> LineSimplifier {
    LineSimplifier(toleranceMetres: metres, latitude: 0)
  }

  private func places(_ numbers: [(Double, Double)]) -> [Coordinate] {
    numbers.map { Coordinate(x: $0.0, y: $0.1) }
  }

  /// 0.001° are 111.2 m: what is 111 m off a straight line goes at 120 m and stays at 100 m.
  @Test func whatIsNearerThanTheToleranceGoes() {
    let line = places([(0, 0), (1, 0.001), (2, 0), (3, 1)])
    #expect(lines(120).simplified(line) == places([(0, 0), (2, 0), (3, 1)]))
    #expect(lines(100).simplified(line) == line)
  }

  @Test func shortLinesAreAsTheyWere() {
    #expect(lines(1000).simplified([]) == [])
    let two = places([(0, 0), (0.001, 0)])
    #expect(lines(1000).simplified(two) == two)
    // A loop that is all one place has nothing to keep.
    let point = places([(1, 1), (1, 1), (1, 1), (1, 1)])
    #expect(lines(1000).simplified(point) == point)
  }

  /// A loop far smaller than the tolerance still encloses something.
  @Test func aLoopKeepsAnArea() {
    let loop = places([(0, 0), (0.001, 0), (0.002, 0.0005), (0.001, 0.001), (0, 0.001), (0, 0)])
    let result = lines(5000).simplified(loop)
    #expect(result.count >= 4)
    #expect(result.first == result.last)
    #expect(LinearRing(result).doubledSignedArea != 0)
  }

  @Test func backwardsKeepsTheSamePositions() {
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let line = (0..<60).map { index in
        Coordinate(x: Double(index) / 60, y: Double.random(in: 0...0.02, using: &generator))
      }
      let there = lines(400).simplified(line)
      let back = lines(400).simplified(line.reversed())
      #expect(there == back.reversed(), "seed \(seed)")
      #expect(there.count < line.count && there.first == line.first && there.last == line.last)
    }
  }

  /// No position that went lay further from the new line than the tolerance.
  @Test func nothingIsFurtherThanTheTolerance() {
    for seed in 0..<100 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let line = (0..<80).map { index in
        Coordinate(x: Double(index) / 100, y: Double.random(in: 0...0.03, using: &generator))
      }
      let kept = lines(800).simplified(line)
      for place in line {
        let distance = zip(kept, kept.dropFirst()).map { self.distance(place, $0, $1) }.min() ?? 0
        #expect(distance * 111_200 <= 800.001, "seed \(seed)")
      }
    }
  }

  private func distance(_ p: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let share = min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0), 1)
    let (x, y) = (p.x - a.x - share * dx, p.y - a.y - share * dy)
    return (x * x + y * y).squareRoot()
  }

  /// Squares with crooked borders: what two of them shared they share afterwards, and with the whole that
  /// they are parts of, which is a level of its own.
  @Test func sharedBordersStayShared() {
    for seed in 0..<60 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let side = 3
      // A crooked path between each two corners of a grid, made once for whoever has it.
      func path(_ from: Coordinate, _ to: Coordinate) -> [Coordinate] {
        (0..<12).map { step in
          let share = Double(step) / 12
          let wobble = step == 0 ? 0 : Double.random(in: -0.02...0.02, using: &generator)
          return Coordinate(
            x: from.x + (to.x - from.x) * share + (from.x == to.x ? wobble : 0),
            y: from.y + (to.y - from.y) * share + (from.y == to.y ? wobble : 0))
        }
      }
      func corner(_ column: Int, _ row: Int) -> Coordinate {
        Coordinate(x: Double(column), y: Double(row))
      }
      var across: [[Coordinate]] = []
      var up: [[Coordinate]] = []
      for row in 0...side {
        for column in 0...side {
          across.append(path(corner(column, row), corner(column + 1, row)))
          up.append(path(corner(column, row), corner(column, row + 1)))
        }
      }
      func back(_ path: [Coordinate], to end: Coordinate) -> [Coordinate] {
        [end] + path.dropFirst().reversed()
      }
      var units: [[Polygon]] = []
      for row in 0..<side {
        for column in 0..<side {
          let width = side + 1
          let ring =
            across[row * width + column] + up[row * width + column + 1]
            + back(across[(row + 1) * width + column], to: corner(column + 1, row + 1))
            + back(up[row * width + column], to: corner(column, row + 1))
          units.append([Polygon(exterior: LinearRing(ring))])
        }
      }
      let borders = BorderSimplifier(areas: units, lines: lines(1500))
      let results = units.map { borders.simplified($0[0]) }
      var edges: [Set<Coordinate>: Int] = [:]
      for result in results {
        let ring = result.exterior.coordinates
        for (one, other) in zip(ring, ring.dropFirst()) { edges[[one, other], default: 0] += 1 }
      }
      // Inner borders are walked twice, the outer border once; none more often.
      let outer = edges.filter { $0.value == 1 }.keys
      #expect(edges.values.allSatisfy { $0 <= 2 }, "seed \(seed)")
      for edge in outer {
        let isOutside = edge.allSatisfy { place in
          min(place.x, place.y) < 0.05 || max(place.x, place.y) > Double(side) - 0.05
        }
        #expect(isOutside, "seed \(seed): a border inside belongs to one unit only")
      }
      let before = units.reduce(0) { $0 + $1[0].exterior.coordinates.count }
      let after = results.reduce(0) { $0 + $1.exterior.coordinates.count }
      #expect(after < before)
    }
  }

  @Test func aHoleAndAnIslandStay() {
    let outer = LinearRing(places([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]))
    let hole = LinearRing(
      places([(1, 1), (1, 1.5), (1, 2), (2, 2), (2, 1), (1.5, 1), (1, 1)]))
    let island = Polygon(exterior: hole.reversed)
    let areas = [[Polygon(exterior: outer, holes: [hole])], [island]]
    let borders = BorderSimplifier(areas: areas, lines: lines(500))
    let result = borders.simplified(areas[0][0])
    #expect(result.exterior.coordinates.count == 5)
    #expect(result.holes.count == 1)
    #expect(
      Set(result.holes[0].coordinates) == Set(borders.simplified(island).exterior.coordinates))
  }
}
