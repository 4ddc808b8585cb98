import GeoAlgorithms
import GeoModel

/// The borders of a coverage, told into those that two units share edge by edge and the rest.
///
/// Let m be the number of units that cover a place. Across an edge that exactly one unit has on
/// its left and one on its right m does not change, so every overlap (m ≥ 2) and every gap (m = 0,
/// shut in) is bounded by loose edges alone. In a valid coverage only the outline is loose: what
/// remains to be looked at is small, and the check costs O(n).
struct CoverageEdges {
  /// A loose edge as its unit runs along it, the unit's inside on the left.
  struct Loose {
    let start: Coordinate
    let end: Coordinate
    let unit: Int32
  }

  /// The loose edges, in the order of the units.
  private(set) var loose: [Loose] = []
  /// Runs of loose edges that follow one another in a ring.
  private(set) var chains: [[Coordinate]] = []
  /// The metres of border that two units share edge by edge, the lesser number first.
  private(set) var sharedMetres: [UnitPair: Double] = [:]
  private let tree: PackedRTree

  /// How far, in degrees, a position may lie off an edge to be on it: 0.1 mm, far above what noding
  /// moves a position by and far below any border's width.
  private static let tolerance = 1e-9

  /// Tells the edges of `units`, whose polygons are wound by the right-hand rule. O(n).
  init(_ units: [[Polygon]]) {
    let count = units.reduce(0) { $0 + $1.reduce(0) { $0 + $1.exterior.coordinates.count } }
    var table = EdgeTable(capacity: count + count / 8)
    var numbers: [Int32] = []
    numbers.reserveCapacity(count)
    Self.forEachEdge(units) { start, end, unit in
      numbers.append(table.insert(from: start, to: end, unit: unit))
    }
    var sharedMetres: [UnitPair: Double] = [:]
    for edge in table.edges where edge.isMatched && edge.forwardUnit != edge.backwardUnit {
      sharedMetres[UnitPair(Int(edge.forwardUnit), Int(edge.backwardUnit)), default: 0] +=
        ShortGeodesic.metres(from: edge.lower, to: edge.upper)
    }
    var loose: [Loose] = []
    var chains: [[Coordinate]] = []
    var next = 0
    Self.forEachEdge(units) { start, end, unit in
      let isMatched = table.edges[Int(numbers[next])].isMatched
      next += 1
      guard !isMatched else { return }
      if loose.last?.unit == unit, loose.last?.end == start, !chains.isEmpty {
        chains[chains.count - 1].append(end)
      } else {
        chains.append([start, end])
      }
      loose.append(Loose(start: start, end: end, unit: unit))
    }
    tree = PackedRTree(loose.map { BoundingBox(of: [$0.start, $0.end]) })
    self.loose = loose
    self.chains = chains
    self.sharedMetres = sharedMetres
  }

  private static func forEachEdge(
    _ units: [[Polygon]], _ body: (Coordinate, Coordinate, Int32) -> Void
  ) {
    for (unit, polygons) in units.enumerated() {
      for polygon in polygons {
        for ring in polygon.rings {
          let positions = ring.coordinates
          for index in positions.indices.dropLast() where positions[index] != positions[index + 1] {
            body(positions[index], positions[index + 1], Int32(unit))
          }
        }
      }
    }
  }

  /// The units that have a loose edge on the outline of `polygon`, with the metres of it that each
  /// has. O(k log n) for k positions.
  func metresByUnit(along polygon: Polygon) -> [Int: Double] {
    var metres: [Int: Double] = [:]
    for ring in polygon.rings {
      for index in ring.coordinates.indices.dropLast() {
        let start = ring.coordinates[index]
        let end = ring.coordinates[index + 1]
        let length = ShortGeodesic.metres(from: start, to: end)
        for unit in units(at: Coordinate(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)) {
          metres[unit, default: 0] += length
        }
      }
    }
    return metres
  }

  /// The units that have a loose edge at `position`, ascending.
  private func units(at position: Coordinate) -> [Int] {
    var found: Set<Int> = []
    let window = BoundingBox(
      minimumX: position.x - Self.tolerance, minimumY: position.y - Self.tolerance,
      maximumX: position.x + Self.tolerance, maximumY: position.y + Self.tolerance)
    tree.forEach(meeting: window) { index in
      let edge = loose[index]
      let dx = edge.end.x - edge.start.x
      let dy = edge.end.y - edge.start.y
      let squared = dx * dx + dy * dy
      let along = ((position.x - edge.start.x) * dx + (position.y - edge.start.y) * dy) / squared
      let held = min(max(along, 0), 1)
      let offX = edge.start.x + held * dx - position.x
      let offY = edge.start.y + held * dy - position.y
      if offX * offX + offY * offY <= Self.tolerance * Self.tolerance {
        found.insert(Int(edge.unit))
      }
    }
    return found.sorted()
  }
}

/// Two units by their numbers, the lesser first.
struct UnitPair: Hashable, Comparable {
  let first: Int
  let second: Int

  init(_ left: Int, _ right: Int) {
    first = min(left, right)
    second = max(left, right)
  }

  static func < (left: UnitPair, right: UnitPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
