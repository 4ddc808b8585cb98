internal import GeoModel

/// Geometry in ISO 13249 / OGC 06-103r4 well-known binary, little-endian, two coordinates a position.
struct WellKnownBinary {
  /// The bytes.
  private(set) var bytes: [UInt8] = []

  /// Encodes `geometry`; lines and areas as several of their kind where `promotes`, so that a column
  /// holds one type. O(positions).
  init(_ geometry: Geometry, promotes: Bool) {
    switch geometry {
    case .point(let point):
      begin(1)
      append(point)
    case .multiPoint(let points):
      begin(4)
      append(points.count)
      for point in points {
        begin(1)
        append(point)
      }
    case .lineString(let line):
      if promotes { append(lines: [line]) } else { append(line: line) }
    case .multiLineString(let lines): append(lines: lines)
    case .polygon(let polygon):
      if promotes { append(polygons: [polygon]) } else { append(polygon: polygon) }
    case .multiPolygon(let polygons): append(polygons: polygons)
    }
  }

  private mutating func append(line: [Coordinate]) {
    begin(2)
    append(run: line)
  }

  private mutating func append(lines: [[Coordinate]]) {
    begin(5)
    append(lines.count)
    for line in lines { append(line: line) }
  }

  private mutating func append(polygon: Polygon) {
    begin(3)
    append(1 + polygon.holes.count)
    for ring in polygon.rings { append(run: ring.coordinates) }
  }

  private mutating func append(polygons: [Polygon]) {
    begin(6)
    append(polygons.count)
    for polygon in polygons { append(polygon: polygon) }
  }

  private mutating func begin(_ type: UInt32) {
    bytes.append(1)
    append(bits: type)
  }

  private mutating func append(run: [Coordinate]) {
    append(run.count)
    for position in run { append(position) }
  }

  private mutating func append(_ count: Int) { append(bits: UInt32(count)) }

  private mutating func append(_ position: Coordinate) {
    append(bits: position.x.bitPattern)
    append(bits: position.y.bitPattern)
  }

  private mutating func append<Bits: FixedWidthInteger>(bits: Bits) {
    for shift in stride(from: 0, to: Bits.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> Bits(shift)))
    }
  }
}
