internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit
internal import Plan

/// Gives each unit its parent in the level above: by the field of the plan, by the field that the
/// level above is dissolved by, or by the largest share of area.
struct ParentAssigner {
  let above: Study.Level
  let definitionAbove: UnitLevel
  let definition: UnitLevel

  /// Fills in the parents of `level`. A unit that lies in none keeps none.
  func assign(to level: inout Study.Level) throws(StudyError) {
    if case .dissolve(let dissolve) = definitionAbove.origin,
      let keys = level.attributes[dissolve.by.name]
    {
      for index in level.units.indices { level.units[index].parentCode = keys[index] }
    } else if case .source(let source) = definition.origin, source.parent != nil {
      // A code that names no unit above is no parent; check says so.
      let known = Set(above.units.compactMap(\.code))
      for index in level.units.indices {
        if let code = level.units[index].parentCode, !known.contains(code) {
          level.units[index].parentCode = nil
        }
      }
    } else {
      try assignByArea(to: &level)
    }
  }

  /// By the largest share of area; equal shares go to the first code. Shares are planar in
  /// longitude and latitude: within one unit they compare as geodesic ones do.
  private func assignByArea(to level: inout Study.Level) throws(StudyError) {
    let tree = PackedRTree(above.units.map { Geometry.multiPolygon($0.polygons).boundingBox })
    for index in level.units.indices {
      let unit = level.units[index]
      let candidates = tree.items(meeting: Geometry.multiPolygon(unit.polygons).boundingBox)
      var best: (code: String?, area: Double)?
      for candidate in candidates {
        let area = try sharedArea(unit, above.units[candidate])
        if area > 0, area > best?.area ?? 0 { best = (above.units[candidate].code, area) }
      }
      level.units[index].parentCode = best?.code
    }
  }

  private func sharedArea(
    _ unit: AdministrativeUnit, _ parent: AdministrativeUnit
  ) throws(StudyError) -> Double {
    do throws(GEOSError) {
      return Geodesic.area(of: try Overlay.intersection(unit.polygons, parent.polygons))
    } catch {
      // An invalid boundary is named by check and refused before any figure; no parent until then.
      return 0
    }
  }
}
