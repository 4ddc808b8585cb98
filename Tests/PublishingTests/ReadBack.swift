import Foundation
import GeoModel

/// A GeoJSON file as Foundation reads it.
struct ReadBack {
  let features: [[String: Any]]
  let box: [Double]?

  init(_ bytes: [UInt8]) throws {
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    features = root?["features"] as? [[String: Any]] ?? []
    box = (root?["bbox"] as? [NSNumber])?.map(\.doubleValue)
  }

  /// The rings of each polygon of a feature.
  func polygons(of index: Int) -> [[[Coordinate]]] {
    let geometry = features[index]["geometry"] as? [String: Any]
    let coordinates = geometry?["coordinates"] as? [Any] ?? []
    let areas = geometry?["type"] as? String == "Polygon" ? [coordinates] : coordinates
    return areas.map { area in
      (area as? [Any] ?? []).map { ring in (ring as? [Any] ?? []).compactMap(position) }
    }
  }

  /// All positions of a feature, in order.
  func positions(of index: Int) -> [Coordinate] {
    func collect(_ value: Any) -> [Coordinate] {
      if let position = position(value) { return [position] }
      return (value as? [Any] ?? []).flatMap(collect)
    }
    return collect((features[index]["geometry"] as? [String: Any])?["coordinates"] ?? [])
  }

  private func position(_ value: Any) -> Coordinate? {
    guard let pair = value as? [NSNumber], pair.count == 2 else { return nil }
    return Coordinate(x: pair[0].doubleValue, y: pair[1].doubleValue)
  }
}
