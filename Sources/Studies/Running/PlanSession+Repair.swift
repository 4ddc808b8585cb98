internal import Boundaries
internal import GEOSKit
public import GeoModel
internal import Plan
internal import Publishing

/// The boundaries of a level after repair.
public struct RepairResult: Sendable {
  /// The layer of repaired units: `area_before_ha`, `area_after_ha`, `was_invalid`.
  public var layer: Layer
  /// The number of units that changed.
  public var changed: Int
  /// Faults before and after, as one line each.
  public var summary: [String]
}

extension PlanSession {
  /// Repaired boundaries of each level that has its own: overlaps settled, narrow gaps closed,
  /// invalid rings mended. Nothing of the plan's data is touched.
  ///
  /// - Throws: ``StudyError``.
  public func repair() async throws -> [RepairResult] {
    let study = try await StudyLoader(plan: plan, options: options).load(villages: false)
    var results: [RepairResult] = []
    for (index, level) in study.levels.enumerated() {
      guard case .source = plan.units[index].origin else { continue }
      do throws(GEOSError) {
        results.append(result(try CoverageRepair(of: level.units), level: level))
      } catch {
        throw StudyError.internalFailure(error.message)
      }
    }
    return results
  }

  private func result(_ repair: CoverageRepair, level: Study.Level) -> RepairResult {
    let changes = Dictionary(
      repair.changes.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
    let features = repair.units.enumerated().map { index, unit in
      LayerFeature(
        identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
        properties: UnitLayer.properties(of: unit, vintage: plan.vintage) + [
          Property(
            "area_before_ha",
            .hectares((changes[index]?.areaBefore ?? level.units[index].area) / 10_000)),
          Property(
            "area_after_ha",
            .hectares((changes[index]?.areaAfter ?? level.units[index].area) / 10_000)),
          Property("was_invalid", .flag(changes[index]?.wasInvalid ?? false)),
        ])
    }
    func line(_ faults: CoverageFaults) -> String {
      "\(faults.overlaps.count) overlaps, \(faults.gaps.count) gaps"
    }
    return RepairResult(
      layer: Layer(name: "repaired-\(level.name)", features: features),
      changed: repair.changes.count,
      summary: [
        "\(level.name): before \(line(repair.before)); after \(line(repair.after));"
          + " \(repair.changes.count) of \(repair.units.count) units changed"
      ])
  }
}
