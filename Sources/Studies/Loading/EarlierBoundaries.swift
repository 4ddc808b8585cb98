internal import Boundaries
internal import GEOSKit
internal import GeoModel
internal import Plan

/// The boundaries of the units of one level on an earlier date.
struct EarlierBoundaries {
  /// The level of the plan that the units were of.
  var level: String
  /// The date from which they were valid.
  var vintage: CalendarDate
  /// The part of the plan that names them: `earlier_units[1]`, or the table whose own polygons they
  /// are, `indicators.population-2009`.
  var path: String
  /// Where that stands in the plan.
  var mark: SourceMark
  /// The date of the units that these were united from, where they were; see ``UnitedBoundaries``.
  var unitedFrom: CalendarDate?
  /// The units in the order of their codes, with geodesic areas; those without a code last.
  var units: [AdministrativeUnit]

  /// What a message calls them: `earlier_units[1] (2009-04-01)`.
  var label: String {
    unitedFrom.map { "\(path) (\($0), united by the crosswalk to \(vintage))" }
      ?? "\(path) (\(vintage))"
  }

  /// What is wrong with them, by the rules that the plan's own units are checked by.
  func findings() throws(StudyError) -> [Finding] {
    do throws(GEOSError) {
      return try UnitCheck.findings(for: units, level: level, hasParentLevel: false).map {
        var finding = $0
        finding.layer = path
        return finding
      }
    } catch {
      throw .internalFailure(error.message)
    }
  }

  /// Refuses boundaries that cannot carry a figure: one line each.
  func requireSound(in plan: Plan) throws(StudyError) {
    let lines = try findings().filter { Study.fatalUnitKinds.contains($0.kind) }.map { finding in
      let place = finding.place.map { " at \($0.x), \($0.y)" } ?? ""
      return "\(plan.file): \(path): \(finding.message)\(place); \(finding.remedy)"
    }
    if !lines.isEmpty { throw .input(lines) }
  }
}
