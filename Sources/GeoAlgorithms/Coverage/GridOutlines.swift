public import GeoModel

/// Why an outline cannot be laid over a grid.
public enum GridOutlineError: Error, Hashable, Sendable {
  /// Raised when a position of the unit of this index is not finite: a reprojection that failed.
  case notFinite(unit: Int)
  /// Raised when a position of the unit of this index is more than
  /// ``GridOutlines/reach`` cells from the raster's first cell: mostly a unit in another
  /// reference system.
  case beyondReach(unit: Int)
}

/// The outlines of units in grid coordinates, as directed edges.
///
/// Grid coordinates are those of `GridGeometry`: x is the column, y the row downwards, whole
/// numbers are cell borders. Positions need not lie on the raster. Rings may run in either
/// direction: each is turned on arrival so that exteriors enclose positively and holes
/// negatively. So overlapping parts of one unit count twice, which the scan reports
/// (``OutlineScanner/Cursor/improperCells``); polygons valid by the Simple Features standard have
/// none.
///
/// Memory: 16 bytes a vertex.
public struct GridOutlines: Sendable {
  /// The greatest distance of a position from the raster's first cell, in cells: 2²⁷.
  public static let reach = 134_217_728.0

  /// The number of units appended.
  public var unitCount: Int { unitEnds.count }

  /// The rows that any unit touches, `lower..<upper`; empty where no unit encloses anything.
  public private(set) var rows: Range<Int> = 0..<0
  /// The columns that any unit touches.
  public private(set) var columns: Range<Int> = 0..<0

  /// The vertices of all rings, one ring after another, each closed.
  var vertices: [Coordinate] = []
  /// For each unit the number of vertices up to its end.
  var unitEnds: [Int] = []
  /// For each ring the index of its closing vertex, from which no edge starts.
  var ringEnds: [Int] = []

  /// Outlines of no unit.
  public init() {}

  /// Adds a unit that consists of `polygons`; none at all is a unit that covers nothing. Its
  /// index is the ``unitCount`` before the call. O(number of vertices).
  ///
  /// A closed ring is expected (`LinearRing`); rings that enclose nothing contribute nothing.
  public mutating func append(_ polygons: [Polygon]) throws(GridOutlineError) {
    let unit = unitCount
    let start = vertices.count
    let ringStart = ringEnds.count
    do {
      for polygon in polygons {
        try append(polygon.exterior, enclosing: true, unit: unit)
        for hole in polygon.holes { try append(hole, enclosing: false, unit: unit) }
      }
    } catch {
      vertices.removeSubrange(start...)
      ringEnds.removeSubrange(ringStart...)
      throw error
    }
    unitEnds.append(vertices.count)
    extend(by: BoundingBox(of: vertices[start...]))
  }

  private mutating func append(
    _ ring: LinearRing, enclosing: Bool, unit: Int
  ) throws(GridOutlineError) {
    guard ring.coordinates.count >= 4 else { return }
    for position in ring.coordinates {
      guard position.isFinite else { throw .notFinite(unit: unit) }
      guard abs(position.x) <= Self.reach, abs(position.y) <= Self.reach else {
        throw .beyondReach(unit: unit)
      }
    }
    if (ring.doubledSignedArea > 0) == enclosing {
      vertices.append(contentsOf: ring.coordinates)
    } else {
      vertices.append(contentsOf: ring.coordinates.reversed())
    }
    ringEnds.append(vertices.count - 1)
  }

  private mutating func extend(by box: BoundingBox) {
    guard !box.isEmpty else { return }
    func union(_ range: Range<Int>, _ low: Double, _ high: Double) -> Range<Int> {
      let lower = Int(low.rounded(.down))
      let upper = max(lower + 1, Int(high.rounded(.up)))
      return range.isEmpty
        ? lower..<upper : min(range.lowerBound, lower)..<max(range.upperBound, upper)
    }
    rows = union(rows, box.minimumY, box.maximumY)
    columns = union(columns, box.minimumX, box.maximumX)
  }
}
