internal import GeoModel

/// A position on the grid of the decimals that are written: degrees times 10^decimals.
///
/// Whole numbers make what follows exact: two positions are equal or not, a ring's area has a sure
/// sign, and an edge is cut at one place whichever way it is walked.
struct RoundedPosition: Hashable {
  var x: Int64
  var y: Int64
}

/// A ring or a line on the grid; a ring is closed.
typealias RoundedRun = [RoundedPosition]

/// A geometry on the grid. A polygon is its rings, the outer one first.
enum RoundedGeometry {
  case point(RoundedPosition)
  case multiPoint([RoundedPosition])
  case lineString(RoundedRun)
  case multiLineString([RoundedRun])
  case polygon([RoundedRun])
  case multiPolygon([[RoundedRun]])
}

/// The rounding of coordinates to a fixed count of decimals.
struct CoordinateRounding {
  /// The number of decimals, 0 … 9.
  let decimals: Int
  /// 10 to the number of decimals.
  let scale: UInt64

  init(decimals: Int) {
    precondition(decimals >= 0 && decimals <= 9)
    self.decimals = decimals
    scale = RoundedDecimal.powersOfTen[decimals]
  }

  /// Half a turn, 180°, on the grid.
  var halfTurn: Int64 { 180 * Int64(scale) }

  /// The nearest place on the grid, each coordinate by itself: the same vertex of two neighbours
  /// goes to the same place. `position` must be finite and within ±360.
  @inline(__always)
  func rounded(_ position: Coordinate) -> RoundedPosition {
    RoundedPosition(x: rounded(position.x), y: rounded(position.y))
  }

  @inline(__always)
  private func rounded(_ value: Double) -> Int64 {
    guard let decimal = RoundedDecimal(value, decimals: decimals) else { return 0 }
    let magnitude = Int64(decimal.whole * scale + decimal.fraction)
    return value < 0 ? -magnitude : magnitude
  }

  /// The position in degrees: the double nearest to the decimal number.
  func coordinate(_ position: RoundedPosition) -> Coordinate {
    Coordinate(x: Double(position.x) / Double(scale), y: Double(position.y) / Double(scale))
  }

  /// The rings of `polygon` on the grid.
  func rounded(_ polygon: Polygon) -> [RoundedRun] {
    polygon.rings.map { $0.coordinates.map(rounded) }
  }

  /// A polygon in degrees, from its rings on the grid; `nil` where there are none.
  func polygon(_ rings: [RoundedRun]) -> Polygon? {
    guard let exterior = rings.first else { return nil }
    return Polygon(
      exterior: LinearRing(exterior.map(coordinate)),
      holes: rings.dropFirst().map { LinearRing($0.map(coordinate)) })
  }
}
