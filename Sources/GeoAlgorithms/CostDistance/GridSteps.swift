/// How long a step from the centre of a cell to that of a neighbour is on the ground, row by row.
///
/// In a grid of longitude and latitude steps along a row shorten towards the poles, so each row has
/// lengths of its own; in a grid of metres all rows may have the same.
public struct GridSteps: Sendable, Hashable {
  /// The steps that begin in one row, in **metres**.
  public struct Row: Sendable, Hashable {
    /// To the next column of the same row.
    public var across: Double
    /// To the same column of the next row.
    public var down: Double
    /// To the next column of the next row.
    public var downRight: Double
    /// To the column before in the next row.
    public var downLeft: Double

    /// The steps of a row, all above 0.
    public init(across: Double, down: Double, downRight: Double, downLeft: Double) {
      precondition(across > 0 && down > 0 && downRight > 0 && downLeft > 0, "lengths are above 0")
      self.across = across
      self.down = down
      self.downRight = downRight
      self.downLeft = downLeft
    }

    /// The steps between cells with right angles, of this width and height.
    public init(cellWidth: Double, cellHeight: Double) {
      let diagonal = (cellWidth * cellWidth + cellHeight * cellHeight).squareRoot()
      self.init(
        across: cellWidth, down: cellHeight, downRight: diagonal, downLeft: diagonal)
    }
  }

  private let rows: [Row]

  /// The same steps in every row.
  public init(uniform row: Row) {
    rows = [row]
  }

  /// The steps of each row of a grid, from the top; those of the last row downwards are never taken.
  /// Must not be empty.
  public init(rows: [Row]) {
    precondition(!rows.isEmpty, "a grid has rows")
    self.rows = rows
  }

  /// The steps that begin in `row`. O(1).
  public subscript(row: Int) -> Row {
    rows.count == 1 ? rows[0] : rows[row]
  }

  /// Half the length of the step to each of the eight neighbours of a cell of `row`.
  func halves(row: Int) -> NeighbourHalves {
    let own = self[row]
    // Above the first row lies nothing that could be reached.
    let above = row > 0 ? self[row - 1] : own
    return NeighbourHalves(
      aboveLeft: Float(above.downRight / 2), above: Float(above.down / 2),
      aboveRight: Float(above.downLeft / 2), beside: Float(own.across / 2),
      belowLeft: Float(own.downLeft / 2), below: Float(own.down / 2),
      belowRight: Float(own.downRight / 2))
  }
}

/// Half the lengths of the steps from a cell to its neighbours: what the sum of two frictions is
/// multiplied by.
struct NeighbourHalves: Sendable, Hashable {
  var aboveLeft: Float
  var above: Float
  var aboveRight: Float
  var beside: Float
  var belowLeft: Float
  var below: Float
  var belowRight: Float

  /// The least and the greatest of them.
  var extremes: (least: Float, greatest: Float) {
    let all = [aboveLeft, above, aboveRight, beside, belowLeft, below, belowRight]
    return (all.min() ?? beside, all.max() ?? beside)
  }
}
