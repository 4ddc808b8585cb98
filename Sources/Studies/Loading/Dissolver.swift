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
  let ledger: SourceLedger
  let jobs: Int
  /// Whether the outlines of the units are wanted; without them only codes, names and members are
  /// found, in a fraction of the time.
  var drawsOutlines = true

  /// The level above `below`: one unit a value of the field, in the order of the values.
  func level(from below: Study.Level) async throws(StudyError) -> Study.Level {
    guard let keys = below.attributes[dissolve.by.name] else {
      throw .internalFailure("the field \(dissolve.by.name) was not read")
    }
    var members: [String: [Int]] = [:]
    for (index, key) in keys.enumerated() {
      if let key { members[key, default: []].append(index) }
    }
    let without = keys.count { $0 == nil }
    if without > 0 {
      ledger.warn(
        "units.\(definition.name): \(without) of \(keys.count) units of \(below.name) have no value"
          + " in the field \(dissolve.by.name) and are in no \(definition.name)")
    }
    let codes = members.keys.sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    let parts = try await merged(codes.map { (code: $0, members: members[$0] ?? []) }, in: below)
    return Study.Level(
      name: definition.name, units: parts.map(\.unit),
      nativePolygons: below.placement == nil ? nil : parts.map(\.native),
      placement: below.placement,
      attributes: try attributes(of: codes.map { ($0, members[$0] ?? []) }, in: below),
      isOutlined: drawsOutlines)
  }

  /// The values by which levels further up are dissolved: those that all members give.
  private func attributes(
    of units: [(code: String, members: [Int])], in below: Study.Level
  ) throws(StudyError) -> [String: [String?]] {
    var attributes: [String: [String?]] = [:]
    for (field, values) in below.attributes {
      var column: [String?] = []
      for unit in units {
        let found = Set(unit.members.map { values[$0] })
        guard found.count <= 1 || field == dissolve.name?.name else {
          let list = found.map { $0 ?? "nothing" }.sorted().joined(separator: ", ")
          throw .input([
            "units.\(definition.name): the members of \(unit.code) differ in the field \(field)"
              + " (\(list)); a unit lies in one unit of the level above"
          ])
        }
        column.append(found.compactMap(\.self).first)
      }
      attributes[field] = column
    }
    return attributes
  }

  /// The units of groups of members, not yet measured, each with its outline in the source's own
  /// system.
  private func merged(
    _ groups: [(code: String, members: [Int])], in below: Study.Level
  ) async throws(StudyError) -> [(unit: AdministrativeUnit, native: [Polygon])] {
    let work = GroupDissolver(
      definition: definition, dissolve: dissolve, below: below, drawsOutlines: drawsOutlines)
    do {
      return try await OrderedWork.map(
        count: groups.count, jobs: jobs, makeState: { try work.operation() },
        body: { index, operation in
          try work.unit(groups[index].code, of: groups[index].members, placedBy: operation)
        })
    } catch let error as StudyError {
      throw error
    } catch {
      throw .internalFailure("\(error)")
    }
  }
}

/// Puts one group of units together; a value, so that several workers can.
private struct GroupDissolver: Sendable {
  let definition: UnitLevel
  let dissolve: UnitDissolve
  let below: Study.Level
  let drawsOutlines: Bool

  func unit(
    _ code: String, of members: [Int], placedBy operation: CoordinateOperation?
  ) throws(StudyError) -> (unit: AdministrativeUnit, native: [Polygon]) {
    let merged = drawsOutlines ? try union(of: members, code: code) : []
    let unit = AdministrativeUnit(
      level: definition.name, code: code, name: try name(of: members, code: code),
      polygons: try placed(merged, by: operation), area: 0, sourceFeature: code)
    return (unit, merged)
  }

  private func union(of indices: [Int], code: String) throws(StudyError) -> [Polygon] {
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

  func operation() throws(StudyError) -> CoordinateOperation? {
    do throws(PROJError) {
      return try below.placement?.operation()
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
  private func name(of indices: [Int], code: String) throws(StudyError) -> String {
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
