import GeoModel

extension NodedLines {
  /// Cuts `lines` at their junctions.
  ///
  /// A vertex is a junction where a line begins or ends, or where more than one line, or one line
  /// more than once, passes. With ``LineJoin/crossings`` vertices are first put in where lines of
  /// equal grade cross or touch (see ``CrossingTolerance``). O(n) for vertices, O(n log n) for
  /// crossings.
  ///
  /// - Parameters:
  ///   - lines: the lines, longitude and latitude in degrees.
  ///   - join: where lines are joined.
  ///   - grades: a number for each line; lines of different grade (bridge, tunnel, layer) are not
  ///     joined where they merely cross or touch. Empty where all have one grade.
  ///   - tolerance: how near is touching.
  public init(
    _ lines: PolylineSet, join: LineJoin, grades: [Int32] = [],
    tolerance: CrossingTolerance = CrossingTolerance()
  ) {
    let noding = Noding(lines, join: join, grades: grades, tolerance: tolerance)
    self = noding.noded(with: (0..<noding.pieceCount).map(noding.findings(inPiece:)))
  }

  /// Cuts `lines`, whose crossings and touches are `counted`, at the vertices that they share.
  init(cutting lines: LineVertices, counted: LineCrossings?) {
    report.linesWithoutLength = lines.withoutLength
    report.linesNotFinite = lines.notFinite
    report.crossings = counted?.crossings.count ?? 0
    report.touches = counted?.touches.count ?? 0
    cut(lines)
  }

  private mutating func cut(_ lines: LineVertices) {
    let nodeNumbers = numberNodes(lines)
    shapes.reserveCapacity(lines: lines.count, positions: lines.vertices.count)
    let (vertices, coordinates) = (lines.vertices, lines.table.coordinates)
    for line in 0..<lines.count {
      let range = lines.range(line)
      var start = range.lowerBound
      for end in (start + 1)..<range.upperBound where nodeNumbers[Int(vertices[end])] >= 0 {
        origins.append(nodeNumbers[Int(vertices[start])])
        destinations.append(nodeNumbers[Int(vertices[end])])
        self.lines.append(lines.sources[line])
        let positions = vertices[start...end].lazy.map { coordinates[Int($0)] }
        lengths.append(Self.length(of: positions))
        shapes.append(positions)
        start = end
      }
    }
  }

  /// The number of the node at each vertex, −1 where the vertex is none.
  private mutating func numberNodes(_ lines: LineVertices) -> [Int32] {
    var uses = [UInt8](repeating: 0, count: lines.table.coordinates.count)
    for line in 0..<lines.count {
      let range = lines.range(line)
      for index in range {
        // Where a line turns back on itself it ends as well.
        let isEnd =
          index == range.lowerBound || index == range.upperBound - 1
          || lines.vertices[index - 1] == lines.vertices[index + 1]
        let vertex = Int(lines.vertices[index])
        uses[vertex] = min(2, uses[vertex] &+ (isEnd ? 2 : 1))
      }
    }
    var numbers = [Int32](repeating: -1, count: uses.count)
    for vertex in uses.indices where uses[vertex] == 2 {
      numbers[vertex] = Int32(nodes.count)
      nodes.append(lines.table.coordinates[vertex])
    }
    return numbers
  }

  private static func length(of positions: some Collection<Coordinate>) -> Micrometres {
    var sum: Micrometres = 0
    var previous: MeridianPoint?
    for position in positions {
      let next = MeridianPoint(position)
      if let previous {
        sum += ShortGeodesic.micrometres(of: ShortGeodesic.metres(from: previous, to: next))
      }
      previous = next
    }
    return sum
  }
}
