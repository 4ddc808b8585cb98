import GeoAlgorithms
import GeoModel

extension AccessNetwork {
  /// The answer for one village.
  public struct Assessed: Sendable, Hashable {
    /// The village, an index of the villages given.
    public var village: Int
    /// Its access.
    public var access: VillageAccess
  }

  /// A search over this network; one for each worker.
  public func makeSearch() -> AccessSearch {
    oneWays.map { AccessSearch($0) } ?? AccessSearch(tiered)
  }

  /// The villages of every unit, and those outside all units, in the order given.
  public func assess() -> [VillageAccess] { merge([assess(units: 0..<unitCount)]) }

  /// The villages of some units, unit by unit. Depends on nothing but the network and the units,
  /// so that a caller may divide the units among workers and ``merge(_:)`` what they give.
  public func assess(units: Range<Int>) -> [Assessed] {
    var search = makeSearch()
    return units.flatMap { assess(unit: $0, with: &search) }
  }

  /// One answer for each village: those of `parts`, and the ones outside all units.
  public func merge(_ parts: [[Assessed]]) -> [VillageAccess] {
    var result = villages.indices.map { village in
      VillageAccess.unjudged(.outsideUnits, snap: nearestSnap(village))
    }
    for assessed in parts.joined() { result[assessed.village] = assessed.access }
    return result
  }

  /// The villages of one unit: one search from all its centres.
  public func assess(unit: Int, with search: inout AccessSearch) -> [Assessed] {
    assess(unit: unit, with: &search) { assessed, _, _ in assessed }
  }

  /// What `body` makes of the answer for each village of a unit, of the entry that its best path
  /// takes (`nil` where there is none), and of the search, while it still knows the paths.
  func assess<Result>(
    unit: Int, with search: inout AccessSearch,
    body: (Assessed, _ entry: Int?, AccessSearch) -> Result
  ) -> [Result] {
    let villages = villagesByUnit[unit]
    guard !villages.isEmpty else { return [] }
    let centres = centresByUnit[unit]
    let sources = centres.flatMap { centre in
      centreNodes[centre].map { TieredSearch.Source(node: $0, rank: Int32(centre)) }
    }
    let targets = villages.flatMap { villageNodes[$0] }
    let reached =
      sources.isEmpty
      ? targets.map { _ in nil } : search.run(from: sources, to: targets)
    let seasons =
      sources.isEmpty ? nil : search.runBySeason(from: sources, to: targets)
    var next = 0
    return villages.map { village in
      defer { next += villageNodes[village].count }
      let own = next..<(next + villageNodes[village].count)
      let ways = Array(reached[own])
      let best = bestEntry(of: village, ways: ways)
      let allSeason =
        seasons.map { Self.allSeason($0[own]) } ?? allSeason(village, sources: sources)
      let access = judge(
        village, way: best.flatMap { ways[$0] }, entry: best, hasCentre: !centres.isEmpty,
        allSeason: allSeason, hasSources: !sources.isEmpty)
      return body(Assessed(village: village, access: access), best, search)
    }
  }

  /// The entry with the best way; of equally good ones the one whose centre comes first, then the
  /// nearest.
  private func bestEntry(of village: Int, ways: [TieredSearch.Reached?]) -> Int? {
    ways.indices.compactMap { index in ways[index].map { (index, $0) } }.min {
      let (left, right) = ($0.1, $1.1)
      if left.cost != right.cost { return left.cost < right.cost }
      if left.rank != right.rank { return left.rank < right.rank }
      return villageEntries[village][$0.0].distance < villageEntries[village][$1.0].distance
    }?.0
  }

  private func judge(
    _ village: Int, way: TieredSearch.Reached?, entry: Int?, hasCentre: Bool,
    allSeason: Ternary, hasSources: Bool
  ) -> VillageAccess {
    let snap = nearestSnap(village)
    guard hasCentre else { return .unjudged(.noCentre, snap: snap) }
    guard villages[village].position != nil else { return .unjudged(.noPlace, snap: nil) }
    guard snap != nil, hasSources else {
      return .unreached(.noRoadWithinLimit, snap: snap)
    }
    guard let way, let entry else { return .unreached(.otherComponent, snap: snap) }
    let hardened: Ternary =
      way.cost.adverse > 0 ? .no : way.cost.unknown > 0 ? .unknown : .yes
    return VillageAccess(
      car: .yes, allSeason: allSeason, hardened: hardened,
      reason: hardened == .no ? .surfaceGap : nil,
      snap: ShortGeodesic.metres(of: villageEntries[village][entry].distance),
      path: ShortGeodesic.metres(of: way.cost.length),
      gap: ShortGeodesic.metres(of: way.cost.adverse),
      unknown: ShortGeodesic.metres(of: way.cost.unknown), centre: Int(way.rank))
  }

  /// Whether the village is joined to a centre by a path that is all-season, for sure or perhaps.
  /// The path with the fewest metres that are not, then the fewest unknown, has none of a kind
  /// just where some path has none.
  private func allSeason(_ village: Int, sources: [TieredSearch.Source]) -> Ternary {
    func isJoined(_ components: NodeComponents) -> Bool {
      villageNodes[village].contains { node in
        sources.contains { components.areConnected($0.node, node) }
      }
    }
    if isJoined(allSeasonSurely) { return .yes }
    return isJoined(allSeasonPerhaps) ? .unknown : .no
  }

  /// The same by the best ways along the directions of one-way roads.
  private static func allSeason(_ ways: ArraySlice<TieredSearch.Reached?>) -> Ternary {
    guard let best = ways.compactMap({ $0?.cost }).min() else { return .no }
    return best.adverse > 0 ? .no : best.unknown > 0 ? .unknown : .yes
  }

  private func nearestSnap(_ village: Int) -> Double? {
    villageEntries[village].map(\.distance).min().map { ShortGeodesic.metres(of: $0) }
  }
}
