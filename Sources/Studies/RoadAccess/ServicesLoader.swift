internal import GEOSKit
internal import GeoModel
internal import Plan

/// Reads the places of services.
struct ServicesLoader {
  let plan: Plan
  let ledger: SourceLedger

  /// The places of `service` in the order of the source; features without one are counted and left
  /// out.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where no feature has a place, or one is a line.
  func load(_ service: ServiceDefinition) throws(StudyError) -> [Coordinate] {
    let reference = service.source
    let table = try VectorLoader(plan: plan, ledger: ledger).load(reference, fields: []).table
    var places: [Coordinate] = []
    var missing = 0
    for row in 0..<table.count {
      guard let geometry = table.geometries[row], !geometry.isEmpty else {
        missing += 1
        continue
      }
      guard geometry.lines.isEmpty else {
        throw .plan([
          plan.problem(
            at: reference.mark, path: reference.path,
            "feature \(table.identifiers[row]) of '\(reference.text)' is a \(geometry.typeName); a"
              + " service is a point or an area", suggestion: "name the layer of the places")
        ])
      }
      places += try self.places(of: geometry)
    }
    guard !places.isEmpty else {
      throw .plan([
        plan.problem(
          at: reference.mark, path: reference.path,
          "'\(reference.text)' has no place of a \(service.name) (\(missing) features without"
            + " geometry)", suggestion: "name x and y where they stand in columns")
      ])
    }
    ledger.leaveOut(missing, of: reference.path, because: "feature without a place")
    return places
  }

  private func places(of geometry: Geometry) throws(StudyError) -> [Coordinate] {
    guard geometry.points.isEmpty else { return geometry.points }
    do throws(GEOSError) {
      return try Overlay.representativePoint(of: geometry.polygons).map { [$0] } ?? []
    } catch {
      throw .input(["\(plan.file): services: \(error.message)"])
    }
  }
}

extension Plan {
  /// Whether there are speeds, and so travel times.
  var tellsTravelTimes: Bool {
    villages != nil && roads.map { !$0.speeds.isEmpty } == true
      && (centres != nil || !services.isEmpty)
  }
}
