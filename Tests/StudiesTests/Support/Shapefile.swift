import GeoModel

/// Writes a shapefile of areas, byte by byte.
///
/// Source: ESRI Shapefile Technical Description (July 1998); dBASE III for the table.
enum Shapefile {
  /// The files of a shapefile called `name`, by name; `projection` is the text of its `.prj`.
  static func files(
    _ name: String, fields: [String], rows: [(values: [String], areas: [Polygon])],
    projection: String?
  ) -> [String: [UInt8]] {
    var shapes: [UInt8] = []
    var index: [UInt8] = []
    var whole = BoundingBox.empty
    for (number, row) in rows.enumerated() {
      let content = record(row.areas)
      big(50 + shapes.count / 2, into: &index)
      big(content.count / 2, into: &index)
      big(number + 1, into: &shapes)
      big(content.count / 2, into: &shapes)
      shapes += content
      whole.formUnion(Geometry.multiPolygon(row.areas).boundingBox)
    }
    var files = [
      "\(name).shp": header(size: shapes.count, box: whole) + shapes,
      "\(name).shx": header(size: index.count, box: whole) + index,
      "\(name).dbf": table(fields, rows.map(\.values)),
      "\(name).cpg": Array("UTF-8".utf8),
    ]
    if let projection { files["\(name).prj"] = Array(projection.utf8) }
    return files
  }

  private static func header(size: Int, box: BoundingBox) -> [UInt8] {
    var bytes: [UInt8] = []
    big(9994, into: &bytes)
    for _ in 0..<5 { big(0, into: &bytes) }
    big(50 + size / 2, into: &bytes)
    little(1000, into: &bytes)
    little(5, into: &bytes)
    for value in [box.minimumX, box.minimumY, box.maximumX, box.maximumY, 0, 0, 0, 0] {
      real(value, into: &bytes)
    }
    return bytes
  }

  /// Outer rings run clockwise and holes the other way.
  private static func record(_ areas: [Polygon]) -> [UInt8] {
    let rings = areas.flatMap { area in
      let wound = area.woundByRightHandRule
      return wound.rings.map(\.reversed)
    }
    let box = Geometry.multiPolygon(areas).boundingBox
    var bytes: [UInt8] = []
    little(5, into: &bytes)
    for value in [box.minimumX, box.minimumY, box.maximumX, box.maximumY] {
      real(value, into: &bytes)
    }
    little(rings.count, into: &bytes)
    little(rings.reduce(0) { $0 + $1.coordinates.count }, into: &bytes)
    var start = 0
    for ring in rings {
      little(start, into: &bytes)
      start += ring.coordinates.count
    }
    for place in rings.flatMap(\.coordinates) {
      real(place.x, into: &bytes)
      real(place.y, into: &bytes)
    }
    return bytes
  }

  private static func table(_ fields: [String], _ rows: [[String]]) -> [UInt8] {
    let width = 60
    var bytes: [UInt8] = [3, 126, 1, 1]
    little(rows.count, into: &bytes)
    short(33 + 32 * fields.count, into: &bytes)
    short(1 + width * fields.count, into: &bytes)
    bytes += [UInt8](repeating: 0, count: 20)
    for field in fields {
      let name = Array(field.utf8.prefix(10))
      bytes += name + [UInt8](repeating: 0, count: 11 - name.count)
      bytes += Array("C".utf8) + [0, 0, 0, 0, UInt8(width), 0] + [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for row in rows {
      bytes.append(0x20)
      for value in row {
        let text = Array(value.utf8.prefix(width))
        bytes += text + [UInt8](repeating: 0x20, count: width - text.count)
      }
    }
    return bytes + [0x1A]
  }

  private static func big(_ value: Int, into bytes: inout [UInt8]) {
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  private static func little(_ value: Int, into bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  private static func short(_ value: Int, into bytes: inout [UInt8]) {
    for shift in [0, 8] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  private static func real(_ value: Double, into bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
    }
  }
}
