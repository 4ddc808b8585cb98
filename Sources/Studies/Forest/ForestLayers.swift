internal import ForestCover
internal import GeoModel
internal import Plan

/// Names and fills the layers of forest cover.
struct ForestLayers {
  let study: Study
  let section: ForestSection
  let rule: ForestRule

  /// One layer a level: `forest-cover` for the first of the plan, `forest-cover-LEVEL` for others,
  /// so that no layer holds a piece of ground twice.
  func layers(of results: [ForestCoverStudy.LevelResult]) throws(StudyError) -> [Layer] {
    let target = try TargetsLoader(plan: study.plan, ledger: study.ledger).forestTarget()
    let isRaster = results.contains { $0.areas.contains { $0.forestCells != nil } }
    let builder = ForestCoverLayer(
      plan: study.plan, section: section, rule: rule, target: target, isRaster: isRaster)
    return results.map { result in
      let isFirst = result.level.name == study.levels[0].name
      return builder.layer(
        of: result, name: isFirst ? "forest-cover" : "forest-cover-\(result.level.name)")
    }
  }
}
