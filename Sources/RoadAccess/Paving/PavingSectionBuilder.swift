import GeoAlgorithms
import GeoModel

/// Finds the sections of a network that are not hardened and lead somewhere.
struct PavingSectionBuilder {
  private let access: AccessNetwork
  /// Joins what is hardened.
  private var places: DisjointSets
  private var isKept: [Bool]
  /// Whether a piece can be a part of a section.
  private var isOpen: [Bool]
  private let tiers: [EdgeTier]
  /// Whether something hardened ends at a node.
  private var isHardenedEnd: [Bool]

  /// Joins what is hardened, and what is of unknown surface where that counts as hardened.
  init(
    _ access: AccessNetwork, isUnknownHardened: Bool, isHardeningAllowed: Bool
  ) {
    self.access = access
    let pieces = access.pieces
    let tiers = pieces.edges.map { access.roads.surfaceTiers[Int($0)] }
    var places = DisjointSets(count: pieces.nodes.count)
    var isOpen = [Bool](repeating: false, count: pieces.pieceCount)
    var isHardenedEnd = [Bool](repeating: false, count: pieces.nodes.count)
    for piece in 0..<pieces.pieceCount {
      let (from, to) = (pieces.origins[piece], pieces.destinations[piece])
      let isHardened =
        tiers[piece] == .clear || pieces.lengths[piece] == 0
        || (tiers[piece] == .unknown && isUnknownHardened)
      if isHardened {
        places.unite(from, to)
        isHardenedEnd[Int(from)] = true
        isHardenedEnd[Int(to)] = true
      } else {
        isOpen[piece] = tiers[piece] == .unknown || isHardeningAllowed
      }
    }
    self.places = places
    self.isOpen = isOpen
    self.tiers = tiers
    self.isHardenedEnd = isHardenedEnd
    isKept = [Bool](repeating: false, count: pieces.nodes.count)
  }

  /// Sections end at these nodes, and lead to them.
  mutating func keep(_ nodes: some Sequence<Int32>) {
    for node in nodes { isKept[Int(node)] = true }
  }

  /// The node that stands for all that are joined with `node`.
  mutating func place(of node: Int32) -> Int32 { places.root(of: node) }

  /// The sections, from the end with the lesser position, in the order of their ends.
  mutating func sections() -> [PavingNetwork.Section] {
    removeDeadEnds()
    let joints = Joints(access.pieces, isOpen: isOpen)
    var isUsed = [Bool](repeating: false, count: access.pieces.pieceCount)
    var sections: [PavingNetwork.Section] = []
    for piece in 0..<access.pieces.pieceCount where isOpen[piece] && !isUsed[piece] {
      isUsed[piece] = true
      let back = chain(from: piece, leaving: access.pieces.origins[piece], joints, &isUsed)
      let forth = chain(from: piece, leaving: access.pieces.destinations[piece], joints, &isUsed)
      let turned = back.reversed().map {
        PavingNetwork.OrientedPiece(piece: $0.piece, isReversed: !$0.isReversed)
      }
      let own = PavingNetwork.OrientedPiece(piece: Int32(piece), isReversed: false)
      if let section = section(of: turned + [own] + forth) { sections.append(section) }
    }
    return sorted(sections)
  }

  /// The pieces that follow `piece` over `node` as one section with it.
  private func chain(
    from piece: Int, leaving node: Int32, _ joints: Joints, _ isUsed: inout [Bool]
  ) -> [PavingNetwork.OrientedPiece] {
    var chain: [PavingNetwork.OrientedPiece] = []
    var (piece, node) = (piece, node)
    while !isKept[Int(node)], !isHardenedEnd[Int(node)],
      let next = joints.other(than: piece, at: node), !isUsed[next], isAlike(piece, next)
    {
      isUsed[next] = true
      let isReversed = access.pieces.origins[next] != node
      chain.append(PavingNetwork.OrientedPiece(piece: Int32(next), isReversed: isReversed))
      node = isReversed ? access.pieces.origins[next] : access.pieces.destinations[next]
      piece = next
    }
    return chain
  }

  /// Whether two pieces have one class, surface and bridge, and the same is known of their surface: by
  /// another field it may be of one and not of the other.
  private func isAlike(_ left: Int, _ right: Int) -> Bool {
    let lines = [left, right].map { Int(access.roads.edges.lines[Int(access.pieces.edges[$0])]) }
    let roads = access.roads.attributes
    return roads.classes[lines[0]] == roads.classes[lines[1]]
      && roads.surfaces[lines[0]] == roads.surfaces[lines[1]]
      && roads.bridges[lines[0]] == roads.bridges[lines[1]] && tiers[left] == tiers[right]
  }

