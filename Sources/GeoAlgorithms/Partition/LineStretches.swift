public import GeoModel

/// A line divided from its beginning to its end, each stretch with a label; neighbours differ.
public struct LineStretches: Sendable, Hashable {
  /// A part of the line.
  public struct Stretch: Sendable, Hashable {
    /// What it is labelled.
    public var label: Int32
    /// Where it ends, as the way along the line in micrometres.
    public var end: Micrometres

    /// Makes a stretch.
    public init(label: Int32, end: Micrometres) {
      self.label = label
      self.end = end
    }
  }

  /// The stretches in order; the last ends where the line does.
  public private(set) var stretches: [Stretch] = []

  /// A line that nothing is known of yet.
  public init() {}

  /// Goes on to `end` with `label`; what does not lead further is passed over.
  public mutating func extend(to end: Micrometres, label: Int32) {
    guard end > stretches.last?.end ?? 0 else { return }
    if stretches.last?.label == label {
      stretches[stretches.count - 1].end = end
    } else {
      stretches.append(Stretch(label: label, end: end))
    }
  }

  /// The division of a line of the length `length` that has one label.
  public init(whole length: Micrometres, label: Int32) {
    extend(to: length, label: label)
  }

  /// This division and another of the same line laid over each other, the greater label on top.
  public func greatest(with other: LineStretches) -> LineStretches {
    var result = LineStretches()
    forEach(along: other) { result.extend(to: $2.upperBound, label: max($0, $1)) }
    return result
  }

  /// The length labelled `label`, in micrometres.
  public func length(of label: Int32) -> Micrometres {
    var start: Micrometres = 0
    return stretches.reduce(0) { sum, stretch in
      defer { start = stretch.end }
      return stretch.label == label ? sum + stretch.end - start : sum
    }
  }

  /// Calls `body` with the length of each stretch on which the labels of this division and of another
  /// of the same line stay as they are, in order. O(stretches).
  public func forEach(
    along other: LineStretches,
    _ body: (_ own: Int32, _ others: Int32, _ part: Range<Micrometres>) -> Void
  ) {
    var (one, two) = (0, 0)
    var start: Micrometres = 0
    while one < stretches.count, two < other.stretches.count {
      let (own, others) = (stretches[one], other.stretches[two])
      let end = min(own.end, others.end)
      if end > start { body(own.label, others.label, start..<end) }
      start = end
      if own.end == end { one += 1 }
      if others.end == end { two += 1 }
    }
  }
}

extension AreaCutter.Walk {
  /// The areas that a line passes, as its stretches labelled with the index of their area (−1
  /// outside all). Lengths are those of ``cut(_:length:)``.
  ///
  /// - Parameter line: at least two positions, all finite. O(segments + crossings · log).
  public mutating func stretches(_ line: ArraySlice<Coordinate>) -> LineStretches {
    settle(line)
    let metric = cutter.metric
    var result = LineStretches()
    var offset: Micrometres = 0
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
        result.extend(to: offset + upTo, label: parts[index].area)
        before = upTo
        index += 1
      }
      offset += whole
    }
    return result
  }
}
