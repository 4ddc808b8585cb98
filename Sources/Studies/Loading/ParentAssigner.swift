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

  /// Where parents come from.
  private enum Rule {
    /// The values of the field that the level above is dissolved by.
    case key([String?])
    /// The field of the plan, which has been read.
    case field
    /// The outlines.
    case area
  }

  private func rule(for level: Study.Level) -> Rule {
    if case .dissolve(let dissolve) = definitionAbove.origin,
      let keys = level.attributes[dissolve.by.name]
    {
      return .key(keys)
    }
    if case .source(let source) = definition.origin, source.parent != nil { return .field }
    return .area
  }

  /// Fills in the parents of `level`. A unit that lies in none keeps none.
  func assign(to level: inout Study.Level) {
    guard !assignByRecords(to: &level) else { return }
    let finder = ParentFinder(above.units)
    for index in level.units.indices {
      level.units[index].parentCode = finder.parent(of: level.units[index].polygons)
    }
  }

  /// Fills in the parents of `level` where no outline is needed for them; whether that was so.
  func assignByRecords(to level: inout Study.Level) -> Bool {
    switch rule(for: level) {
    case .area: return false
    case .key(let keys):
      for index in level.units.indices { level.units[index].parentCode = keys[index] }
    case .field:
      // A code that names no unit above is no parent; check says so.
      let known = Set(above.units.compactMap(\.code))
      for index in level.units.indices {
        if let code = level.units[index].parentCode, !known.contains(code) {
          level.units[index].parentCode = nil
        }
      }
    }
    return true
  }
}

/// Finds parents by the largest share of area; equal shares go to the first code. Shares are planar in
/// longitude and latitude: within one unit they compare as geodesic ones do.
struct ParentFinder: Sendable {
  private let parents: [AdministrativeUnit]
  private let tree: PackedRTree

  /// Makes a finder among the units of the level above.
  init(_ parents: [AdministrativeUnit]) {
    self.parents = parents
    tree = PackedRTree(parents.map { Geometry.multiPolygon($0.polygons).boundingBox })
  }

  /// The code of the unit that holds most of `polygons`; `nil` where none holds any of them.
  func parent(of polygons: [Polygon]) -> String? {
    var best: (code: String?, area: Double)?
    for candidate in tree.items(meeting: Geometry.multiPolygon(polygons).boundingBox) {
      let area = sharedArea(polygons, parents[candidate].polygons)
      if area > 0, area > best?.area ?? 0 { best = (parents[candidate].code, area) }
    }
    return best?.code
  }

  private func sharedArea(_ polygons: [Polygon], _ parent: [Polygon]) -> Double {
    do throws(GEOSError) {
      return Geodesic.area(of: try Overlay.intersection(polygons, parent))
    } catch {
      // An invalid boundary is named by check and refused before any figure; no parent until then.
      return 0
    }
  }
}
