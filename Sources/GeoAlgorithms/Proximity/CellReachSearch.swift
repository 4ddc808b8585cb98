public import GeoModel

/// Finds the cells of a raster whose centres lie within reach of lines, exactly, mostly without
/// measuring.
///
/// Square blocks of cells are judged by the distance from their middle to the lines nearby: within
/// the radius less the block's own extent all cells are within reach, beyond the radius and the
/// extent none is, and what is left is quartered, down to single cells, with ever fewer lines to
/// look at. Distances are bounds (`ReachFrame`); a cell that they do not settle is placed and
/// measured exactly. So the answer for a cell depends on nothing but the cell and the lines.
///
/// One search a worker: not to be shared. Cost: nothing for each cell of a block that is settled as
/// a whole; by far most are where the radius is many cells.
public struct CellReachSearch: Sendable {
  /// The lines.
  public let lines: LineReach

  private var segments: [LocalSegment] = []
  private var stack: [Int32] = []

  /// The greatest side of a first block in cells, and how long it should at most be in metres.
  private static let greatestSide = 64
  private static let greatestMetres = 4_000.0

  /// Prepares a search.
  public init(_ lines: LineReach) { self.lines = lines }

  /// How far the cells of `columns` × `rows` are within reach: ``Reach`` as numbers, row by row.
  ///
  /// - Parameters:
  ///   - rows: rows of the raster.
  ///   - columns: columns of the raster.
  ///   - place: brings grid coordinates (the centre of the first cell is 0.5, 0.5) to those of the
  ///     lines, in order; called with some hundred at a time at most.
  public mutating func reach(
    rows: Range<Int>, columns: Range<Int>, place: ([Coordinate]) throws -> [Coordinate]
  ) rethrows -> [UInt8] {
    var found = CellMarks(columns: columns, rows: rows)
    guard !rows.isEmpty, !columns.isEmpty, !lines.runs.isEmpty else { return found.marks }
    let side = try side(rows: rows, columns: columns, place: place)
    for top in stride(from: rows.lowerBound, to: rows.upperBound, by: side) {
      for left in stride(from: columns.lowerBound, to: columns.upperBound, by: side) {
        let block = try CellPlaces(
          columns: left..<min(left + side, columns.upperBound),
          rows: top..<min(top + side, rows.upperBound), step: max(1, side / 4),
          metric: lines.metric, reach: lines.radius + 1, place: place)
        for reach in [Reach.surely, .perhaps] {
          collect(reach, around: block)
          guard !segments.isEmpty else { continue }
          try descend(
            Block(columns: block.columns, rows: block.rows), 0..<stack.count, block, reach, &found,
            place)
        }
      }
    }
    return found.marks
  }

  /// A part of a block.
  private struct Block {
    var columns: Range<Int>
    var rows: Range<Int>
  }

  /// The side of the first blocks: a power of two, so that blocks are a few kilometres wide.
  private func side(
    rows: Range<Int>, columns: Range<Int>, place: ([Coordinate]) throws -> [Coordinate]
  ) rethrows -> Int {
    let row = Double(rows.lowerBound + rows.count / 2)
    let column = Double(columns.lowerBound + columns.count / 2)
    let placed = try place([
      Coordinate(x: column, y: row), Coordinate(x: column + 1, y: row),
      Coordinate(x: column, y: row + 1),
    ])
    let metres = [1, 2].map {
      ShortGeodesic.metres(of: lines.metric.micrometres(from: placed[0], to: placed[$0]))
    }.reduce(0, max)
    var side = Self.greatestSide
    while side > 8, Double(side) * metres > Self.greatestMetres { side /= 2 }
    return side
  }

