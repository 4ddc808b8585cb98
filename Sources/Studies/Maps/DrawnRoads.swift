internal import Cartography
internal import GeoAlgorithms
internal import RoadAccess

/// The roads of a network as they are drawn: by surface, main roads heavier.
struct DrawnRoads {
  /// The layer.
  let layer: MapLayer
  /// The surfaces that are there.
  private(set) var surfaces: Set<RoadSymbols.Surface> = []
  /// Whether some of the roads are main roads.
  private(set) var hasMain = false

  /// The edges of `network`; `classes` holds the class of each line of its table. Edges, not lines,
  /// because a line that lies there twice would fill the gaps of its own dashes.
  init(_ network: RoadNetwork, classes: [String?]) {
    var numbers: [Int16] = []
    numbers.reserveCapacity(network.edges.edgeCount)
    for edge in 0..<network.edges.edgeCount {
      let surface: RoadSymbols.Surface =
        switch network.surfaceTiers[edge] {
        case .clear: .hardened
        case .adverse: .unhardened
        case .unknown: .unknown
        }
      let isMain =
        classes[Int(network.edges.lines[edge])].map(RoadSymbols.mainClasses.contains) ?? false
      surfaces.insert(surface)
      if isMain { hasMain = true }
      numbers.append(RoadSymbols.index(surface, isMain: isMain))
    }
    layer = MapLayer(
      shapes: .lines(network.edges.shapes), classes: numbers, symbols: RoadSymbols.symbols)
  }
}
