internal import GeoModel
internal import PROJKit

/// How geometry of one reference system is brought to longitude and latitude (WGS 84): a value, so
/// that whoever needs the operation makes it for itself.
struct Placement: Hashable, Sendable {
  /// The system that the geometry comes from.
  let system: ReferenceSystem
  /// Where the data lie, in longitude and latitude; decides which operation is best.
  let area: BoundingBox

  /// The placement of data that fill `box` in `system`; `nil` where nothing has to move.
  ///
  /// Found in two steps: any operation tells the place well enough to choose the best one for it.
  init?(system: ReferenceSystem, box: BoundingBox) throws(PROJError) {
    if ["OGC:CRS84", "EPSG:4326"].contains(system.definition) { return nil }
    self.system = system
    let first = try CoordinateOperation(from: system, to: .longitudeLatitude)
    guard !box.isEmpty else {
      area = .empty
      return
    }
    area = BoundingBox(
      of: try first.transform([
        Coordinate(x: box.minimumX, y: box.minimumY), Coordinate(x: box.maximumX, y: box.maximumY),
        Coordinate(x: box.minimumX, y: box.maximumY), Coordinate(x: box.maximumX, y: box.minimumY),
      ]))
  }

  /// The operation; one for each worker.
  func operation() throws(PROJError) -> CoordinateOperation {
    try CoordinateOperation(from: system, to: .longitudeLatitude, area: area)
  }

  /// `geometry` in longitude and latitude, edges kept straight in their own system.
  static func place(
    _ geometry: Geometry, by operation: CoordinateOperation
  ) throws(PROJError) -> Geometry {
    var memory = TransformMemory(operation)
    return try place(geometry, by: &memory)
  }

  /// The same for many geometries that share positions.
  static func place(
    _ geometry: Geometry, by memory: inout TransformMemory
  ) throws(PROJError) -> Geometry {
    let densifier = Densifier(operation: memory.operation)
    let keepsEdges = if case .multiPoint = geometry { false } else { true }
    do {
      return try geometry.mapRuns { run in
        let moved = try memory.transform(run)
        return keepsEdges ? try densifier.densified(run, moved: moved) : moved
      }
    } catch let error as PROJError {
      throw error
    } catch {
      throw .failure(function: "mapRuns", reason: "\(error)")
    }
  }
}