  /// Takes up the segments of one kind that can be within reach of a cell of the block.
  private mutating func collect(_ reach: Reach, around block: CellPlaces) {
    segments.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    let frame = block.frame
    let lines = self.lines
    var found: [LocalSegment] = []
    swap(&found, &segments)
    lines.tree.forEach(meeting: frame.window) { index in
      let run = lines.runs[index]
      guard run.reach == reach else { return }
      for start in Int(run.first)..<Int(run.last) {
        found.append(
          frame.segment(
            from: lines.coordinates[start], to: lines.coordinates[start + 1], index: Int32(start)))
      }
    }
    swap(&found, &segments)
    for index in segments.indices { stack.append(Int32(index)) }
  }

  /// Settles the cells of `part`, looking at the segments that `list` names.
  private mutating func descend(
    _ part: Block, _ list: Range<Int>, _ block: CellPlaces, _ reach: Reach,
    _ found: inout CellMarks, _ place: ([Coordinate]) throws -> [Coordinate]
  ) rethrows {
    let middle = block.at(
      column: Double(part.columns.lowerBound + part.columns.upperBound) / 2,
      row: Double(part.rows.lowerBound + part.rows.upperBound) / 2)
    let isCell = part.columns.count == 1 && part.rows.count == 1
    let extent = isCell ? 0 : extent(of: part, around: middle, block)
    let slack = block.error + LineReach.margin
    let inner = (lines.radius - slack) / block.frame.stretch - extent
    let outer = lines.radius + slack + extent
    let innerSquared = inner > 0 ? inner * inner : -1
    let outerSquared = outer * outer
    let start = stack.count
    defer { stack.removeLast(stack.count - start) }
    for index in list {
      let segment = stack[index]
      let squared = segments[Int(segment)].squaredDistance(to: middle)
      if squared <= innerSquared {
        found.fill(columns: part.columns, rows: part.rows, with: reach)
        return
      }
      if squared <= outerSquared { stack.append(segment) }
    }
    let near = start..<stack.count
    guard !near.isEmpty else { return }
    if isCell {
      let centre = Coordinate(
        x: Double(part.columns.lowerBound) + 0.5, y: Double(part.rows.lowerBound) + 0.5)
      let position = try place([centre])[0]
      if near.contains(where: { isWithin(position, segments[Int(stack[$0])]) }) {
        found.fill(columns: part.columns, rows: part.rows, with: reach)
      }
      return
    }
    for rows in Self.halves(part.rows) {
      for columns in Self.halves(part.columns) {
        try descend(Block(columns: columns, rows: rows), near, block, reach, &found, place)
      }
    }
  }

  private func isWithin(_ position: Coordinate, _ segment: LocalSegment) -> Bool {
    let index = Int(segment.index)
    var position = position
    if lines.metric == .ellipsoid {
      // The lines may count longitudes in another turn.
      let turns = ((position.x - lines.coordinates[index].x) / 360).rounded()
      position.x -= turns * 360
    }
    return lines.isWithin(position, segment: index)
  }

  /// How far the farthest cell centre of `part` lies from its middle, in the plane, in metres.
  private func extent(
    of part: Block, around middle: Coordinate, _ block: CellPlaces
  ) -> Double {
    var greatest = 0.0
    for row in [Double(part.rows.lowerBound) + 0.5, Double(part.rows.upperBound) - 0.5] {
      for column in [Double(part.columns.lowerBound) + 0.5, Double(part.columns.upperBound) - 0.5] {
        let corner = block.at(column: column, row: row)
        let dx = corner.x - middle.x
        let dy = corner.y - middle.y
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

/// What was found of the cells of some rows.
struct CellMarks {
  let columns: Range<Int>
  let rows: Range<Int>
  private(set) var marks: [UInt8]

  init(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
    marks = [UInt8](repeating: 0, count: columns.count * rows.count)
  }

  /// Marks cells; those that are marked keep what they have, because certainty comes first.
  mutating func fill(columns part: Range<Int>, rows some: Range<Int>, with reach: Reach) {
    for row in some {
      let start = (row - rows.lowerBound) * columns.count - columns.lowerBound
      for cell in start + part.lowerBound..<start + part.upperBound where marks[cell] == 0 {
        marks[cell] = reach.rawValue
      }
    }
  }
}
