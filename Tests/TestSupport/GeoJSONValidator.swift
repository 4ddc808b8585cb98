import Foundation

/// RFC 7946 re-implemented from its text, apart from the writer: reads any GeoJSON file and lists
/// each rule that it breaks. Numbers are taken from the bytes, so that decimals can be counted.
public struct GeoJSONValidator {
  /// The most decimals that a coordinate may have.
  public var decimals = 6

  /// Makes a validator that allows so many decimals.
  public init(decimals: Int = 6) { self.decimals = decimals }

  /// The rules broken, with the feature each; empty for a file without fault.
  public func faults(in bytes: [UInt8]) -> [String] {
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      return ["not a JSON object"]
    }
    var check = Check(decimals: decimals)
    check.collection(root)
    check.decimalsInText(String(decoding: bytes, as: UTF8.self))
    return check.faults
  }

  private typealias Position = (x: Double, y: Double)

  private struct Check {
    let decimals: Int
    var faults: [String] = []
    var feature = "collection"
    var west = Double.infinity
    var east = -Double.infinity
    var south = Double.infinity
    var north = -Double.infinity
    var spans: [(Double, Double)] = []

    mutating func fail(_ rule: String) { faults.append("\(feature): \(rule)") }

    mutating func collection(_ root: [String: Any]) {
      if root["type"] as? String != "FeatureCollection" { fail("type is not FeatureCollection") }
      if root["crs"] != nil { fail("has crs (section 4)") }
      for member in ["coordinates", "geometries", "geometry", "properties"]
      where root[member] != nil {
        fail("has \(member) (section 7.1)")
      }
      guard let features = root["features"] as? [[String: Any]] else {
        return fail("features is not an array of objects (3.3)")
      }
      var identifiers: Set<String> = []
      for object in features {
        feature = object["id"] as? String ?? "?"
        if object["type"] as? String != "Feature" { fail("type is not Feature (3.2)") }
        guard let id = object["id"] as? String, !id.isEmpty else {
          fail("id is not a string")
          continue
        }
        if !identifiers.insert(id).inserted { fail("id occurs twice") }
        if object["properties"] as? [String: Any] == nil && !(object["properties"] is NSNull) {
          fail("properties is neither object nor null (3.2)")
        }
        switch object["geometry"] {
        case is NSNull: break
        case let geometry as [String: Any]: self.geometry(geometry)
        default: fail("geometry is neither object nor null (3.2)")
        }
      }
      feature = "collection"
      boundingBox(root["bbox"])
    }

    private mutating func boundingBox(_ member: Any?) {
      guard west <= east else {
        if member != nil { fail("bbox of nothing") }
        return
      }
      guard let box = (member as? [NSNumber])?.map(\.doubleValue), box.count == 4 else {
        return fail("bbox is not four numbers (section 5)")
      }
      if box[1] != south || box[3] != north { fail("bbox: south or north is wrong") }
      if box[0] <= box[2] {
        if box[0] != west || box[2] != east { fail("bbox: west or east is wrong") }
      } else {
        // Over the antimeridian (5.2): each span lies in one arm, and both sides are touched.
        for span in spans where !(span.0 >= box[0] || span.1 <= box[2]) {
          fail("bbox: \(span) lies outside")
        }
        if !spans.contains(where: { $0.0 == box[0] }) { fail("bbox: west is not touched") }
        if !spans.contains(where: { $0.1 == box[2] }) { fail("bbox: east is not touched") }
      }
    }

    private mutating func geometry(_ object: [String: Any]) {
      for member in ["geometry", "properties", "features", "crs"] where object[member] != nil {
        fail("geometry has \(member) (section 7.1)")
      }
      let coordinates = object["coordinates"] ?? NSNull()
      switch object["type"] as? String {
      case "Point": span([position(coordinates)])
      case "MultiPoint": for part in parts(coordinates) { span([position(part)]) }
      case "LineString": line(coordinates)
      case "MultiLineString": for part in parts(coordinates) { line(part) }
      case "Polygon": polygon(coordinates)
      case "MultiPolygon": for part in parts(coordinates) { polygon(part) }
      default: fail("type is no geometry this project writes")
      }
    }

    private mutating func parts(_ value: Any) -> [Any] {
      guard let parts = value as? [Any], !parts.isEmpty else {
        fail("an array is missing or empty")
        return []
      }
      return parts
    }

    private mutating func position(_ value: Any) -> Position? {
      guard let numbers = (value as? [NSNumber])?.map(\.doubleValue), numbers.count == 2 else {
        fail("a position is not two numbers (3.1.1)")
        return nil
      }
      if abs(numbers[0]) > 180 { fail("longitude \(numbers[0])") }
      if abs(numbers[1]) > 90 { fail("latitude \(numbers[1])") }
      return (numbers[0], numbers[1])
    }

    private mutating func run(_ value: Any) -> [Position] {
      let positions = parts(value).map { position($0) }.compactMap { $0 }
      for (a, b) in zip(positions, positions.dropFirst()) {
        if a == b { fail("position \(a) is repeated") }
        if abs(a.x - b.x) > 180 && abs(a.x - b.x) < 360 {
          fail("a step across the antimeridian (3.1.9)")
        }
      }
      return positions
    }

    private mutating func span(_ run: [Position?]) {
      let run = run.compactMap { $0 }
      for position in run {
        west = min(west, position.x)
        east = max(east, position.x)
        south = min(south, position.y)
        north = max(north, position.y)
      }
      if let least = run.map(\.x).min(), let most = run.map(\.x).max() {
        spans.append((least, most))
      }
    }

    private mutating func line(_ value: Any) {
      let positions = run(value)
      if positions.count < 2 { fail("a line of fewer than two positions (3.1.4)") }
      span(positions)
    }

    private mutating func polygon(_ value: Any) {
      for (index, part) in parts(value).enumerated() {
        let ring = run(part)
        guard ring.count >= 4 else {
          fail("a ring of fewer than four positions (3.1.6)")
          continue
        }
        if let first = ring.first, let last = ring.last, first != last {
          fail("a ring is not closed (3.1.6)")
        }
        let origin = ring[0]
        var area = 0.0
        for (a, b) in zip(ring, ring.dropFirst()) {
          area += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
        }
        if area == 0 { fail("a ring without area") }
        if (area > 0) != (index == 0) { fail("right-hand rule in ring \(index) (3.1.6)") }
        if index == 0 { span(ring) }
      }
    }

    /// The numbers of `coordinates` and `bbox` as they are written: minimal decimals, no exponent.
    mutating func decimalsInText(_ text: String) {
      feature = "text"
      for key in ["\"coordinates\":", "\"bbox\":"] {
        for part in text.components(separatedBy: key).dropFirst() {
          let array = part.prefix { "[]-+., \t\n".contains($0) || $0.isNumber || $0 == "e" }
          for number in array.split(whereSeparator: { "[], \t\n".contains($0) }) {
            let fraction = number.split(separator: ".", omittingEmptySubsequences: false)
            if number.contains("e") || number.hasPrefix("+") || number == "-0" {
              fail("\(number) is not in minimal decimal form")
            }
            guard fraction.count == 2 else { continue }
            if fraction[1].count > decimals { fail("\(number) has too many decimals") }
            if fraction[1].hasSuffix("0") || fraction[1].isEmpty {
              fail("\(number) is not in minimal decimal form")
            }
          }
        }
      }
    }
  }
}
