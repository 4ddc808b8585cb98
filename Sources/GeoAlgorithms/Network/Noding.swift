/// The noding of lines in steps, for a caller with several workers: what takes longest, to find where
/// lines cross or touch, is divided into pieces that depend on nothing but their number.
public struct Noding: Sendable {
  /// What was found in one piece.
  public struct Findings: Sendable {
    let events: [CrossingSearch.Event]
  }

  private let vertices: LineVertices
  private let search: CrossingSearch?

  /// Prepares `lines`; see ``NodedLines/init(_:join:grades:tolerance:)`` for what the parameters are.
  public init(
    _ lines: PolylineSet, join: LineJoin, grades: [Int32] = [],
    tolerance: CrossingTolerance = CrossingTolerance()
  ) {
    precondition(grades.isEmpty || grades.count == lines.count)
    vertices = LineVertices(lines)
    search =
      join == .crossings ? CrossingSearch(vertices, grades: grades, tolerance: tolerance) : nil
  }

  /// The number of pieces; 0 where lines are joined at shared vertices alone.
  public var pieceCount: Int { search?.pieceCount ?? 0 }

  /// What is found in a piece below ``pieceCount``.
  public func findings(inPiece piece: Int) -> Findings {
    Findings(events: search?.events(inPiece: piece) ?? [])
  }

  /// The lines cut at their junctions.
  ///
  /// - Parameter findings: those of all pieces, in order.
  public func noded(with findings: [Findings]) -> NodedLines {
    precondition(findings.count == pieceCount)
    guard search != nil else { return NodedLines(cutting: vertices, counted: nil) }
    var crossings = LineCrossings(vertices)
    for piece in findings { crossings.note(piece.events) }
    return NodedLines(cutting: crossings.joined(), counted: crossings)
  }
}
