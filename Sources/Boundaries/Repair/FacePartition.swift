import GEOSKit
import GeoAlgorithms
import GeoModel

/// The faces into which the borders of the units that take part in a fault cut the plane, and who
/// gets each. Units are named by their places in the order of the codes.
struct FacePartition {
  private let input: CoverageInput
  private let faces: [Polygon]
  /// The units that take part in a fault.
  private let affected: [Int]
  /// For each face the units that covered it.
  private let covering: [[Int]]
  /// For each face the ones it borders on, with the metres of common border.
  private let borders: [[(face: Int, metres: Double)]]
  /// For each face the units that get it; none for a gap that is left, several where doubled
  /// units are left as they are.
  private var owners: [[Int]]

  init(_ input: CoverageInput) throws(GEOSError) {
    self.input = input
    let edges = CoverageEdges(input.polygons)
    var affected = Set(edges.loose.map { Int($0.unit) })
    affected.formUnion(input.mended)
    affected.formUnion(try Self.coveredUnits(input, edges))
    self.affected = affected.sorted()
    let lines = self.affected.flatMap { unit in
      input.polygons[unit].flatMap { $0.rings.map(\.coordinates) }
    }
    faces = try Linework.faces(of: lines).map(\.woundByRightHandRule)
    var counter = CoverageCounter(input.polygons, tree: input.tree)
    covering = faces.map { counter.units(covering: $0) }
    owners = covering.map { $0.count == 1 ? $0 : [] }
    borders = Self.borders(of: faces)
  }

  /// The units that meet a face which several cover: they may have no loose edge, where another
  /// was laid over them.
  private static func coveredUnits(
    _ input: CoverageInput, _ edges: CoverageEdges
  ) throws(GEOSError) -> Set<Int> {
    var counter = CoverageCounter(input.polygons, tree: input.tree)
    var found: Set<Int> = []
    for face in try Linework.faces(of: edges.chains) where counter.units(covering: face).count > 1 {
      found.formUnion(input.tree.items(meeting: face.boundingBox))
    }
    return found
  }

  private static func borders(of faces: [Polygon]) -> [[(face: Int, metres: Double)]] {
    let edges = CoverageEdges(faces.map { [$0] })
    var borders = [[(face: Int, metres: Double)]](repeating: [], count: faces.count)
    for (pair, metres) in edges.sharedMetres.sorted(by: { $0.key < $1.key }) {
      borders[pair.first].append((pair.second, metres))
      borders[pair.second].append((pair.first, metres))
    }
    return borders
  }

  /// Gives each face that several units cover to one of them.
  mutating func settleOverlaps() {
    let withGround = Set(owners.joined())
    var pending: [Int] = []
    for (face, claimants) in covering.enumerated() where claimants.count > 1 {
      let landless = claimants.filter { !withGround.contains($0) }
      if landless.isEmpty { pending.append(face) } else { owners[face] = landless }
    }
    let claims = covering
    settle(pending) { face, owner in claims[face].contains(owner) }
    for face in pending where owners[face].isEmpty { owners[face] = [covering[face][0]] }
  }

  /// Gives the narrow gaps to their neighbours.
  mutating func settleGaps(rules: CoverageRules) {
    let narrow = faces.indices.filter { face in
      guard owners[face].isEmpty else { return false }
      let piece = CoveragePiece(faces[face])
      return piece.width < rules.sliverWidth || piece.area < rules.pinholeArea
    }
    settle(narrow) { _, _ in true }
  }

  /// Gives each of `pending` to the allowed owner around it with the longest border, round by
  /// round: a face without a settled neighbour waits until it has one. Each round sees only what
  /// the rounds before settled, so the order of the faces decides nothing.
  private mutating func settle(_ pending: [Int], isAllowed: (Int, Int) -> Bool) {
    var waiting = pending
    while !waiting.isEmpty {
      var settled: [(face: Int, owner: Int)] = []
      for face in waiting {
        var metres: [Int: Double] = [:]
        for border in borders[face] {
          guard owners[border.face].count == 1 else { continue }
          let owner = owners[border.face][0]
          if isAllowed(face, owner) { metres[owner, default: 0] += border.metres }
        }
        let best = metres.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let best { settled.append((face, best.key)) }
      }
      guard !settled.isEmpty else { return }
      for choice in settled { owners[choice.face] = [choice.owner] }
      waiting.removeAll { !owners[$0].isEmpty }
    }
  }

  /// The new polygons of the affected units, in the order of the codes.
  func polygonsByUnit() throws(GEOSError) -> [(unit: Int, polygons: [Polygon])] {
    var parts: [Int: [Polygon]] = [:]
    for (face, owners) in owners.enumerated() {
      for owner in owners { parts[owner, default: []].append(faces[face]) }
    }
    var result: [(unit: Int, polygons: [Polygon])] = []
    for unit in affected {
      let joined = try Overlay.coverageUnion(parts[unit] ?? [])
      guard !joined.isEmpty else { continue }
      result.append((unit, joined.map(\.woundByRightHandRule)))
    }
    return result
  }
}
