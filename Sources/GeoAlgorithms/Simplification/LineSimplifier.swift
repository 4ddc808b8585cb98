public import GeoModel
internal import RealModule

/// Lines with fewer positions, none of which lay further from the new line than a tolerance: for
/// pictures, never for figures.
///
/// D. H. Douglas, T. K. Peucker, *Algorithms for the reduction of the number of points required to
/// represent a digitized line or its caricature*, Cartographica 10 (1973), doi:10.3138/FM57-6770-U75U-7727.
/// Distances are taken in the plane of longitude times the cosine of a latitude and latitude, so they
/// are right near that latitude.
public struct LineSimplifier: Sendable {
  /// The tolerance squared, in square degrees of latitude.
  private let squaredTolerance: Double
  /// What a degree of longitude is of one of latitude.
  private let longitudeScale: Double

  /// Metres of a degree of latitude, roughly: a picture's tolerance needs no more.
  private static let metresPerDegree = 111_200.0

  /// Makes a simplifier for places near `latitude` (degrees); a tolerance of 0 **metres** keeps every
  /// position that is not on the line through its neighbours.
  public init(toleranceMetres: Double, latitude: Double) {
    let degrees = max(toleranceMetres, 0) / Self.metresPerDegree
    squaredTolerance = degrees * degrees
    longitudeScale = Double.cos(latitude * .pi / 180)
  }

  /// The positions of `line` that stay, first and last among them; a line of fewer than three is as it
  /// was. The same line read backwards keeps the same positions. O(n log n), at worst O(n²).
  public func simplified(_ line: [Coordinate]) -> [Coordinate] {
    guard line.count > 2, let first = line.first, let last = line.last else { return line }
    if first == last { return simplifiedLoop(line) }
    if last < first { return kept(of: line.reversed()).reversed() }
    return kept(of: line)
  }

  /// A line that ends where it begins: it keeps what is furthest from there, and enough to enclose an
  /// area where it had one.
  private func simplifiedLoop(_ loop: [Coordinate]) -> [Coordinate] {
    guard loop.count > 3 else { return loop }
    let isForward = loop[1] < loop[loop.count - 2]
    let line = isForward ? loop : loop.reversed()
    let turn = furthest(in: line, from: line[0], to: line[0])
    guard turn.distance > 0 else { return loop }
    let out = kept(of: Array(line[...turn.index]))
    let back = kept(of: Array(line[turn.index...]))
    var result = out + back.dropFirst()
    if result.count < 4 {
      let side = furthest(in: line, from: line[0], to: line[turn.index])
      guard side.distance > 0 else { return loop }
      let places = [0, min(turn.index, side.index), max(turn.index, side.index)]
      result = places.map { line[$0] } + [line[0]]
    }
    return isForward ? result : result.reversed()
  }

  /// The positions that stay between two ends that do.
  private func kept(of line: [Coordinate]) -> [Coordinate] {
    var stays = [Bool](repeating: false, count: line.count)
    stays[0] = true
    stays[line.count - 1] = true
    var open = [(0, line.count - 1)]
    while let (start, end) = open.popLast() {
      guard end - start > 1 else { continue }
      let piece = furthest(in: line, between: start, and: end)
      guard piece.distance > squaredTolerance else { continue }
      stays[piece.index] = true
      open.append((start, piece.index))
      open.append((piece.index, end))
    }
    return line.indices.compactMap { stays[$0] ? line[$0] : nil }
  }

  private func furthest(
    in line: [Coordinate], between start: Int, and end: Int
  ) -> (index: Int, distance: Double) {
    var found = (index: start, distance: -1.0)
    for index in (start + 1)..<end {
      let distance = squaredDistance(of: line[index], from: line[start], to: line[end])
      if distance > found.distance { found = (index, distance) }
    }
    return found
  }

  private func furthest(
    in line: [Coordinate], from start: Coordinate, to end: Coordinate
  ) -> (index: Int, distance: Double) {
    var found = (index: 0, distance: 0.0)
    for (index, place) in line.enumerated() {
      let distance = squaredDistance(of: place, from: start, to: end)
      if distance > found.distance { found = (index, distance) }
    }
    return found
  }

  /// The squared distance of a place from the straight piece between two others.
  private func squaredDistance(
    of place: Coordinate, from start: Coordinate, to end: Coordinate
  ) -> Double {
    let (x, y) = ((place.x - start.x) * longitudeScale, place.y - start.y)
    let (dx, dy) = ((end.x - start.x) * longitudeScale, end.y - start.y)
    let length = dx * dx + dy * dy
    guard length > 0 else { return x * x + y * y }
    let share = min(max((x * dx + y * dy) / length, 0), 1)
    let (restX, restY) = (x - share * dx, y - share * dy)
    return restX * restX + restY * restY
  }
}
