import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Patches of cells and their outlines")
struct GridPatchTests {
  private func patches(_ rows: [String], firstRow: Int = 0) -> [GridPatch] {
    var collector = PatchCollector(code: 1, firstRow: firstRow)
    for row in rows {
      let codes = row.map { $0 == "#" ? UInt8(1) : 0 }
      collector.push(codes.span)
    }
    return collector.finish()
  }

  private func text(_ ring: LinearRing) -> String {
    ring.coordinates.map { "\(Int($0.x)),\(Int($0.y))" }.joined(separator: " ")
  }

  /// Two patches that touch at a corner, and one with a hole.
  @Test func byHand() {
    let found = patches([
      "##.....",
      "##.....",
      "..#.###",
      "....#.#",
      "....###",
    ])
    #expect(found.map(\.cellCount) == [4, 1, 8])
    let outlines = found.map { $0.outline() }
    #expect(text(outlines[0].exterior) == "0,0 2,0 2,2 0,2 0,0")
    #expect(text(outlines[1].exterior) == "2,2 3,2 3,3 2,3 2,2")
    #expect(text(outlines[2].exterior) == "4,2 7,2 7,5 4,5 4,2")
    #expect(outlines[2].holes.map(text) == ["5,3 5,4 6,4 6,3 5,3"])
  }

  /// A hole that reaches the outside at a corner is a hole, and two holes that meet at a corner are
  /// two.
  @Test func corners() {
    let open = patches(["###.", "#.#.", "##..", "...."])[0].outline()
    #expect(open.holes.count == 1)
    #expect(text(open.exterior) == "0,0 3,0 3,2 2,2 2,3 0,3 0,0")
    let two = patches(["####", "#.##", "##.#", "####"])[0].outline()
    #expect(two.holes.count == 2)
    #expect(text(two.exterior) == "0,0 4,0 4,4 0,4 0,0")
  }

  @Test func nothing() {
    #expect(patches([]).isEmpty)
    #expect(patches(["...", "..."]).isEmpty)
    #expect(patches(["#"], firstRow: 7).first?.runs == [GridRun(row: 7, columns: 0..<1)])
  }

  /// Any raster: the patches are those that a flood fill finds, the outline encloses just their
  /// cells, turns at each vertex, and no ring meets itself.
  @Test(arguments: 1...60)
  func anyRaster(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (columns, rows) = (
      Int.random(in: 1...17, using: &random), Int.random(in: 1...17, using: &random)
    )
    let density = Double.random(in: 0.3...0.9, using: &random)
    let lines = (0..<rows).map { _ in
      String(
        (0..<columns).map { _ in Double.random(in: 0..<1, using: &random) < density ? "#" : "." })
    }
    let found = patches(lines)
    var labels = floodFill(lines)
    for (number, patch) in found.enumerated() {
      for run in patch.runs {
        for column in run.columns {
          #expect(labels[run.row][column] == number, "seed \(seed)")
          labels[run.row][column] = -2
        }
      }
      expectOutline(patch, columns: columns, rows: rows, seed: seed)
    }
    #expect(labels.allSatisfy { $0.allSatisfy { $0 < 0 } }, "seed \(seed)")
  }

  private func expectOutline(_ patch: GridPatch, columns: Int, rows: Int, seed: UInt64) {
    let outline = patch.outline()
    let rings = [outline.exterior] + outline.holes
    var cells: Set<[Int]> = []
    for run in patch.runs { for column in run.columns { cells.insert([run.row, column]) } }
    for row in 0..<rows {
      for column in 0..<columns {
        let inside = rings.reduce(false) {
          $0 != contains($1, Double(column) + 0.5, Double(row) + 0.5)
        }
        #expect(inside == cells.contains([row, column]), "seed \(seed)")
      }
    }
    for ring in rings {
      let corners = ring.coordinates
      #expect(corners.first == corners.last && corners.count >= 5, "seed \(seed)")
      #expect(Set(corners.dropLast()).count == corners.count - 1, "seed \(seed): meets itself")
      for index in 1..<corners.count - 1 {
        let (a, b, c) = (corners[index - 1], corners[index], corners[index + 1])
        #expect((b.x - a.x) * (c.y - b.y) != (b.y - a.y) * (c.x - b.x), "seed \(seed): no turn")
      }
    }
    // No hole is left to the exterior: all holes lie within it.
    for hole in outline.holes {
      let (a, b) = (hole.coordinates[0], hole.coordinates[1])
      let shift = 0.01
      let places = [(shift, shift), (-shift, shift), (shift, -shift), (-shift, -shift)]
      #expect(
        places.allSatisfy {
          contains(outline.exterior, (a.x + b.x) / 2 + $0.0, (a.y + b.y) / 2 + $0.1)
        }, "seed \(seed)")
    }
  }

  private func contains(_ ring: LinearRing, _ x: Double, _ y: Double) -> Bool {
    var inside = false
    for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst())
    where (a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) {
      inside.toggle()
    }
    return inside
  }

  /// The number of the patch of each cell in the order of their first cells; −1 for others.
  private func floodFill(_ lines: [String]) -> [[Int]] {
    let cells = lines.map { $0.map { $0 == "#" } }
    var labels = cells.map { $0.map { _ in -1 } }
    var count = 0
    for row in cells.indices {
      for column in cells[row].indices where cells[row][column] && labels[row][column] < 0 {
        var waiting = [(row, column)]
        labels[row][column] = count
        while let (y, x) = waiting.popLast() {
          for (y, x) in [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
          where cells.indices.contains(y) && cells[y].indices.contains(x) && cells[y][x]
            && labels[y][x] < 0
          {
            labels[y][x] = count
            waiting.append((y, x))
          }
        }
        count += 1
      }
    }
    return labels
  }
}
