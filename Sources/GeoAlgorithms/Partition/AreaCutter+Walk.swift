public import GeoModel

extension AreaCutter {
  /// Walks along lines. One a worker: not to be shared.
  public struct Walk: Sendable {
    /// What is cut by.
    public let cutter: AreaCutter

    /// The parts of the present line, in order.
    var parts: [Part] = []
    private var cuts: [Cut] = []
    /// The pieces of the last line, by area in the order in which the line meets them.
    public private(set) var pieces: [Piece] = []
    /// How often the last line passed from an area to the outside of all, or back.
    public private(set) var outsideChanges = 0

    /// A part of one segment.
    struct Part {
      let segment: Int32
      let area: Int32
      /// Where it ends; the end of the segment for its last part.
      let end: Coordinate
    }

    /// Where a segment crosses an edge.
    private struct Cut {
      let fraction: Double
      let edge: Int32
    }

    /// Prepares a walk.
    public init(_ cutter: AreaCutter) { self.cutter = cutter }

    /// Cuts a line of the length `length`, the sum over its segments as `metric` gives them; the
    /// ``pieces`` have that length together.
    ///
    /// O(segments + crossings · log).
    ///
    /// - Parameters:
    ///   - line: at least two positions, all finite, in the coordinates that `metric` takes.
    ///   - length: in **micrometres**; it is not checked against `metric`.
    public mutating func cut(_ line: ArraySlice<Coordinate>, length: Micrometres) {
      pieces.removeAll(keepingCapacity: true)
      settle(line)
      if parts.allSatisfy({ $0.area == parts[0].area }) {
        outsideChanges = 0
        pieces.append(Piece(area: parts[0].area, length: length))
      } else {
        measure(line)
        outsideChanges = zip(parts, parts.dropFirst()).count {
          ($0.area == BorderBuckets.outside) != ($1.area == BorderBuckets.outside)
        }
      }
    }

    /// Finds the parts of a line.
    mutating func settle(_ line: ArraySlice<Coordinate>) {
      parts.removeAll(keepingCapacity: true)
      var area = BorderBuckets.unsettled
      for segment in line.startIndex..<line.endIndex - 1 {
        if area == BorderBuckets.unsettled { area = cutter.area(of: line[segment]) }
        area = cut(segment: segment, of: line, from: area)
      }
    }

    /// Sums the parts by area.
    private mutating func measure(_ line: ArraySlice<Coordinate>) {
      let metric = cutter.metric
      var index = 0
      while index < parts.count {
        let segment = Int(parts[index].segment)
        let (start, end) = (line[segment], line[segment + 1])
        let whole = metric.micrometres(from: start, to: end)
        var before: Micrometres = 0
        while index < parts.count, Int(parts[index].segment) == segment {
          let isLast = index + 1 == parts.count || Int(parts[index + 1].segment) != segment
          let upTo =
            isLast
            ? whole
            : min(
              max(metric.part(of: whole, from: start, to: end, before: parts[index].end), before),
              whole)
          add(parts[index].area, upTo - before)
          before = upTo
          index += 1
        }
      }
    }

    private mutating func add(_ area: Int32, _ length: Micrometres) {
      if let place = pieces.firstIndex(where: { $0.area == area }) {
        pieces[place].length += length
      } else {
        pieces.append(Piece(area: area, length: length))
      }
    }

    /// Adds the parts of a segment that begins in `area`.
    ///
    /// - Returns: the area at its end, or that it is not settled.
    private mutating func cut(
      segment: Int, of line: ArraySlice<Coordinate>, from area: Int32
    ) -> Int32 {
      let (start, end) = (line[segment], line[segment + 1])
      cuts.removeAll(keepingCapacity: true)
      var touches = area == BorderBuckets.unsettled
      let buckets = cutter.buckets
      buckets.forEachBucket(from: start, to: end) { bucket in
        for place in buckets.range(bucket) {
          let edge = buckets.edge(place)
          let (a, b) = buckets.edges.ends(edge)
          switch Crossing.between(start, end, a, b) {
          case .none: continue
          case .touch: touches = true
          case .proper:
            cuts.append(Cut(fraction: AreaCutter.fraction(start, end, a, b), edge: edge))
          }
        }
      }
      if !touches, cuts.isEmpty {
        parts.append(Part(segment: Int32(segment), area: area, end: end))
        return area
      }
      if !touches, let last = cross(segment: segment, start, end, from: area) { return last }
      for part in cutter.parts(from: start, to: end) {
        parts.append(Part(segment: Int32(segment), area: part.area, end: part.end))
      }
      return BorderBuckets.unsettled
    }

    /// Goes over the crossings in order.
    ///
    /// - Returns: the area at the end; `nil`, and no part added, where areas overlap or leave a gap
    ///   by less than rounding tells.
    private mutating func cross(
      segment: Int, _ start: Coordinate, _ end: Coordinate, from area: Int32
    ) -> Int32? {
      cuts.sort { ($0.fraction, $0.edge) < ($1.fraction, $1.edge) }
      let count = parts.count
      var inside = area >= 0 ? [area] : []
      var index = 0
      while index < cuts.count {
        let present = inside.first ?? BorderBuckets.outside
        let fraction = cuts[index].fraction
        while index < cuts.count, cuts[index].fraction == fraction {
          if index == 0 || cuts[index].edge != cuts[index - 1].edge {
            BorderBuckets.toggle(
              cutter.buckets.edges.areas[Int(cuts[index].edge)], in: &inside)
          }
          index += 1
        }
        guard inside.count < 2 else {
          parts.removeLast(parts.count - count)
          return nil
        }
        parts.append(
          Part(
            segment: Int32(segment), area: present,
            end: AreaCutter.place(fraction, start, end)))
      }
      let last = inside.first ?? BorderBuckets.outside
      parts.append(Part(segment: Int32(segment), area: last, end: end))
      return last
    }
  }
}
