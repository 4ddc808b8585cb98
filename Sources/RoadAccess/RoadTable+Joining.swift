import GeoAlgorithms
import GeoModel

extension RoadTable {
  /// The same roads with near-misses joined: the line that is nearly met gets a vertex at its nearest
  /// place, and a line as long as the miss leads there from the dead end, with what the source
  /// says of the road that ends. Only where both are of one grade: an end under a bridge stays. Gives
  /// the number of ends joined, too.
  func joining(_ misses: [NearMiss]) -> (roads: RoadTable, count: Int) {
    let wanted = misses.filter { attributes.grades[$0.line] == attributes.grades[$0.otherLine] }
    guard !wanted.isEmpty else { return (self, 0) }
    var vertices: [Int: [Vertex]] = [:]
    var links: [(line: Int, shape: [Coordinate])] = []
    for miss in wanted {
      let vertex = vertex(of: miss.otherLine, nearest: miss.place)
      vertices[miss.otherLine, default: []].append(vertex)
      links.append((miss.line, [miss.place, vertex.place]))
    }
    var joined = self
    joined.lines = PolylineSet()
    joined.lines.reserveCapacity(lines: count + links.count, positions: lines.coordinates.count)
    for line in 0..<count {
      guard let own = vertices[line] else {
        joined.lines.append(lines[line])
        continue
      }
      joined.lines.append(Self.line(lines[line], with: own))
    }
    for link in links { joined.append(link.shape, likeLine: link.line) }
    return (joined, wanted.count)
  }

  /// A vertex to be put into a segment of a line.
  private struct Vertex {
    let segment: Int
    let fraction: Double
    let place: Coordinate
  }

  private func vertex(of line: Int, nearest place: Coordinate) -> Vertex {
    let shape = Array(lines[line])
    var best: (projection: SegmentProjection, segment: Int)?
    for segment in shape.indices.dropLast() {
      let projection = ShortGeodesic.projection(
        of: place, onSegmentFrom: shape[segment], to: shape[segment + 1])
      if let found = best, found.projection.distance <= projection.distance { continue }
      best = (projection, segment)
    }
    return Vertex(
      segment: best?.segment ?? 0, fraction: best?.projection.fraction ?? 0,
      place: best?.projection.point ?? place)
  }

  private static func line(_ shape: ArraySlice<Coordinate>, with vertices: [Vertex]) -> [Coordinate]
  {
    let sorted = vertices.sorted { ($0.segment, $0.fraction) < ($1.segment, $1.fraction) }
    var result: [Coordinate] = []
    for (index, position) in shape.enumerated() {
      result.append(position)
      result += sorted.filter { $0.segment == index }.map(\.place)
    }
    return result
  }

  private mutating func append(_ shape: [Coordinate], likeLine line: Int) {
    lines.append(shape)
    attributes.features.append(attributes.features[line])
    attributes.classes.append(attributes.classes[line])
    attributes.surfaces.append(attributes.surfaces[line])
    attributes.evidenceNumbers.append(attributes.evidenceNumbers[line])
    attributes.bridges.append(attributes.bridges[line])
    // What is put between an end and a line leads both ways; the road that ends there says which way.
    attributes.oneWays.append(false)
    attributes.grades.append(attributes.grades[line])
  }
}