  private mutating func section(
    of chain: [PavingNetwork.OrientedPiece]
  ) -> PavingNetwork.Section? {
    guard let first = chain.first, let last = chain.last else { return nil }
    let pieces = access.pieces
    var from =
      first.isReversed ? pieces.destinations[Int(first.piece)] : pieces.origins[Int(first.piece)]
    var to =
      last.isReversed ? pieces.origins[Int(last.piece)] : pieces.destinations[Int(last.piece)]
    var chain = chain
    // A ring that begins and ends in one place serves nobody.
    guard places.root(of: from) != places.root(of: to) else { return nil }
    if pieces.nodes[Int(to)] < pieces.nodes[Int(from)] {
      swap(&from, &to)
      chain = chain.reversed().map {
        PavingNetwork.OrientedPiece(piece: $0.piece, isReversed: !$0.isReversed)
      }
    }
    return PavingNetwork.Section(
      from: from, to: to, length: chain.reduce(0) { $0 + pieces.lengths[Int($1.piece)] },
      line: access.roads.edges.lines[Int(pieces.edges[Int(first.piece)])],
      tier: tiers[Int(first.piece)], pieces: chain)
  }

  private func sorted(_ sections: [PavingNetwork.Section]) -> [PavingNetwork.Section] {
    let nodes = access.pieces.nodes
    let roads = access.roads.attributes
    func key(_ section: PavingNetwork.Section) -> (Coordinate, Coordinate, Micrometres) {
      (nodes[Int(section.from)], nodes[Int(section.to)], section.length)
    }
    // Roads drawn one upon the other differ in what the source says of them.
    func words(_ section: PavingNetwork.Section) -> (String, String, Int, Int) {
      let line = Int(section.line)
      return (
        roads.className(line) ?? "", roads.surfaceName(line) ?? "", roads.bridges[line] ? 1 : 0,
        section.tier == .unknown ? 1 : 0
      )
    }
    return sections.sorted { left, right in
      let (one, other) = (key(left), key(right))
      return one != other ? one < other : words(left) < words(right)
    }
  }

  /// Closes what leads neither to a village nor to a centre, end by end.
  private mutating func removeDeadEnds() {
    let pieces = access.pieces
    var degrees: [Int32: Int] = [:]
    var isKeptPlace = Set<Int32>()
    for node in isKept.indices where isKept[node] {
      isKeptPlace.insert(places.root(of: Int32(node)))
    }
    var piecesAt: [Int32: [Int32]] = [:]
    for piece in isOpen.indices where isOpen[piece] {
      for node in [pieces.origins[piece], pieces.destinations[piece]] {
        let place = places.root(of: node)
        degrees[place, default: 0] += 1
        piecesAt[place, default: []].append(Int32(piece))
      }
    }
    var pending = degrees.keys.filter { degrees[$0] == 1 && !isKeptPlace.contains($0) }
    while let place = pending.popLast() {
      guard degrees[place] == 1,
        let piece = piecesAt[place]?.first(where: { isOpen[Int($0)] })
      else { continue }
      isOpen[Int(piece)] = false
      for node in [pieces.origins[Int(piece)], pieces.destinations[Int(piece)]] {
        let end = places.root(of: node)
        degrees[end, default: 1] -= 1
        if degrees[end] == 1, !isKeptPlace.contains(end) { pending.append(end) }
      }
    }
  }
}

/// The open pieces at each node where just two of them meet.
private struct Joints {
  private var counts: [UInt8]
  private var firsts: [Int32]
  private var seconds: [Int32]

  init(_ pieces: SplitNetwork, isOpen: [Bool]) {
    counts = [UInt8](repeating: 0, count: pieces.nodes.count)
    firsts = [Int32](repeating: -1, count: pieces.nodes.count)
    seconds = [Int32](repeating: -1, count: pieces.nodes.count)
    for piece in isOpen.indices where isOpen[piece] {
      for node in [Int(pieces.origins[piece]), Int(pieces.destinations[piece])] {
        if counts[node] == 0 { firsts[node] = Int32(piece) }
        if counts[node] == 1 { seconds[node] = Int32(piece) }
        counts[node] = min(3, counts[node] + 1)
      }
    }
  }

  /// The other piece at a node where just two meet.
  func other(than piece: Int, at node: Int32) -> Int? {
    guard counts[Int(node)] == 2, firsts[Int(node)] != seconds[Int(node)] else { return nil }
    return Int(firsts[Int(node)]) == piece ? Int(seconds[Int(node)]) : Int(firsts[Int(node)])
  }
}
