internal import Indicators
internal import Plan

/// Finds the oldest geometry at hand for the units that a table counts in.
struct OldGeometry {
  let plan: Plan
  let ledger: SourceLedger
  let definition: IndicatorDefinition
  let table: LoadedTable
  let level: String

  /// The table's own polygons; else boundaries of its date; else those that units of an earlier date
  /// make up, the latest first. `nil` where none is at hand.
  ///
  /// - Parameter steps: the crosswalks of the level; none for a level that has none.
  func find(_ steps: [Indicators.CrosswalkStep]) throws(StudyError) -> EarlierBoundaries? {
    let loader = EarlierUnitsLoader(plan: plan, ledger: ledger)
    if let own = loader.boundaries(in: table, of: definition) { return own }
    guard let vintage = definition.vintage else { return nil }
    if let named = try loader.boundaries(of: level, on: vintage) { return named }
    guard !steps.isEmpty else { return nil }
    for earlier in loader.vintages(of: level).reversed() where earlier < vintage {
      guard let found = try loader.boundaries(of: level, on: earlier),
        let united = try UnitedBoundaries(steps: steps).boundaries(of: vintage, from: found)
      else { continue }
      return united
    }
    return nil
  }
}
