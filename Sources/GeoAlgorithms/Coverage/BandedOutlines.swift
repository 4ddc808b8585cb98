import GeoModel

/// Outlines with their edges sorted into bands of rows, so that a band can be worked on without
/// looking at any edge that does not cross it.
///
/// Band *b* holds the rows `b * bandRows ..< (b + 1) * bandRows`; bands above the raster have
/// negative numbers. The bands depend on nothing but ``bandRows``, so sums by band are the same
/// whoever computes them and when.
///
/// Memory: 4 bytes for each edge and band that it crosses, 8 for each unit and band, on top of
/// the outlines.
public struct BandedOutlines: Sendable {
  /// The outlines that were sorted.
  public let outlines: GridOutlines
  /// The number of rows in a band.
  public let bandRows: Int
  /// The bands that any outline crosses; those without it have nothing to be summed.
  public let bands: Range<Int>

  /// The edges of each band, by the index of their first vertex, ascending, so that those of one
  /// unit are neighbours.
  private(set) var edges: [UInt32] = []
  /// For each band the first of its ``edges``, and the end.
  private(set) var bandStarts: [Int] = []

  /// Sorts the edges of `outlines` into bands of `bandRows` rows. O(edges + crossings of band
  /// borders + bands). At most 2³² vertices.
  public init(_ outlines: GridOutlines, bandRows: Int) {
    precondition(bandRows > 0, "a band has at least one row")
    precondition(outlines.vertices.count <= Int(UInt32.max), "too many vertices")
    self.outlines = outlines
    self.bandRows = bandRows
    bands =
      outlines.rows.isEmpty
      ? 0..<0
      : floorQuotient(outlines.rows.lowerBound, bandRows)..<floorQuotient(
        outlines.rows.upperBound - 1, bandRows) + 1
    var counts = [Int](repeating: 0, count: bands.count + 1)
    forEachEdgeBand { _, band in counts[band + 1] += 1 }
    for band in 0..<bands.count { counts[band + 1] += counts[band] }
    bandStarts = counts
    var sorted = [UInt32](repeating: 0, count: counts[bands.count])
    forEachEdgeBand { edge, band in
      sorted[counts[band]] = UInt32(truncatingIfNeeded: edge)
      counts[band] += 1
    }
    edges = sorted
  }

  /// The rows of `band`.
  public func rows(of band: Int) -> Range<Int> {
    band * bandRows..<(band + 1) * bandRows
  }

  /// Calls `body` with each edge that is not horizontal and, counted from the first, each band
  /// that it crosses. An edge along a row covers nothing on either side of it.
  private func forEachEdgeBand(_ body: (Int, Int) -> Void) {
    let height = Double(bandRows)
    let first = bands.lowerBound
    var start = 0
    for end in outlines.ringEnds {
      for edge in start..<end {
        let a = outlines.vertices[edge].y
        let b = outlines.vertices[edge + 1].y
        guard a != b else { continue }
        let low = floorQuotient(floorIndex(min(a, b)), bandRows)
        var band = low
        // An edge that ends on a band's upper border does not enter the band.
        while Double(band) * height < max(a, b) {
          body(edge, band - first)
          band += 1
        }
      }
      start = end + 1
    }
  }
}

/// The quotient rounded towards minus infinity; `divisor` is positive.
@inline(__always)
func floorQuotient(_ value: Int, _ divisor: Int) -> Int {
  value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
}

/// The greatest whole number that is not above `value`, without the library call that rounding
/// costs on processors of the x86-64 baseline.
@inline(__always)
func floorIndex(_ value: Double) -> Int {
  let truncated = Int(value)
  return Double(truncated) > value ? truncated - 1 : truncated
}
