internal import Cartography
internal import GeoModel
internal import Plan
internal import Publishing

extension PlanSession {
  /// The layers that an atlas can be made of.
  static let atlasLayers = ["villages", "road-access", "units", "forest-cover", "join"]

  /// A layer as a book: an overview with an index, then a page for each unit of `request.level` (the
  /// finest where `nil`), in the order of their codes.
  ///
  /// - Parameters:
  ///   - request: The layer, the level of the units that have a page, the figure and the language.
  ///   - titles: What properties are called, by name.
  ///   - values: What values and reasons are called.
  /// - Throws: ``StudyError``, as ``map(_:)``; ``StudyError/usage(_:)`` for a layer that is not among
  ///   those of an atlas.
  public func atlas(
    _ request: MapRequest, titles: [String: String], values: [String: String]
  ) async throws -> AtlasBook {
    var request = request
    try settleLevel(of: &request)
    guard Self.atlasLayers.contains(request.layer) else {
      throw StudyError.usage(
        "map \(request.layer) --atlas: there is no atlas of this layer; those there are:"
          + " \(Self.atlasLayers.joined(separator: ", "))")
    }
    request.isAtlas = true
    request.level = request.level ?? plan.units.last?.name
    let drawn = try await drawnMap(request)
    let ground = drawn.ground
    var document = drawn.document
    document.relief = try ground.relief(cell: MapRelief.coarseCell)
    let figures = AtlasFigures(
      request: request, layer: drawn.layer, study: ground.study, titles: titles, values: values)
    let units = ground.level.units.map { unit in
      AtlasUnit(
        code: unit.code ?? "", name: unit.fullName ?? unit.name ?? unit.label,
        parent: unit.parentCode.flatMap { ground.study.name(of: $0) } ?? "",
        polygons: unit.polygons, figures: figures.figures(of: unit))
    }
    let outlines = ground.study.levels[0].units.map(\.polygons)
    return AtlasBook(
      warnings: ground.study.ledger.warnings,
      atlas: Atlas(
        map: document, units: units,
        locator: ground.place == nil ? outlines : ground.level.units.map(\.polygons)))
  }
}
