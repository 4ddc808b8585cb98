internal import GeoAlgorithms
internal import GeoModel
internal import PROJKit

/// Brings positions to another reference system, each once: neighbours share the vertices of their
/// borders, and roads their junctions. A position's image depends on nothing else, so which ones a
/// worker still remembers decides nothing. One a worker.
struct TransformMemory {
  /// Positions that are remembered before all are forgotten: about a megabyte with the table of
  /// them, which stays near the processor. Neighbours stand near each other in most files, and
  /// looking one up in a memory of millions takes as long as bringing it over again.
  private static let capacity = 1 << 15

  let operation: CoordinateOperation
  private var known = CoordinateTable(capacity: 1 << 12)
  private var images: [Coordinate] = []

  init(_ operation: CoordinateOperation) { self.operation = operation }

  /// The images of `positions`, in order.
  mutating func transform(_ positions: [Coordinate]) throws(PROJError) -> [Coordinate] {
    guard positions.allSatisfy(\.isFinite) else { return try operation.transform(positions) }
    if images.count > Self.capacity {
      known = CoordinateTable(capacity: Self.capacity)
      images.removeAll(keepingCapacity: true)
    }
    let numbers = positions.map { known.number(of: $0) }
    if known.coordinates.count > images.count {
      images += try operation.transform(Array(known.coordinates[images.count...]))
    }
    return numbers.map { images[Int($0)] }
  }
}
