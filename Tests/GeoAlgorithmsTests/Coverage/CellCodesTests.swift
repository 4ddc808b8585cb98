import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Lines and areas drawn on cells")
struct CellCodesTests {
  private func line(_ places: [(Double, Double)]) -> [Coordinate] {
    places.map { Coordinate(x: $0.0, y: $0.1) }
  }

  /// The cells as a picture: `.` for 0.
  private func picture(_ cells: CellCodes) -> [String] {
    (0..<cells.rows).map { row in
      (0..<cells.columns).map { column in
        let code = cells[row: row, column: column]
        return code == 0 ? "." : "\(code)"
      }.joined()
    }
  }

  @Test("A line takes every cell that it passes through, side by side")
  func slanted() {
    var cells = CellCodes(columns: 6, rows: 4)
    cells.draw(line: line([(0.5, 0.5), (5.5, 2.9)]), code: 2)
    #expect(
      picture(cells) == [
        "22....",
        ".222..",
        "...222",
        "......",
      ])
  }

  @Test("Through the corner of four cells it goes by one of the others, whichever way it is drawn")
  func corner() {
    for ends in [[(0.5, 0.5), (2.5, 2.5)], [(2.5, 2.5), (0.5, 0.5)], [(2.5, 0.5), (0.5, 2.5)]] {
      var cells = CellCodes(columns: 3, rows: 3)
      cells.draw(line: line(ends), code: 1)
      #expect(cells.codes.count { $0 == 1 } == 5)
    }
  }

  @Test("The greater code stays, in any order; what lies off the grid is passed over")
  func order() {
    var cells = CellCodes(columns: 5, rows: 2)
    cells.draw(line: line([(-10, 0.5), (20, 0.5)]), code: 3)
    cells.draw(line: line([(2.5, -7), (2.5, 9)]), code: 1)
    cells.draw(line: line([(-3, -3), (-1, 8)]), code: 9)
    cells.draw(line: line([(4.5, 1.5)]), code: 7)
    #expect(picture(cells) == ["33333", "..1.7"])
  }

  @Test("An area takes every cell that it has a part of")
  func area() throws {
    var outlines = GridOutlines()
    let ring = line([(0.9, 0.9), (2.1, 0.9), (2.1, 2.1), (0.9, 2.1), (0.9, 0.9)])
    try outlines.append([Polygon(exterior: LinearRing(ring))])
    var cells = CellCodes(columns: 4, rows: 4)
    cells.draw(areas: outlines, code: 1)
    #expect(picture(cells) == ["111.", "111.", "111.", "...."])
  }

  @Test("Any line's cells hang together by their sides and hold its ends", arguments: 0..<200)
  func connected(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let size = 12
    var cells = CellCodes(columns: size, rows: size)
    // Now and then right on the borders of cells.
    func place() -> Coordinate {
      func number() -> Double {
        let value = Double.random(in: 0..<Double(size), using: &random)
        return Bool.random(using: &random) ? value.rounded(.down) : value
      }
      return Coordinate(x: number(), y: number())
    }
    let (start, end) = (place(), place())
    cells.draw(line: [start, end], code: 1)
    func cell(_ place: Coordinate) -> (row: Int, column: Int) { (Int(place.y), Int(place.x)) }
    var reached: Set<[Int]> = [[cell(start).row, cell(start).column]]
    var waiting = Array(reached)
    while let next = waiting.popLast() {
      for step in [[0, 1], [1, 0], [0, -1], [-1, 0]] {
        let near = [next[0] + step[0], next[1] + step[1]]
        guard near.allSatisfy((0..<size).contains), cells[row: near[0], column: near[1]] == 1,
          reached.insert(near).inserted
        else { continue }
        waiting.append(near)
      }
    }
    #expect(
      reached.contains([cell(end).row, cell(end).column]), "seed \(seed): \(start) to \(end)")
    #expect(reached.count == cells.codes.count { $0 == 1 }, "seed \(seed)")
    // Straight through: no more cells than borders are crossed.
    let crossed =
      abs(cell(end).row - cell(start).row) + abs(cell(end).column - cell(start).column) + 1
    #expect(reached.count == crossed, "seed \(seed)")
  }
}
