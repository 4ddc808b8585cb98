public import GeoModel

/// The distance from the centre of each cell of a raster to the nearest feature.
///
/// Square blocks of cells are quartered down to single cells, each part with the features that can be
/// the nearest of one of its cells: those that are no farther from its middle than the nearest one
/// and twice the part's extent. Which are left at the end is measured on the ellipsoid, so that the
/// error is that of placing the centre: none in a geographic grid, in a projected one the bend of the
/// grid within a block, under a centimetre at 30 m.
///
/// One a worker: not to be shared. Cost: a few segments a cell, whatever their number.
public struct FeatureDistanceSearch: Sendable {
  /// The features.
  public let features: FeatureDistance

  private var segments: [LocalSegment] = []
  private var stack: [Int32] = []
  private var distances: [Double] = []
  private var columns = 0..<0
  private var rows = 0..<0

  private static let side = 32

  /// Prepares a search.
  public init(_ features: FeatureDistance) { self.features = features }

  /// The distances in **metres**, row by row; +∞ where no feature is within
  /// ``FeatureDistance/greatest``, NaN for cells that are not `wanted`.
  ///
  /// - Parameters:
  ///   - rows: rows of the raster.
  ///   - columns: columns of the raster.
  ///   - wanted: which of the cells, row by row.
  ///   - place: brings grid coordinates (the centre of the first cell is 0.5, 0.5) to those of the
  ///     features, in order; called with some dozen at a time.
  public mutating func distances(
    rows: Range<Int>, columns: Range<Int>, wanted: [Bool],
    place: ([Coordinate]) throws -> [Coordinate]
  ) rethrows -> [Double] {
    precondition(wanted.count == rows.count * columns.count, "one flag for each cell")
    (self.rows, self.columns) = (rows, columns)
    distances = wanted.map { $0 ? .infinity : .nan }
    guard !features.isEmpty else { return distances }
    for top in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.side) {
      for left in stride(from: columns.lowerBound, to: columns.upperBound, by: Self.side) {
        let part = Part(
          columns: left..<min(left + Self.side, columns.upperBound),
          rows: top..<min(top + Self.side, rows.upperBound))
        guard isWanted(part) else { continue }
        try measure(part, place: place)
      }
    }
    defer { distances = [] }
    return distances
  }

  private struct Part {
    var columns: Range<Int>
    var rows: Range<Int>

    var middle: (column: Double, row: Double) {
      (
        Double(columns.lowerBound + columns.upperBound) / 2,
        Double(rows.lowerBound + rows.upperBound) / 2
      )
    }
  }

  /// Finds how far to look around a block, and measures its cells.
  private mutating func measure(
    _ part: Part, place: ([Coordinate]) throws -> [Coordinate]
  ) rethrows {
    var reach = 2_000.0
    while true {
      let block = try CellPlaces(
        columns: part.columns, rows: part.rows, step: max(1, Self.side / 4),
        metric: features.metric, reach: reach, place: place)
      collect(around: block)
      let extent = extent(of: part, block)
      let middle = part.middle
      let centre = block.at(column: middle.column, row: middle.row)
      let nearest = segments.reduce(Double.infinity) {
        min($0, $1.squaredDistance(to: centre))
      }.squareRoot()
      // Whatever is nearest to any cell is no farther from the middle than this.
      let needed = (nearest + 2 * extent) * block.frame.stretch + block.error
      if needed <= reach || reach >= FeatureDistance.greatest {
        stack.removeAll(keepingCapacity: true)
        for index in segments.indices { stack.append(Int32(index)) }
        descend(part, 0..<stack.count, block)
        return
      }
      reach = min(
        needed.isFinite ? max(needed * 1.01, reach) : reach * 4, FeatureDistance.greatest)
    }
  }

  private mutating func collect(around block: CellPlaces) {
    var found: [LocalSegment] = []
    swap(&found, &segments)
    found.removeAll(keepingCapacity: true)
    features.forEachSegment(meeting: block.frame) { found.append($0) }
    swap(&found, &segments)
  }

  /// Measures the cells of `part`; one of the segments that `list` names is the nearest of each.
  private mutating func descend(_ part: Part, _ list: Range<Int>, _ block: CellPlaces) {
    guard !list.isEmpty, isWanted(part) else { return }
    let middle = part.middle
    let centre = block.at(column: middle.column, row: middle.row)
    let isCell = part.columns.count == 1 && part.rows.count == 1
    let extent = isCell ? 0 : extent(of: part, block)
    var nearest = Double.infinity
    for index in list {
      nearest = min(nearest, segments[Int(stack[index])].squaredDistance(to: centre))
    }
    let limit = nearest.squareRoot() * block.frame.stretch + 2 * extent * block.frame.stretch + 1e-3
    let start = stack.count
    defer { stack.removeLast(stack.count - start) }
    for index in list {
      let segment = stack[index]
      if segments[Int(segment)].squaredDistance(to: centre) <= limit * limit {
        stack.append(segment)
      }
    }
    if isCell {
      settle(part, start..<stack.count, at: centre, block)
      return
    }
    let end = stack.count
    for rows in Self.halves(part.rows) {
      for columns in Self.halves(part.columns) {
        descend(Part(columns: columns, rows: rows), start..<end, block)
      }
    }
  }

  /// Measures one cell exactly.
  private mutating func settle(
    _ part: Part, _ list: Range<Int>, at centre: Coordinate, _ block: CellPlaces
  ) {
    let frame = block.frame
    var position = Coordinate(
      x: frame.origin.x + centre.x / frame.scaleX, y: frame.origin.y + centre.y / frame.scaleY)
    if features.metric == .ellipsoid, let first = features.coordinates.first {
      // The features may count longitudes in another turn.
      position.x -= ((position.x - first.x) / 360).rounded() * 360
    }
    var least = Double.infinity
    for index in list {
      let segment = segments[Int(stack[index])]
      least = min(
        least,
        features.metres(from: position, toSegment: segment.index, isPoint: segment.isPoint))
    }
    let cell =
      (part.rows.lowerBound - rows.lowerBound) * columns.count
      + part.columns.lowerBound - columns.lowerBound
    distances[cell] = least <= FeatureDistance.greatest ? least : .infinity
  }

  private func isWanted(_ part: Part) -> Bool {
    for row in part.rows {
      let start = (row - rows.lowerBound) * columns.count - columns.lowerBound
      for column in part.columns where !distances[start + column].isNaN { return true }
    }
    return false
  }

  /// How far the farthest cell centre of `part` lies from its middle, in the plane, in metres.
  private func extent(of part: Part, _ block: CellPlaces) -> Double {
    let middle = part.middle
    let centre = block.at(column: middle.column, row: middle.row)
    var greatest = 0.0
    for row in [Double(part.rows.lowerBound) + 0.5, Double(part.rows.upperBound) - 0.5] {
      for column in [Double(part.columns.lowerBound) + 0.5, Double(part.columns.upperBound) - 0.5] {
        let corner = block.at(column: column, row: row)
        let (dx, dy) = (corner.x - centre.x, corner.y - centre.y)
        greatest = max(greatest, dx * dx + dy * dy)
      }
    }
    // The block is bent a little in the plane, far less than by a hundredth.
    return greatest.squareRoot() * 1.01
  }

  private static func halves(_ range: Range<Int>) -> [Range<Int>] {
    guard range.count > 1 else { return [range] }
    let middle = range.lowerBound + (range.count + 1) / 2
    return [range.lowerBound..<middle, middle..<range.upperBound]
  }
}
