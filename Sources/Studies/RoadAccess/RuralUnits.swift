internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// Units without the urban areas that a plan leaves out of the Rural Access Index.
struct RuralUnits {
  private let urban: [Polygon]
  private let tree: PackedRTree

  /// Reads the urban areas.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where none is an area.
  init(
    _ reference: SourceReference, plan: Plan, ledger: SourceLedger
  ) throws(StudyError) {
    let table = try VectorLoader(plan: plan, ledger: ledger).load(reference, fields: []).table
    let areas = table.geometries.map { $0?.polygons ?? [] }
    let urban = areas.flatMap(\.self)
    guard !urban.isEmpty else {
      throw .plan([
        plan.problem(
          at: reference.mark, path: reference.path,
          "'\(reference.text)' has no area; urban areas are polygons",
          suggestion: "name the layer of the areas, or leave 'urban' out: then all people are rural"
        )
      ])
    }
    ledger.leaveOut(
      areas.count { $0.isEmpty }, of: reference.path, because: "feature that is no area")
    self.urban = urban
    tree = PackedRTree(urban.map(\.boundingBox))
  }

  /// What of the units of `level` is rural.
  func rural(_ level: Study.Level) throws(StudyError) -> Study.Level {
    var rural = level
    // The difference is taken in longitude and latitude; so the native areas no longer hold.
    rural.nativePolygons = nil
    rural.placement = nil
    do throws(GEOSError) {
      for (index, unit) in level.units.enumerated() {
        let box = Geometry.multiPolygon(unit.polygons).boundingBox
        let near = tree.items(meeting: box).map { urban[$0] }
        guard !near.isEmpty else { continue }
        rural.units[index].polygons = try Overlay.difference(
          unit.polygons, try Overlay.union(near))
      }
    } catch {
      throw .input(["population.urban: \(error.message)"])
    }
    return rural
  }
}
