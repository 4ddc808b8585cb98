internal import GEOSKit
internal import GeoModel
internal import PROJKit
internal import Plan

/// Makes a level of units by putting those of the level below together.
///
/// Borders are merged in the coordinates of the source, where edges are straight, and only the
/// result is brought to longitude and latitude.
struct Dissolver {
  let definition: UnitLevel
  let dissolve: UnitDissolve

  /// The level above `below`: one unit a value of the field, in the order of the values.
  func level(from below: Study.Level) throws(StudyError) -> Study.Level {
    guard let keys = below.attributes[dissolve.by.name] else {
      throw .internalFailure("the field \(dissolve.by.name) was not read")
    }
    var members: [String: [Int]] = [:]
    for (index, key) in keys.enumerated() {
      if let key, !key.isEmpty { members[key, default: []].append(index) }
    }
    let codes = members.keys.sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    let operation = try operation(of: below)
    var units: [AdministrativeUnit] = []
    var native: [[Polygon]] = []
    for code in codes {
      let indices = members[code] ?? []
      let merged = try union(of: indices, in: below, code: code)
      native.append(merged)
      let polygons = try placed(merged, by: operation)
      units.append(
        AdministrativeUnit(
          level: definition.name, code: code, name: try name(of: indices, in: below, code: code),
          polygons: polygons, area: Geodesic.area(of: polygons), sourceFeature: code))
    }
    return Study.Level(
      name: definition.name, units: units,
      nativePolygons: below.placement == nil ? nil : native, placement: below.placement,
      attributes: below.attributes.mapValues { values in
        codes.map { code in members[code]?.first.flatMap { values[$0] } }
      })
  }

  private func union(
    of indices: [Int], in below: Study.Level, code: String
  ) throws(StudyError) -> [Polygon] {
    let areas = below.nativePolygons ?? below.units.map(\.polygons)
    let parts = indices.flatMap { areas[$0] }
    do throws(GEOSError) {
      return try Overlay.union(parts)
    } catch {
      throw .input([
        "units.\(definition.name): \(code) cannot be dissolved (\(error.message)); upland check"
          + " names the invalid boundaries"
      ])
    }
  }

  private func operation(of level: Study.Level) throws(StudyError) -> CoordinateOperation? {
    do throws(PROJError) {
      return try level.placement?.operation()
    } catch {
      throw .input(["units.\(definition.name): \(error.message)"])
    }
  }

  private func placed(
    _ polygons: [Polygon], by operation: CoordinateOperation?
  ) throws(StudyError) -> [Polygon] {
    guard let operation else { return polygons }
    do throws(PROJError) {
      return try Placement.place(.multiPolygon(polygons), by: operation).polygons
    } catch {
      throw .input(["units.\(definition.name): \(error.message)"])
    }
  }

  /// The name that all members give; members that differ are an error, never a choice.
  private func name(
    of indices: [Int], in below: Study.Level, code: String
  ) throws(StudyError) -> String {
    guard let field = dissolve.name, let values = below.attributes[field.name] else { return code }
    let names = Set(indices.compactMap { values[$0] })
    guard names.count <= 1 else {
      throw .input([
        "units.\(definition.name): \(code) has \(names.count) names"
          + " (\(names.sorted().joined(separator: ", "))) in the field \(field.name); one unit, one"
          + " name"
      ])
    }
    return names.first ?? code
  }
}
