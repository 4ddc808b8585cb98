public import GeoAlgorithms

/// Kilometres of road by what is known of their surface; in whole micrometres, so that the order in
/// which they are summed changes nothing.
public struct SurfaceLengths: Sendable, Hashable {
  /// Of hardened roads.
  public var hardened: Micrometres = 0
  /// Of roads known not to be.
  public var unhardened: Micrometres = 0
  /// Of roads whose surface is not known.
  public var unknown: Micrometres = 0

  /// No road.
  public init() {}

  /// All roads.
  public var all: Micrometres { hardened + unhardened + unknown }

  mutating func add(_ length: Micrometres, _ tier: EdgeTier) {
    switch tier {
    case .clear: hardened += length
    case .adverse: unhardened += length
    case .unknown: unknown += length
    }
  }

  /// The sum of two.
  public static func += (left: inout SurfaceLengths, right: SurfaceLengths) {
    left.hardened += right.hardened
    left.unhardened += right.unhardened
    left.unknown += right.unknown
  }
}

/// How much road lies in each unit, by class and surface, and how much outside all.
///
/// Every bit of an edge is counted in one place (`AreaCutter`), so units and outside are the whole
/// network together, to the micrometre.
public struct RoadLengths: Sendable {
  /// The lengths of one class in one unit.
  public struct Entry: Sendable, Hashable {
    /// The unit, an index; −1 outside all.
    public var unit: Int32
    /// The class, an index of the table's names; −1 where the source gives none.
    public var roadClass: Int32
    /// The lengths.
    public var lengths: SurfaceLengths
  }

  /// For each unit the sum over the classes.
  public let units: [SurfaceLengths]
  /// Outside all units.
  public let outside: SurfaceLengths
  /// What is more than nothing, by unit (outside first) and class.
  public let entries: [Entry]
  /// How often a road passes from a unit to the outside, or back.
  public let borderCrossings: Int

  /// What some edges have in the units.
  public struct Part: Sendable {
    var sums: [Int64: SurfaceLengths] = [:]
    var borderCrossings = 0
  }

  /// Cuts the edges `range` of `network`. Depends on nothing else, so that a caller may divide the
  /// edges among workers, each with a walk of its own, and ``init(_:unitCount:)`` adds up the parts.
  ///
  /// - Parameters:
  ///   - network: the roads, with what is known of the surface of each edge.
  ///   - classes: for each line of the input its class, as `RoadTable/classes`.
  ///   - range: the edges that are counted, 0 ..< the number of edges for all.
  ///   - walk: a walk of a cutter whose areas are the units, in their order; one a worker.
  public static func part(
    of network: RoadNetwork, classes: [Int32], edges range: Range<Int>,
    by walk: inout AreaCutter.Walk
  ) -> Part {
    var part = Part()
    let edges = network.edges
    for edge in range {
      let line = edges.shapes[edge]
      guard line.count > 1 else { continue }
      walk.cut(line, length: edges.lengths[edge])
      let roadClass = classes[Int(edges.lines[edge])]
      for piece in walk.pieces {
        let key = Int64(piece.area + 1) << 32 | Int64(roadClass + 1)
        part.sums[key, default: SurfaceLengths()].add(piece.length, network.surfaceTiers[edge])
      }
      part.borderCrossings += walk.outsideChanges
    }
    return part
  }

  /// The sum of all parts.
  public init(_ parts: [Part], unitCount: Int) {
    var sums: [Int64: SurfaceLengths] = [:]
    for part in parts {
      for (key, lengths) in part.sums { sums[key, default: SurfaceLengths()] += lengths }
    }
    var units = [SurfaceLengths](repeating: SurfaceLengths(), count: unitCount)
    var outside = SurfaceLengths()
    entries = sums.sorted { $0.key < $1.key }.map { key, lengths in
      Entry(
        unit: Int32(truncatingIfNeeded: key >> 32) - 1,
        roadClass: Int32(truncatingIfNeeded: key & 0xFFFF_FFFF) - 1, lengths: lengths)
    }
    for entry in entries {
      if entry.unit >= 0 {
        units[Int(entry.unit)] += entry.lengths
      } else {
        outside += entry.lengths
      }
    }
    self.units = units
    self.outside = outside
    borderCrossings = parts.reduce(0) { $0 + $1.borderCrossings }
  }

  /// The whole network: units and outside.
  public var network: SurfaceLengths {
    units.reduce(into: outside) { $0 += $1 }
  }
}
