import GeoModel

/// How much ground two areas have in common, without drawing it.
///
/// By Green's theorem the area of what is common is a sum over its border: the stretches of each
/// outline that lie inside the other. Crossings are found exactly (``Orientation``), so on which side a
/// stretch lies is never in doubt, and a stretch that is a whole edge adds what is known of the edge.
/// Where outlines meet corner on corner, as neighbours of one coverage do, the directions at the corner
/// tell. Where they touch otherwise (a corner on an edge, edges along one line) sides are not settled
/// that way and nothing is told; an overlay must decide.
///
/// One a worker: it keeps its working memory. O(edges near both + crossings · log) for a pair.
public struct AreaOverlap: Sendable {
  private var crossings: [CrossedEdges] = []
  private var strips = EdgeStrips()
  private var shared = SharedBorder()

  /// Makes the working memory.
  public init() {}

  /// The area in **m²** that `left` and `right` have in common; `nil` where their outlines touch
  /// other than corner on corner. Both must be taken by one metric.
  public mutating func area(_ left: OverlapOutline, _ right: OverlapOutline) -> Double? {
    precondition(left.metric == right.metric, "areas of one metric")
    let window = BoundingBox(
      minimumX: max(left.boundingBox.minimumX, right.boundingBox.minimumX),
      minimumY: max(left.boundingBox.minimumY, right.boundingBox.minimumY),
      maximumX: min(left.boundingBox.maximumX, right.boundingBox.maximumX),
      maximumY: min(left.boundingBox.maximumY, right.boundingBox.maximumY))
    guard !window.isEmpty else { return 0 }
    crossings.removeAll(keepingCapacity: true)
    shared.removeAll()
    guard
      strips.findCrossings(of: left, right, in: window, into: &crossings, shared: &shared),
      let border = shared.settled(left, right)
    else { return nil }
    crossings.sort { ($0.left, $0.leftShare) < ($1.left, $1.leftShare) }
    // An edge of both bounds what is common once.
    var sum = gain(
      of: left, inside: right, cuts: crossings.map { ($0.left, $0.place) }, border.left,
      countsShared: true)
    crossings.sort { ($0.right, $0.rightShare) < ($1.right, $1.rightShare) }
    sum += gain(
      of: right, inside: left, cuts: crossings.map { ($0.right, $0.place) }, border.right,
      countsShared: false)
    // Less than nothing only by rounding.
    return max(0, sum)
  }

  /// What the stretches of `outline` inside `other` add to the area; `cuts` are in the order of the
  /// outline.
  private func gain(
    of outline: OverlapOutline, inside other: OverlapOutline, cuts: [(edge: Int32, Coordinate)],
    _ shared: SharedStretches, countsShared: Bool
  ) -> Double {
    var sum = 0.0
    var (next, corner, common) = (0, 0, 0)
    let (corners, edges) = (shared.corners, shared.edges)
    for ring in outline.rings where ring.box.intersects(other.boundingBox) {
      while next < cuts.count, cuts[next].edge < ring.first { next += 1 }
      while corner < corners.count, corners[corner].own < ring.first { corner += 1 }
      while common < edges.count, edges[common].own < ring.first { common += 1 }
      let isFree =
        (next == cuts.count || cuts[next].edge >= ring.last)
        && (corner == corners.count || corners[corner].own >= ring.last)
      // At a shared corner its own directions tell.
      let startsShared = corner < corners.count && corners[corner].own == ring.first
      var isInside = !startsShared && other.contains(outline.coordinates[Int(ring.first)])
      if isFree {
        if isInside { sum += ring.area }
        continue
      }
      for edge in ring.edges {
        let end = outline.coordinates[edge + 1]
        if corner < corners.count, Int(corners[corner].own) == edge {
          let place = corners[corner].other
          corner += 1
          if common < edges.count, Int(edges[common].own) == edge {
            if countsShared && edges[common].isSameWay { sum += outline.gains[edge] }
            common += 1
            continue
          }
          isInside = other.leadsInside(from: place, to: end)
        }
        guard next < cuts.count, Int(cuts[next].edge) == edge else {
          if isInside { sum += outline.gains[edge] }
          continue
        }
        var start = outline.coordinates[edge]
        while next < cuts.count, Int(cuts[next].edge) == edge {
          let place = cuts[next].1
          if isInside {
            sum -= EdgeArea.below(from: start, to: place, metric: outline.metric)
          }
          isInside.toggle()
          start = place
          next += 1
        }
        if isInside { sum -= EdgeArea.below(from: start, to: end, metric: outline.metric) }
      }
    }
    return sum
  }
}

/// Where an edge of one outline crosses one of another.
struct CrossedEdges {
  let left: Int32
  let right: Int32
  /// How far along each edge, 0…1.
  let leftShare: Double
  let rightShare: Double
  let place: Coordinate
}
