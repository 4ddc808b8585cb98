internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// Where hazards lie on roads.
struct RoadHazards: Sendable {
  /// What a stretch of road is, as labels of ``LineStretches``; the graver the greater.
  enum Label {
    static let safe: Int32 = 0
    static let unknown: Int32 = 1
    static let hazardous: Int32 = 2
  }

  /// For each hazard and each edge of the roads its stretches; `nil` for an edge that is safe.
  let edges: [[LineStretches?]]

  /// Kilometres of road in one hazard, in micrometres.
  struct HazardLengths: Sendable, Hashable {
    /// In the hazard: hardened, unhardened, of unknown surface.
    var hazardous: [Micrometres] = [0, 0, 0]
    /// Where it is not known whether the hazard lies there.
    var unknown: Micrometres = 0
    /// Bridges of which a part lies in the hazard.
    var bridges = 0
  }

  /// The lengths for each hazard.
  struct Lengths: Sendable, Hashable {
    var hazards: [HazardLengths]
  }

  /// The lengths by unit of a level, and for all units.
  struct ByUnit: Sendable {
    var units: [Lengths]
    var total: Lengths
  }

  /// The stretches of each edge by the hazards `chosen` together: where several lie the gravest.
  func together(_ chosen: [Int], roads: NodedLines) -> [LineStretches?] {
    (0..<roads.edgeCount).map { edge in
      chosen.reduce(nil) { found, number in
        guard let own = edges[number][edge] else { return found }
        return found.map { $0.greatest(with: own) } ?? own
      }
    }
  }

  /// The lengths in the units of a level; `areas` are the units' outlines.
  func lengths(
    in units: [AdministrativeUnit], roads: RoadNetwork, sections: RoadSections, jobs: Int
  ) async throws -> ByUnit {
    let cutter = AreaCutter(units.map { (code: $0.code ?? "", polygons: $0.polygons) })
    let count = roads.edges.edgeCount
    let edges = self.edges
    let touched = (0..<count).filter { edge in edges.contains { $0[edge] != nil } }
    let hazardCount = edges.count
    let parts = try await OrderedWork.mapRuns(
      count: touched.count, jobs: jobs, longest: 1024,
      makeState: { AreaCutter.Walk(cutter) },
      body: { range, walk in
        range.map { index -> [Piece] in
          let edge = touched[index]
          let line = roads.edges.shapes[edge]
          guard line.count > 1 else { return [] }
          let own = walk.stretches(line)
          var pieces: [Piece] = []
          for hazard in 0..<hazardCount {
            guard let labels = edges[hazard][edge] else { continue }
            own.forEach(along: labels) { unit, label, part in
              guard unit >= 0, label != Label.safe else { return }
              pieces.append(
                Piece(
                  unit: unit, hazard: hazard, edge: edge, label: label,
                  length: part.upperBound - part.lowerBound))
            }
          }
          return pieces
        }
      })
    let none = Lengths(hazards: [HazardLengths](repeating: HazardLengths(), count: hazardCount))
    var result = ByUnit(units: [Lengths](repeating: none, count: units.count), total: none)
    var bridges = [[Set<Int32>]](
      repeating: [Set<Int32>](repeating: [], count: hazardCount), count: units.count + 1)
    for piece in parts.joined() {
      let unit = Int(piece.unit)
      guard piece.label == Label.hazardous else {
        result.units[unit].hazards[piece.hazard].unknown += piece.length
        result.total.hazards[piece.hazard].unknown += piece.length
        continue
      }
      let tier = Self.place(of: roads.surfaceTiers[piece.edge])
      result.units[unit].hazards[piece.hazard].hazardous[tier] += piece.length
      result.total.hazards[piece.hazard].hazardous[tier] += piece.length
      let section = sections.sectionOfEdge[piece.edge]
      if sections.isBridge(Int(section)) {
        bridges[unit][piece.hazard].insert(section)
        bridges[units.count][piece.hazard].insert(section)
      }
    }
    for hazard in 0..<hazardCount {
      for unit in units.indices {
        result.units[unit].hazards[hazard].bridges = bridges[unit][hazard].count
      }
      result.total.hazards[hazard].bridges = bridges[units.count][hazard].count
    }
    return result
  }

  /// A stretch of an edge in one unit.
  private struct Piece: Sendable {
    let unit: Int32
    let hazard: Int
    let edge: Int
    let label: Int32
    let length: Micrometres
  }

  /// The place of a tier among the lengths.
  private static func place(of tier: EdgeTier) -> Int {
    switch tier {
    case .clear: 0
    case .adverse: 1
    case .unknown: 2
    }
  }
}
