public import GeoAlgorithms
public import GeoModel

/// The part of a road network that hardening can change, as sections between the places where
/// something else begins.
///
/// What is hardened is one node. A section runs on while class, surface and bridge stay the same and
/// nothing that matters joins: so neither the cutting nor the direction nor the order of the lines
/// shows. Dead ends that lead to no village and no centre are left out.
public struct PavingNetwork: Sendable {
  /// A section of road that is not hardened.
  public struct Section: Sendable, Hashable {
    /// The node at the beginning; the end with the lesser position.
    public var from: Int32
    /// The node at the end.
    public var to: Int32
    /// The length in micrometres.
    public var length: Micrometres
    /// A line of the source that it is a part of: for class, surface and bridge.
    public var line: Int32
    /// Unknown or adverse.
    public var tier: EdgeTier
    /// The pieces of the network in order, and whether each is travelled from its own end.
    var pieces: [OrientedPiece]
  }

  /// A piece of the network on the way.
  struct OrientedPiece: Sendable, Hashable {
    var piece: Int32
    var isReversed: Bool
  }

  /// The sections in the order of their beginnings and ends.
  public let sections: [Section]
  /// The villages that are judged, as the network numbers them, in order.
  public let villages: [Int]
  let access: AccessNetwork
  let nodeCount: Int
  let roots: [[Int32]]
  let demands: [(nodes: [Int32], unit: Int)]

  /// Takes from `access` what hardening can change for the villages that `isWanted`.
  ///
  /// - Parameters:
  ///   - access: the roads with all villages and centres.
  ///   - isUnknownHardened: whether a road of unknown surface is taken as hardened.
  ///   - isHardeningAllowed: whether sections known not to be hardened may be chosen; where not, the
  ///     network holds what is of unknown surface alone.
  ///   - isWanted: whether a village, by its index in `access`, is to be judged; one without a place, a
  ///     unit or a centre never is.
  public init(
    _ access: AccessNetwork, isUnknownHardened: Bool,
    isHardeningAllowed: Bool = true, isWanted: (Int) -> Bool = { _ in true }
  ) {
    self.access = access
    let villages = access.villages.indices.filter { village in
      guard let unit = access.villages[village].unit, isWanted(village) else { return false }
      return !access.centresByUnit[unit].isEmpty && access.villages[village].position != nil
    }
    self.villages = villages
    let units = Set(villages.compactMap { access.villages[$0].unit })
    var rootNodes = [[Int32]](repeating: [], count: access.unitCount)
    for unit in units {
      rootNodes[unit] = access.centresByUnit[unit].flatMap { access.centreNodes[$0] }
    }
    var builder = PavingSectionBuilder(
      access, isUnknownHardened: isUnknownHardened,
      isHardeningAllowed: isHardeningAllowed)
    builder.keep(rootNodes.joined())
    for village in villages { builder.keep(access.villageNodes[village]) }
    let sections = builder.sections()
    // Numbers follow the sections, not the order of the lines.
    var numbers: [Int32: Int32] = [:]
    func number(_ node: Int32) -> Int32 {
      let place = builder.place(of: node)
      if let number = numbers[place] { return number }
      let number = Int32(numbers.count)
      numbers[place] = number
      return number
    }
    self.sections = sections.map { section in
      var section = section
      section.from = number(section.from)
      section.to = number(section.to)
      return section
    }
    roots = rootNodes.map { $0.map(number) }
    demands = villages.map { village in
      (access.villageNodes[village].map(number), access.villages[village].unit ?? 0)
    }
    nodeCount = numbers.count
  }

  /// The question which sections to pave.
  ///
  /// - Parameters:
  ///   - costs: what each section costs, in whole units.
  ///   - weights: what each village of ``villages`` counts.
  public func problem(costs: [Int], weights: [Int]) -> PavingProblem {
    PavingProblem(
      nodeCount: nodeCount,
      links: zip(sections, costs).map {
        PavingProblem.Link(from: $0.from, to: $0.to, cost: $1)
      }, roots: roots,
      demands: zip(demands, weights).map {
        PavingProblem.Demand(nodes: $0.nodes, group: $0.unit, weight: $1)
      })
  }

  /// The lines of the source that a section runs along, in the order of its run.
  public func lines(of section: Section) -> [Int] {
    section.pieces.map {
      Int(access.roads.edges.lines[Int(access.pieces.edges[Int($0.piece)])])
    }
  }

  /// The class of a section as text; `nil` where the source gives none.
  public func className(_ section: Section) -> String? {
    access.roads.attributes.className(Int(section.line))
  }

  /// The present surface of a section as the source spells it; `nil` where it gives none.
  public func surfaceName(_ section: Section) -> String? {
    access.roads.attributes.surfaceName(Int(section.line))
  }

  /// Whether a section is a bridge.
  public func isBridge(_ section: Section) -> Bool {
    access.roads.attributes.bridges[Int(section.line)]
  }

  /// The positions of a section from its beginning to its end, longitude and latitude in degrees.
  public func shape(of section: Section) -> [Coordinate] {
    var shape: [Coordinate] = []
    for piece in section.pieces {
      let own = access.shape(ofPiece: Int(piece.piece))
      shape += (piece.isReversed ? own.reversed() : own).dropFirst(shape.isEmpty ? 0 : 1)
    }
    return shape
  }
}

extension AccessNetwork {
  /// The positions of a piece from its first node to its last.
  func shape(ofPiece piece: Int) -> [Coordinate] {
    let first = pieces.nodes[Int(pieces.origins[piece])]
    let last = pieces.nodes[Int(pieces.destinations[piece])]
    let start = pieces.offsets[piece]
    let end = start + pieces.lengths[piece]
    var shape = [first]
    var offset: Micrometres = 0
    var previous: Coordinate?
    for position in roads.edges.shapes[Int(pieces.edges[piece])] {
      if let previous { offset += ShortGeodesic.micrometres(from: previous, to: position) }
      previous = position
      if offset > start, offset < end { shape.append(position) }
    }
    return shape + [last]
  }
}
