import GeoModel

/// Where the centres of the cells of a block lie in the plane of its frame, interpolated between a
/// few that were brought there exactly.
struct CellPlaces {
  let columns: Range<Int>
  let rows: Range<Int>
  let frame: ReachFrame
  /// How far an interpolated place may be from the true one, in metres.
  private(set) var error: Double

  private let step: Int
  private let width: Int
  private let height: Int
  private let nodes: [Coordinate]

  /// Places the cells of `columns` × `rows` (neither empty).
  ///
  /// - Parameters:
  ///   - step: how many cells lie between two nodes.
  ///   - reach: how far around the block the frame must hold, in metres.
  ///   - place: brings grid coordinates to those of the lines, in order.
  init(
    columns: Range<Int>, rows: Range<Int>, step: Int, metric: LengthMetric, reach: Double,
    place: ([Coordinate]) throws -> [Coordinate]
  ) rethrows {
    self.step = step
    let x = Self.nodes(columns, step: step)
    let y = Self.nodes(rows, step: step)
    self.columns = columns
    self.rows = rows
    width = x.count
    height = y.count
    var wanted: [Coordinate] = []
    for row in y { for column in x { wanted.append(Coordinate(x: column, y: row)) } }
    let nodeCount = wanted.count
    // The middles of four intervals, where interpolation is worst.
    let probes = [(0, 0), (x.count - 2, 0), (0, y.count - 2), (x.count - 2, y.count - 2)].map {
      Coordinate(x: Self.middle(x, $0.0), y: Self.middle(y, $0.1))
    }
    wanted += probes
    var placed = try place(wanted)
    if metric == .ellipsoid { Self.turn(&placed) }
    let frame = ReachFrame(metric, around: BoundingBox(of: placed), reach: reach)
    self.frame = frame
    nodes = placed.prefix(nodeCount).map(frame.place)
    error = 0
    let worst = zip(probes, placed.suffix(probes.count)).reduce(0.0) { worst, probe in
      let found = at(column: probe.0.x, row: probe.0.y)
      let exact = frame.place(probe.1)
      return max(worst, abs(found.x - exact.x), abs(found.y - exact.y))
    }
    error = 4 * worst + LineReach.margin
  }

  /// The place at grid coordinates within the block; cell centres are at halves.
  @inline(__always)
  func at(column: Double, row: Double) -> Coordinate {
    let (left, across) = interval(column, columns, width)
    let (upper, down) = interval(row, rows, height)
    let right = min(left + 1, width - 1)
    let lower = min(upper + 1, height - 1)
    let a = nodes[upper * width + left]
    let b = nodes[upper * width + right]
    let c = nodes[lower * width + left]
    let d = nodes[lower * width + right]
    let topX = a.x + across * (b.x - a.x)
    let topY = a.y + across * (b.y - a.y)
    let bottomX = c.x + across * (d.x - c.x)
    let bottomY = c.y + across * (d.y - c.y)
    return Coordinate(x: topX + down * (bottomX - topX), y: topY + down * (bottomY - topY))
  }

  /// The node before a grid coordinate and the share of the way to the next.
  @inline(__always)
  private func interval(_ value: Double, _ range: Range<Int>, _ count: Int) -> (Int, Double) {
    guard count > 1 else { return (0, 0) }
    let offset = value - 0.5 - Double(range.lowerBound)
    let index = min(max(Int(offset) / step, 0), count - 2)
    let length =
      index == count - 2 ? range.count - 1 - index * step : step
    return (index, (offset - Double(index * step)) / Double(length))
  }

  /// The nodes along a side: the first centre, every `step`-th, and the last.
  private static func nodes(_ range: Range<Int>, step: Int) -> [Double] {
    var nodes = stride(from: 0, to: range.count - 1, by: step).map { $0 }
    nodes.append(range.count - 1)
    return nodes.map { Double(range.lowerBound + $0) + 0.5 }
  }

  private static func middle(_ nodes: [Double], _ index: Int) -> Double {
    nodes.count > 1 ? (nodes[index] + nodes[index + 1]) / 2 : nodes[0]
  }

  /// Brings longitudes that differ by whole turns together, within −180…180 at the first.
  private static func turn(_ places: inout [Coordinate]) {
    guard let first = places.first else { return }
    let base = first.x - (first.x / 360).rounded() * 360
    for index in places.indices {
      places[index].x -= ((places[index].x - base) / 360).rounded() * 360
    }
  }
}
