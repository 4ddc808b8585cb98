internal import GeoModel

/// What a run computed, before any of it is written: what files and report are made of.
struct ComputedLayers {
  /// The plan with its units and villages, and the ledger of what was read.
  var study: Study
  /// The layers, in the order of writing.
  var layers: [Layer]
  /// What was found about the data.
  var findings: [Finding]
  /// The rasters.
  var rasters: [RasterOutput]
  /// Whether every row and unit of the plan's tables is accounted for.
  var isComplete: Bool
  /// The plan's tables in numbers.
  var tallies: [JoinTally]
  /// The villages' roads, where any layer needed them.
  var access: VillagesStudy.Result?
  /// The roads with villages and centres, where any layer needed them.
  var placed: PlacedNetwork?
}
