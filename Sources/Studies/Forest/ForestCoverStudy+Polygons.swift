internal import ForestCover
internal import GEOSKit
internal import GeoModel
internal import Plan

extension ForestCoverStudy {
  /// Forest from polygons that all count.
  func polygonAreas(
    of levels: [Study.Level], cover: ForestCoverSource
  ) async throws -> [ForestAreas] {
    let forest = try polygonCover(of: cover)
    return try await areas(of: levels) { polygons, area throws(GEOSError) in
      try forest.areas(in: polygons, area: area)
    }
  }

  /// Forest from the plots of an inventory.
  func plotAreas(
    of levels: [Study.Level], cover: ForestCoverSource, types: ForestTypes
  ) async throws -> [ForestAreas] {
    try await areas(of: levels, inventory: inventory(cover: cover, types: types))
  }

  /// The areas of all units of `levels`, in their order, from the plots of an inventory.
  func areas(
    of levels: [Study.Level], inventory: InventoryForestCover
  ) async throws -> [ForestAreas] {
    try await areas(of: levels) { polygons, area throws(GEOSError) in
      try inventory.areas(in: polygons, area: area)
    }
  }

  // MARK: The forest of a source

  /// The patches of polygons that all count.
  func polygonCover(of cover: ForestCoverSource) throws(StudyError) -> PolygonForestCover {
    let table = try VectorLoader(plan: study.plan, ledger: study.ledger)
      .load(cover.source, fields: []).table
    let polygons = try ForestPolygons(plan: study.plan, cover: cover, ledger: study.ledger)
      .validPolygons(of: table)
    do throws(GEOSError) {
      let forest = try PolygonForestCover(polygons: polygons, leastPatchArea: leastPatchArea)
      tellSmallPatches(of: forest)
      return forest
    } catch {
      throw .internalFailure("forest: \(error.message)")
    }
  }

  /// The plots of the source, read once in a study, with what is assumed of them in the ledger.
  func inventory(
    cover: ForestCoverSource, types: ForestTypes
  ) throws(StudyError) -> InventoryForestCover {
    try study.forestMemory.inventory(of: cover) { () throws(StudyError) in
      try readInventory(cover: cover, types: types)
    }
  }

  private func readInventory(
    cover: ForestCoverSource, types: ForestTypes
  ) throws(StudyError) -> InventoryForestCover {
    let plots = try ForestInventory(
      plan: study.plan, cover: cover, types: types, rule: rule, ledger: study.ledger
    ).validPlots()
    do throws(GEOSError) {
      let inventory = try InventoryForestCover(
        plots: plots, counted: rule.counted, leastPatchArea: leastPatchArea)
      tellOverlaps(of: inventory.disjoint, plots: plots.count)
      tellSmallPatches(of: inventory.forest)
      return inventory
    } catch {
      throw .internalFailure("forest: \(error.message)")
    }
  }

  /// The areas of all units of `levels`, in their order.
  private func areas(
    of levels: [Study.Level],
    _ divide: @escaping @Sendable ([Polygon], Double) throws(GEOSError) -> ForestAreas
  ) async throws -> [ForestAreas] {
    let units = levels.flatMap(\.units)
    let options = self.options
    return try await OrderedWork.map(
      count: units.count, jobs: options.jobs, makeState: {},
      progress: { options.report("forest cover", $0, of: units.count) },
      body: { index, _ in
        do throws(GEOSError) {
          return try divide(units[index].polygons, units[index].area)
        } catch {
          throw StudyError.internalFailure("forest in \(units[index].label): \(error.message)")
        }
      })
  }

  // MARK: What is told

  /// Patches are no features of the source: what was read and what was used is not told by them.
  private func tellSmallPatches(of forest: PolygonForestCover) {
    guard forest.smallPatchCount > 0 else { return }
    study.ledger.assume(
      "forest patches under the least area count as other land", in: "forest",
      count: forest.smallPatchCount, of: forest.smallPatchCount + forest.patches.count)
  }

  private func tellOverlaps(of disjoint: DisjointPlots, plots: Int) {
    guard let largest = disjoint.overlaps.first else { return }
    let area = disjoint.overlaps.reduce(0) { $0 + $1.area }
    let contradictions = disjoint.overlaps.filter(\.isContradiction)
    let contested = contradictions.reduce(0) { $0 + $1.area }
    func hectares(_ area: Double) -> String { "\((area / 100).rounded() / 100) ha" }
    study.ledger.assume(
      "plots that overlap: the ground counts once, for the type that claims least", in: "forest",
      count: disjoint.overlaps.count, of: plots)
    study.ledger.warn(
      "forest: \(disjoint.overlaps.count) overlap\(disjoint.overlaps.count == 1 ? "" : "s") of plots,"
        + " \(hectares(area)), counted once;"
        + " \(contradictions.count) of them (\(hectares(contested))) between different types, where"
        + " the type that claims least has the ground; the largest is that of \(largest.loser) with"
        + " \(largest.holder), \(hectares(largest.area))")
  }
}
