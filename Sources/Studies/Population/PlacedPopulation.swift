internal import GDALKit
internal import GeoModel
internal import Plan

/// The raster of people that a plan names, looked at and settled, not open: each worker opens it for
/// itself (``PopulationRaster``).
struct PlacedPopulation: Sendable {
  let plan: Plan
  let section: PopulationSection
  let source: DatasetSource
  let description: RasterDescription
  let system: ReferenceSystem

  /// Looks at the raster of `section` and settles where it lies.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for what ``PlacedRaster`` refuses.
  init(_ section: PopulationSection, plan: Plan, ledger: SourceLedger) throws(StudyError) {
    self.plan = plan
    self.section = section
    let placed = try PlacedRaster(opening: section.source, plan: plan)
    source = placed.source
    description = placed.description
    system = try placed.settle(section.source, plan: plan, ledger: ledger)
  }
}
