import Foundation
import GeoAlgorithms
import GeoModel
import TestSupport

/// A polygon of `positions` given as x, y, x, y, …
func polygon(_ exterior: [Double], holes: [[Double]] = []) -> Polygon {
  func ring(_ numbers: [Double]) -> LinearRing {
    LinearRing(
      stride(from: 0, to: numbers.count, by: 2).map {
        Coordinate(x: numbers[$0], y: numbers[$0 + 1])
      })
  }
  return Polygon(exterior: ring(exterior), holes: holes.map(ring))
}

/// The spans of each unit over all bands.
func spans(of units: [[Polygon]], bandRows: Int = 4) throws -> [[CoverageSpan]] {
  var outlines = GridOutlines()
  for unit in units { try outlines.append(unit) }
  let banded = BandedOutlines(outlines, bandRows: bandRows)
  var scanner = OutlineScanner(banded)
  var result = [[CoverageSpan]](repeating: [], count: units.count)
  var spans: [CoverageSpan] = []
  for band in banded.bands {
    var cursor = scanner.cursor(band: band)
    while scanner.advance(&cursor, into: &spans) { result[cursor.unit] += spans }
  }
  return result
}

/// The share of each cell of a raster that lies in `polygons`, rows downwards.
func matrix(
  _ polygons: [Polygon], columns: Range<Int>, rows: Range<Int>, bandRows: Int = 4
) throws -> [[Double]] {
  var matrix = [[Double]](
    repeating: [Double](repeating: 0, count: columns.count), count: rows.count)
  for span in try spans(of: [polygons], bandRows: bandRows)[0] where rows.contains(Int(span.row)) {
    for column in span.columns where columns.contains(column) {
      matrix[Int(span.row) - rows.lowerBound][column - columns.lowerBound] += span.fraction
    }
  }
  return matrix
}

/// A matrix as text: one line a row, three decimals, 0 as a dot.
func text(_ matrix: [[Double]]) -> String {
  matrix.map { row in
    row.map { $0 == 0 ? "  .  " : String(format: "%.3f", $0) }.joined(separator: " ")
  }.joined(separator: "\n")
}

/// A ring around (`x`, `y`) without self-intersections: angles ascend, radii vary.
func star(
  x: Double, y: Double, radius: Double, count: Int, using generator: inout SeededGenerator
) -> [Coordinate] {
  (0..<count).map { index in
    let angle =
      (Double(index) + Double.random(in: 0..<0.9, using: &generator)) / Double(count) * 2 * .pi
    let length = radius * Double.random(in: 0.3...1, using: &generator)
    return Coordinate(x: x + length * cos(angle), y: y + length * sin(angle))
  }
}

/// A random coverage of the rectangle: a jittered grid of `n` × `n` quadrilaterals, each cut into
/// two triangles, all inner edges jagged and shared by the two triangles beside them.
func triangulation(
  of box: BoundingBox, n: Int, jags: Int, using generator: inout SeededGenerator
) -> [[Polygon]] {
  let width = (box.maximumX - box.minimumX) / Double(n)
  let height = (box.maximumY - box.minimumY) / Double(n)
  func jitter(_ size: Double, inner: Bool) -> Double {
    inner ? Double.random(in: -0.2...0.2, using: &generator) * size : 0
  }
  let nodes = (0...n).map { row in
    (0...n).map { column in
      Coordinate(
        x: column == n
          ? box.maximumX
          : box.minimumX + Double(column) * width + jitter(width, inner: column > 0),
        y: row == n
          ? box.maximumY : box.minimumY + Double(row) * height + jitter(height, inner: row > 0))
    }
  }
  var edges: [[Coordinate]: [Coordinate]] = [:]
  func edge(_ a: Coordinate, _ b: Coordinate, inner: Bool) -> [Coordinate] {
    if let known = edges[[a, b]] { return known }
    if let known = edges[[b, a]] { return Array(known.reversed()) }
    var line = [a]
    for index in 1...jags where inner {
      let share = Double(index) / Double(jags + 1)
      // Less than the triangles' angles, as seen from either end, so that no two edges cross.
      let bend = Double.random(in: -0.1...0.1, using: &generator) * min(share, 1 - share)
      line.append(
        Coordinate(
          x: a.x + (b.x - a.x) * share - (b.y - a.y) * bend * width / height,
          y: a.y + (b.y - a.y) * share + (b.x - a.x) * bend * height / width))
    }
    line.append(b)
    edges[[a, b]] = line
    return line
  }
  var units: [[Polygon]] = []
  for row in 0..<n {
    for column in 0..<n {
      let (a, b) = (nodes[row][column], nodes[row][column + 1])
      let (c, d) = (nodes[row + 1][column + 1], nodes[row + 1][column])
      let top = edge(a, b, inner: row > 0)
      let right = edge(b, c, inner: column < n - 1)
      let bottom = edge(c, d, inner: row < n - 1)
      let left = edge(d, a, inner: column > 0)
      let diagonal = edge(a, c, inner: true)
      let back: [Coordinate] = diagonal.reversed()
      units.append([Polygon(exterior: LinearRing(top + right + back))])
      units.append([Polygon(exterior: LinearRing(diagonal + bottom + left))])
    }
  }
  return units
}
