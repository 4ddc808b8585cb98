internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// How much road lies in each unit of a level.
struct RoadLengthStudy {
  let roads: RoadNetwork
  /// For each line of the roads its class.
  let classes: [Int32]
  let options: StudyOptions

  /// Edges in a piece of work.
  private static let chunk = 1 << 14

  /// Cuts all edges at the borders of `units`.
  func lengths(in units: [AdministrativeUnit]) async throws -> RoadLengths {
    let cutter = AreaCutter(units.map { (code: $0.code ?? "", polygons: $0.polygons) })
    let (roads, classes) = (self.roads, self.classes)
    let count = roads.edges.edgeCount
    let chunks = (count + Self.chunk - 1) / Self.chunk
    let parts = try await OrderedWork.map(
      count: chunks, jobs: options.jobs, makeState: { AreaCutter.Walk(cutter) },
      body: { index, walk in
        RoadLengths.part(
          of: roads, classes: classes,
          edges: index * Self.chunk..<min(count, (index + 1) * Self.chunk), by: &walk)
      })
    return RoadLengths(parts, unitCount: units.count)
  }
}
