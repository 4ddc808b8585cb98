internal import GEOSKit
internal import GeoModel
internal import Plan

/// The forest polygons of a source, with what is wrong with them.
struct ForestPolygons {
  let plan: Plan
  let cover: ForestCoverSource
  let ledger: SourceLedger

  /// What was read.
  struct Reading {
    var polygons: [Polygon]
    /// One for each invalid feature, with its place.
    var findings: [Finding]
  }

  /// The polygons of `table`; features without area are counted and left out.
  func read(_ table: FeatureTable) throws(StudyError) -> Reading {
    var reading = Reading(polygons: [], findings: [])
    var withoutArea = 0
    for (row, geometry) in table.geometries.enumerated() {
      let parts = geometry?.polygons ?? []
      if parts.isEmpty { withoutArea += 1 }
      reading.polygons += parts
      if let fault = try invalidity(of: parts) {
        let label = "#\(table.identifiers[row])"
        reading.findings.append(
          Finding(
            severity: .error, kind: "invalid-geometry", layer: "forest", feature: label,
            place: fault.place, message: "feature \(label): \(fault.reason)",
            remedy: "repair it first, for example with ogr2ogr -makevalid",
            vietnamese: Finding.Wording(
              "đối tượng \(label): hình học không hợp lệ (\(fault.reason))",
              remedy: "sửa trước, ví dụ bằng ogr2ogr -makevalid")))
      }
    }
    ledger.leaveOut(withoutArea, of: "forest", because: "feature without area")
    return reading
  }

  /// The polygons of `table`, all of them valid.
  ///
  /// - Throws: ``StudyError/input(_:)`` with a line for each that is not.
  func validPolygons(of table: FeatureTable) throws(StudyError) -> [Polygon] {
    let reading = try read(table)
    guard reading.findings.isEmpty else {
      throw .input(
        reading.findings.map { finding in
          let place = finding.place.map { " at \($0.x), \($0.y)" } ?? ""
          return "\(plan.file): forest: '\(cover.source.text)': \(finding.message)\(place);"
            + " \(finding.remedy)"
        })
    }
    return reading.polygons
  }

  private func invalidity(of parts: [Polygon]) throws(StudyError) -> Invalidity? {
    do throws(GEOSError) {
      return try Validity.invalidity(of: parts)
    } catch {
      throw .internalFailure(error.message)
    }
  }
}
