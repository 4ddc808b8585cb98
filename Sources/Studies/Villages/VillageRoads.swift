internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// What is said of the villages' roads beyond the answer for each: the sections of road, and which
/// of them cut villages off.
struct VillageRoads {
  let result: VillagesStudy.Result
  let sections: RoadSections
  let cuts: VillageCuts

  init(_ result: VillagesStudy.Result) {
    self.result = result
    sections = RoadSections(result.placed.roads)
    cuts = VillageCuts(result.placed.network, sections: sections)
  }

  /// How many sections cut a village off, and how many of these are bridges; `nil` where the village
  /// has no path.
  func cutCounts(ofVillage village: Int) -> (sections: Int, bridges: Int)? {
    cuts.sections[village].map { own in
      let distinct = Set(own)
      return (distinct.count, distinct.count { sections.isBridge(Int($0)) })
    }
  }

  /// The best path of every village that has one, in the order of the villages.
  func paths(jobs: Int) async throws -> [VillagePath] {
    let network = result.placed.network
    let sections = sections
    let parts = try await OrderedWork.map(
      count: network.unitCount, jobs: jobs, makeState: { network.makeSearch() },
      body: { unit, search in network.paths(unit: unit, with: &search, along: sections) })
    return parts.flatMap(\.self).sorted { $0.village < $1.village }
  }
}

extension EdgeTier {
  /// Whether what the tier is about holds: hardened, all-season.
  var answer: Ternary {
    switch self {
    case .clear: .yes
    case .unknown: .unknown
    case .adverse: .no
    }
  }
}
