import GEOSKit
import GeoAlgorithms
import GeoModel

/// W3a: what zones of a hazard take of communes, by class.
struct HazardPieces {
  private let communes: [[Polygon]]
  private let zones: [[Polygon]]
  private let classes: [Int32]

  init(_ data: FlatArrays, communes: [[Polygon]]) throws {
    self.communes = communes
    zones = try data.geometries("zones").map { [Polygon(exterior: LinearRing($0))] }
    classes = try data.numbers("zones.class", as: Int32.self)
  }

  /// Prints the km² of each class and of all, and how many pairs an overlay had to settle.
  func report() throws {
    let outlines = zones.map { OverlapOutline($0, metric: .plane) }
    let tree = PackedRTree(outlines.map(\.boundingBox))
    var memory = AreaOverlap()
    var areas: [Int32: Double] = [:]
    var (pairs, overlaid) = (0, 0)
    for commune in communes {
      let outline = OverlapOutline(commune, metric: .plane)
      for zone in tree.items(meeting: outline.boundingBox) {
        pairs += 1
        var area = memory.area(outline, outlines[zone])
        if area == nil {
          overlaid += 1
          area = EdgeArea.area(of: try Overlay.intersection(commune, zones[zone]), metric: .plane)
        }
        areas[classes[zone], default: 0] += area ?? 0
      }
    }
    let classes = areas.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value / 1e6)" }
    print(
      "W3a \(areas.values.reduce(0, +) / 1e6) km² (\(classes.joined(separator: ", "))) of \(pairs)"
        + " pairs, \(overlaid) by overlay")
  }
}
