internal import GEOSKit
internal import GeoModel
internal import Indicators
internal import PROJKit
internal import Plan

/// Makes the boundaries of a date from those of an earlier one: units that a crosswalk leads as a
/// whole into one are that one's ground.
struct UnitedBoundaries {
  let steps: [Indicators.CrosswalkStep]

  /// The units of `vintage` that `earlier` makes up; `nil` where no steps lead there or none of them
  /// comes out whole.
  ///
  /// A unit is left out, and has no geometry then, where a part of it was a part of an earlier unit,
  /// or where the geometry of an earlier unit is not at hand: what is left would not be its ground.
  func boundaries(
    of vintage: CalendarDate, from earlier: EarlierBoundaries
  ) throws(StudyError) -> EarlierBoundaries? {
    guard
      let chain = try? CrosswalkChain(
        steps, from: earlier.vintage.description, to: vintage.description)
    else { return nil }
    var members: [String: [AdministrativeUnit]] = [:]
    var broken: Set<String> = []
    for unit in earlier.units {
      guard let code = unit.code,
        let reach = try? chain.reach(of: code, name: nil, isSameName: TableJoiner.isSameName)
      else { continue }
      if reach.targets.count == 1, !unit.polygons.isEmpty {
        members[reach.targets[0], default: []].append(unit)
      } else {
        broken.formUnion(reach.targets)
      }
    }
    broken.formUnion(missing(chain, present: Set(earlier.units.compactMap(\.code)), members))
    var units: [AdministrativeUnit] = []
    for (code, parts) in members.sorted(by: { $0.key < $1.key }) where !broken.contains(code) {
      units.append(try unit(code, of: parts, level: earlier.level))
    }
    guard !units.isEmpty else { return nil }
    var united = earlier
    united.vintage = vintage
    united.unitedFrom = earlier.vintage
    united.units = units
    return united
  }

  /// The units that a listed earlier unit without geometry went into.
  private func missing(
    _ chain: CrosswalkChain, present: Set<String>, _ members: [String: [AdministrativeUnit]]
  ) -> Set<String> {
    let missing = try? MissingOldUnits(steps: chain, present: present, units: Set(members.keys))
      .find()
    // A crosswalk with faults of its own makes nothing whole.
    return missing.map { Set($0.flatMap(\.targets)) } ?? Set(members.keys)
  }

  private func unit(
    _ code: String, of parts: [AdministrativeUnit], level: String
  ) throws(StudyError) -> AdministrativeUnit {
    do throws(GEOSError) {
      // One unit alone keeps its drawing, faults included, for the caller to judge.
      let polygons =
        parts.count == 1 ? parts[0].polygons : try Overlay.union(parts.flatMap(\.polygons))
      return AdministrativeUnit(
        level: level, code: code, name: nil, polygons: polygons,
        area: Geodesic.area(of: polygons),
        sourceFeature: parts.map(\.sourceFeature).joined(separator: ", "))
    } catch {
      let codes = parts.map(\.label).joined(separator: ", ")
      throw .input(["\(codes) cannot be united to \(code): \(error.message)"])
    }
  }
}
