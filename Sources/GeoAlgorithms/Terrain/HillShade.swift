import RealModule

/// Relief as a map shows it: the sides of hills that turn away from a light in the north-west.
public enum HillShade {
  /// How dark each cell of `heights` is, 0 (in the light, level, or unknown) to 255.
  ///
  /// Only what turns away from the light is dark, so that level ground keeps the colour of the paper.
  /// The light stands in the north-west, 45° high. The slope is that of B. K. P. Horn, "Hill shading and
  /// the reflectance map", Proceedings of the IEEE 69 (1981), doi:10.1109/PROC.1981.11918. A cell with an
  /// unknown height among its neighbours, or at the edge, is 0. O(n).
  ///
  /// - Parameters:
  ///   - heights: Heights in metres, row by row from the north, NaN where unknown.
  ///   - columns: The number of cells in a row.
  ///   - cell: The side of a cell in metres.
  ///   - exaggeration: What heights are multiplied by: flat country needs more than mountains.
  ///   - strength: The darkness of a side that gets no light, 0…1.
  public static func darkness(
    of heights: [Double], columns: Int, cell: Double, exaggeration: Double, strength: Double
  ) -> [UInt8] {
    var darkness = [UInt8](repeating: 0, count: heights.count)
    guard columns > 2, heights.count % columns == 0, heights.count / columns > 2 else {
      return darkness
    }
    let half = Double.sqrt(0.5)
    for row in 1..<(heights.count / columns - 1) {
      for column in 1..<(columns - 1) {
        let index = row * columns + column
        let (a, b, c) = (
          heights[index - columns - 1], heights[index - columns], heights[index - columns + 1]
        )
        let (d, f) = (heights[index - 1], heights[index + 1])
        let (g, h, i) = (
          heights[index + columns - 1], heights[index + columns], heights[index + columns + 1]
        )
        let east = (c + 2 * f + i - a - 2 * d - g) / (8 * cell) * exaggeration
        let north = (a + 2 * b + c - g - 2 * h - i) / (8 * cell) * exaggeration
        guard east.isFinite, north.isFinite else { continue }
        // The light comes from (-½, ½, √½); the normal is (-east, -north, 1).
        let light = (0.5 * east - 0.5 * north + half) / Double.sqrt(1 + east * east + north * north)
        let lack = min(max(1 - light / half, 0), 1)
        darkness[index] = UInt8((lack * strength * 255).rounded())
      }
    }
    return darkness
  }

  /// An exaggeration that suits `heights`: the one that brings the ninth tenth of all slopes to about
  /// 30 %; from 1 to 8. 1 where nothing is known. O(n log n) for a sample of at most 4,096 cells.
  public static func exaggeration(for heights: [Double], columns: Int, cell: Double) -> Double {
    guard columns > 1, heights.count > columns else { return 1 }
    let step = max(1, heights.count / 4096)
    var slopes: [Double] = []
    for index in stride(from: 0, to: heights.count - columns - 1, by: step) {
      let east = (heights[index + 1] - heights[index]) / cell
      let south = (heights[index + columns] - heights[index]) / cell
      let slope = Double.sqrt(east * east + south * south)
      if slope.isFinite, (index + 1) % columns != 0 { slopes.append(slope) }
    }
    slopes.sort()
    guard !slopes.isEmpty else { return 1 }
    let steep = slopes[slopes.count * 9 / 10]
    return steep > 0 ? min(max(0.3 / steep, 1), 8) : 1
  }
}
