import GeoAlgorithms
import GeoModel

/// W2c as the peers take it: the ends of paved lines are nodes, villages and centres enter at the nearest
/// of them, and what counts is the length of the way from node to node. The product enters at the nearest
/// point of an edge and travels roads of every surface; the search is the same.
struct NearestNodePlaces {
  private let villages: [Coordinate]
  private let centres: [Coordinate]
  /// The communes of villages (−1 for none) and of centres.
  private let villageCommunes: [Int32]
  private let centreCommunes: [Int32]

  init(_ data: FlatArrays, villages: [Coordinate]) throws {
    self.villages = villages
    centres = try data.geometries("centres").compactMap(\.first)
    villageCommunes = try data.numbers("villages.commune", as: Int32.self)
    centreCommunes = try data.numbers("centres.commune", as: Int32.self)
  }

  /// Prints how many villages reach their commune's centre over `lines`, and by how many kilometres.
  func report(on lines: PolylineSet) {
    let graph = Graph(lines)
    let network = TieredNetwork(
      nodeCount: graph.nodes.count, origins: graph.origins, destinations: graph.destinations,
      lengths: graph.lengths, tiers: [EdgeTier](repeating: .clear, count: graph.lengths.count))
    let tree = PackedRTree(graph.nodes.map { BoundingBox(of: [$0]) })
    func node(_ place: Coordinate) -> Int32 {
      var best = (node: Int32(0), distance: Double.infinity)
      tree.visitNearest(to: place, within: .infinity) { item in
        let (dx, dy) = (graph.nodes[item].x - place.x, graph.nodes[item].y - place.y)
        let distance = (dx * dx + dy * dy).squareRoot()
        if distance < best.distance { best = (Int32(item), distance) }
        return best.distance
      }
      return best.node
    }
    var members = [[Int32]](repeating: [], count: Int(centreCommunes.max() ?? -1) + 1)
    for (place, commune) in zip(villages, villageCommunes) where commune >= 0 {
      members[Int(commune)].append(node(place))
    }
    var search = TieredSearch(network)
    var (reached, sum) = (0, Micrometres(0))
    for (place, commune) in zip(centres, centreCommunes) {
      let source = TieredSearch.Source(node: node(place), rank: 0)
      for way in search.run(from: [source], to: members[Int(commune)]) {
        guard let way else { continue }
        reached += 1
        sum += way.cost.length
      }
    }
    print("W2c \(reached) villages reach their centre, \(Double(sum) / 1e9) km in all")
  }

  /// Lines from node to node, each as long as it is drawn.
  private struct Graph {
    var nodes: [Coordinate] = []
    var origins: [Int32] = []
    var destinations: [Int32] = []
    var lengths: [Micrometres] = []

    init(_ lines: PolylineSet) {
      var numbers: [Coordinate: Int32] = [:]
      for index in 0..<lines.count {
        let line = lines[index]
        guard let first = line.first, let last = line.last else { continue }
        origins.append(number(of: first, &numbers))
        destinations.append(number(of: last, &numbers))
        lengths.append(
          zip(line, line.dropFirst()).reduce(0) {
            $0 + LengthMetric.plane.micrometres(from: $1.0, to: $1.1)
          })
      }
    }

    private mutating func number(
      of place: Coordinate, _ numbers: inout [Coordinate: Int32]
    ) -> Int32 {
      if let number = numbers[place] { return number }
      let number = Int32(nodes.count)
      numbers[place] = number
      nodes.append(place)
      return number
    }
  }
}
