internal import GeoAlgorithms
internal import GeoModel
internal import Indicators
internal import PROJKit
internal import Plan

/// Mountain villages and communes, from the terrain model.
struct MountainStatuses {
  private let rule: MountainRule
  private let units: [String: UnitStatus]
  private let villages: [String: UnitStatus]

  /// Looks at the terrain of the units of the finest level and of the villages that have an area.
  init(
    study: Study, elevation: SourceReference, rule: MountainRule, options: StudyOptions
  ) async throws {
    self.rule = rule
    let villages = study.villages ?? []
    let villageLevel = Study.Level(
      name: "village",
      units: villages.map { village in
        AdministrativeUnit(
          level: "village", code: village.code, name: village.name, polygons: village.polygons,
          area: Geodesic.area(of: village.polygons), sourceFeature: village.sourceFeature)
      }, nativePolygons: nil, placement: nil, attributes: [:])
    let terrain = try await TerrainStudy(
      study: study, elevation: elevation,
      bands: TerrainBands(heights: [rule.leastHeight], slopes: [rule.leastSlopePercent]),
      options: options
    ).run(levels: [study.finest, villageLevel])
    var members: [String: [UnitStatus]] = [:]
    var villageStatuses: [String: UnitStatus] = [:]
    for (village, tally) in zip(villages, terrain[1]) {
      let status = Self.village(tally, by: rule)
      if let code = village.code { villageStatuses[code] = status }
      if let unit = village.unit { members[unit, default: []].append(status) }
    }
    var unitStatuses: [String: UnitStatus] = [:]
    for (unit, tally) in zip(study.finest.units, terrain[0]) {
      guard let code = unit.code else { continue }
      unitStatuses[code] = Self.commune(tally, villages: members[code] ?? [], by: rule)
    }
    self.villages = villageStatuses
    units = unitStatuses
  }

  /// The statuses as the layer of `definition` has them.
  func classified(_ definition: ClassificationDefinition) -> Classified {
    Classified(
      definition: definition, level: definition.levelName, rule: rule.source,
      statuses: definition.subject == .villages ? villages : units, hasTerrain: true)
  }

  private static func village(_ tally: TerrainTally, by rule: MountainRule) -> UnitStatus {
    let high = tally.highShare(fromLimit: 0)
    let steep = tally.steepShare(fromLimit: 0)
    let status = rule.judgeVillage(highShare: high, steepShare: steep)
    return UnitStatus(
      status: status,
      reason: status == .unknown ? (high == nil ? "no_area" : "terrain_unknown") : nil,
      high: high, steep: steep)
  }

  private static func commune(
    _ tally: TerrainTally, villages: [UnitStatus], by rule: MountainRule
  ) -> UnitStatus {
    let high = tally.highShare(fromLimit: 0)
    let status = rule.judgeCommune(highShare: high, villages: villages.map(\.status))
    var reasons: [String] = []
    if status == .unknown {
      if rule.judgeCommune(highShare: high, villages: [.no]) == .unknown {
        reasons.append(high == nil ? "no_area" : "terrain_unknown")
      }
      if villages.isEmpty {
        reasons.append("no_villages")
      } else if rule.judgeCommune(highShare: 0...0, villages: villages.map(\.status)) == .unknown {
        let isPoint = villages.contains { $0.reason == "no_area" }
        reasons.append(isPoint ? "villages_without_area" : "villages_unknown")
      }
    }
    return UnitStatus(
      status: status, reason: reasons.isEmpty ? nil : reasons.joined(separator: ", "), high: high,
      steep: tally.steepShare(fromLimit: 0))
  }
}
