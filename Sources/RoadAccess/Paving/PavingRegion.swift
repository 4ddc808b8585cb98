import GeoAlgorithms

/// Demands of one group that are joined over the same part of the network.
///
/// The demands of a group whose roots lie on the main hardened network fall into many regions that
/// have nothing but the roots in common: what is paved for one is of no use to another.
struct PavingRegion {
  /// The group.
  var group: Int
  /// The demands, in order.
  var demands: [Int]
  /// The half links by which the region is entered from the roots, with the node outside; empty
  /// where the search begins at the roots themselves.
  var entrances: [(node: Int32, link: Int32)] = []

  /// Groups of more demands than this are cut into regions; smaller ones are searched as a whole.
  static let greatestWhole = 100

  /// The regions of a problem, in the order of their first demands within their groups.
  static func regions(of problem: PavingProblem, _ graph: PavingGraph) -> [PavingRegion] {
    var demandsOfGroup = [[Int]](repeating: [], count: problem.roots.count)
    for (index, demand) in problem.demands.enumerated() {
      demandsOfGroup[demand.group].append(index)
    }
    return demandsOfGroup.indices.flatMap { group -> [PavingRegion] in
      let demands = demandsOfGroup[group]
      guard demands.count > greatestWhole else {
        return demands.isEmpty ? [] : [PavingRegion(group: group, demands: demands)]
      }
      return parts(of: group, demands: demands, in: problem, graph)
    }
  }

  /// What is left of a group's network without its roots, part by part.
  private static func parts(
    of group: Int, demands: [Int], in problem: PavingProblem, _ graph: PavingGraph
  ) -> [PavingRegion] {
    var labels = [Int32](repeating: -1, count: problem.nodeCount)
    let isRoot = Set(problem.roots[group])
    var regions: [PavingRegion] = []
    var joined = DisjointSets(count: demands.count)
    var regionOfDemand: [Int32] = []
    for demand in demands {
      var own: Int32 = -1
      for start in problem.demands[demand].nodes {
        if labels[Int(start)] < 0 {
          labels[Int(start)] = Int32(regions.count)
          var region = PavingRegion(group: group, demands: [])
          var pending = [start]
          while let node = pending.popLast() {
            for half in graph.halfLinks(of: node) {
              if isRoot.contains(half.head) {
                region.entrances.append((node, half.link))
              } else if labels[Int(half.head)] < 0 {
                labels[Int(half.head)] = Int32(regions.count)
                pending.append(half.head)
              }
            }
          }
          regions.append(region)
        }
        let label = labels[Int(start)]
        if own >= 0 { joined.unite(own, label) } else { own = label }
      }
      regionOfDemand.append(own)
    }
    return merged(regions, by: &joined, demands: demands, regionOfDemand: regionOfDemand)
  }

  /// A demand with entries into several parts makes one of them.
  private static func merged(
    _ regions: [PavingRegion], by sets: inout DisjointSets, demands: [Int], regionOfDemand: [Int32]
  ) -> [PavingRegion] {
    var places: [Int32: Int] = [:]
    var result: [PavingRegion] = []
    for (demand, own) in zip(demands, regionOfDemand) {
      let root = sets.root(of: own)
      if let place = places[root] {
        result[place].demands.append(demand)
      } else {
        places[root] = result.count
        result.append(PavingRegion(group: regions[0].group, demands: [demand]))
      }
    }
    for (index, region) in regions.enumerated() {
      if let place = places[sets.root(of: Int32(index))] {
        result[place].entrances += region.entrances
      }
    }
    return result
  }
}
