internal import GeoAlgorithms
internal import GeoModel

/// Which villages lie near an all-season road.
struct VillageReachStudy {
  let lines: LineReach
  let options: StudyOptions

  private static let chunk = 1000

  /// The answer for each of `positions`, in order; `nil` where there is no place.
  func reach(of positions: [Coordinate?]) async throws -> [Reach?] {
    let lines = self.lines
    let chunks = (positions.count + Self.chunk - 1) / Self.chunk
    let parts = try await OrderedWork.map(
      count: chunks, jobs: options.jobs, makeState: {},
      body: { index, _ in
        positions[index * Self.chunk..<min(positions.count, (index + 1) * Self.chunk)].map {
          $0.map(lines.reach(of:))
        }
      })
    return parts.flatMap(\.self)
  }
}
