internal import GeoModel
internal import Plan
internal import Resettlement

/// A hazard of a plan as it was read.
struct StudyHazard: Sendable {
  /// Where it is.
  enum Extent: Sendable {
    /// Within zones that were drawn, or that lie near what was drawn.
    case zones(HazardZones)
    /// Where cells are hazardous.
    case cells(HazardCells)
  }

  let definition: HazardDefinition
  /// Where it is; `nil` where its source does not reach the study, so that nothing is known.
  let extent: Extent?

  var name: String { definition.name }

  /// The names of its classes; none where the plan names no field for them.
  var classNames: [String?] {
    guard case .zones(let zones)? = extent, case .areas(_, .some) = definition.extent else {
      return []
    }
    return zones.classNames
  }

  /// Why it is not known where it is, where it is not.
  var unknownReason: VillageExposure.Reason {
    switch (extent, definition.extent) {
    case (nil, _): .outsideSource
    case (_, .slope): .terrainUnknown
    default: .rasterUnknown
    }
  }

  /// The source that its cells or zones come from; `nil` for slopes, whose source is the terrain model.
  var reference: SourceReference? {
    switch definition.extent {
    case .areas(let source, _), .raster(let source, _), .distance(let source, _): source
    case .slope: nil
    }
  }
}
