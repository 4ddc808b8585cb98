internal import ForestCover
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

extension RestorationStudy {
  /// How the area of each piece divides by slope; `nil` where the plan has no terrain model.
  func slopes(of pieces: [RestorationLand.Piece]) async throws -> [SlopeDivision]? {
    guard let elevation = study.plan.elevation else { return nil }
    guard !pieces.isEmpty else { return [] }
    let bands = TerrainBands(heights: [], slopes: restoration.slopeLimits)
    let level = Study.Level(
      name: "plot",
      units: pieces.map { piece in
        AdministrativeUnit(
          level: "plot", code: nil, name: nil, polygons: piece.polygons, area: piece.area,
          sourceFeature: piece.plot)
      }, attributes: [:])
    let tallies = try await TerrainStudy(
      study: study, elevation: elevation, bands: bands, options: options
    ).run(levels: [level])[0]
    return tallies.map { tally in
      var division = SlopeDivision(
        areas: [Double](repeating: 0, count: restoration.slopeLimits.count + 1),
        unknown: tally.outside)
      for (code, area) in tally.areas.enumerated() {
        if let band = bands.slopeBand(of: UInt8(truncatingIfNeeded: code)) {
          division.areas[band] += area
        } else {
          division.unknown += area
        }
      }
      return division
    }
  }

  /// The least distance of each piece to a road of the plan, of whatever class, in **metres**; `nil`
  /// where the plan has no roads, and of a piece where no road has a length.
  func roadDistances(of pieces: [RestorationLand.Piece]) async throws -> [Double?]? {
    guard let roads = study.plan.roads else { return nil }
    let loaded = try RoadsLoader(section: roads, plan: study.plan, ledger: study.ledger).load()
    let index = EdgeIndex(NodedLines(loaded.table.lines, join: .vertices))
    let options = self.options
    return try await OrderedWork.map(
      count: pieces.count, jobs: options.jobs, makeState: {},
      progress: { options.report("distance to roads", $0, of: pieces.count) },
      body: { piece, _ in
        index.distance(to: pieces[piece].polygons, within: .infinity)
          .map(ShortGeodesic.metres(of:))
      })
  }
}
