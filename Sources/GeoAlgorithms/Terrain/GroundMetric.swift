import RealModule

/// How steps of a grid lie on the ground at one place: what turns a rise a cell into a slope.
///
/// Where the height changes by *u* from one column to the next and by *v* from one row to the next,
/// the square of the slope (metres of rise a metre of ground) is `a u² + 2 b u v + c v²`. That is
/// the inverse of the metric tensor of the grid's two steps, so that cells may be oblong, turned or
/// oblique.
public struct GroundMetric: Sendable, Hashable {
  /// The part of the columns, in **1/m²**.
  public var a: Double
  /// The part that both share, in **1/m²**; 0 where columns and rows are at right angles.
  public var b: Double
  /// The part of the rows, in **1/m²**.
  public var c: Double

  /// Makes a metric from its parts.
  public init(a: Double, b: Double, c: Double) {
    self.a = a
    self.b = b
    self.c = c
  }

  /// The metric of cells with right angles, of this width and height in **metres**, both above 0.
  public init(cellWidth: Double, cellHeight: Double) {
    self.init(a: 1 / (cellWidth * cellWidth), b: 0, c: 1 / (cellHeight * cellHeight))
  }

  /// The metric of any parallelogram from three lengths on the ground in **metres**: of a step to
  /// the next column, of one to the next row, and of both together. Not finite where the cell has no
  /// area, so that its slope is not known.
  public init(column: Double, row: Double, diagonal: Double) {
    let p = column * column
    let q = row * row
    let r = (diagonal * diagonal - p - q) / 2
    let determinant = p * q - r * r
    self.init(a: q / determinant, b: -r / determinant, c: p / determinant)
  }

  /// The metric `share` of the way from this one to `other`.
  func towards(_ other: GroundMetric, share: Double) -> GroundMetric {
    GroundMetric(
      a: a + share * (other.a - a), b: b + share * (other.b - b), c: c + share * (other.c - c))
  }
}
