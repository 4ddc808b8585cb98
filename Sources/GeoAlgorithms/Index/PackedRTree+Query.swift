public import GeoModel

extension PackedRTree {
  /// Calls `body` with each item whose box meets `window`; touching counts.
  ///
  /// The order of the calls is not that of the items. O(log n + hits) for packed data.
  @inlinable
  public func forEach(meeting window: BoundingBox, _ body: (Int) throws -> Void) rethrows {
    guard count > 0 else { return }
    var pending = [(level: height - 1, index: boxes.count - 1)]
    while let (level, index) = pending.popLast() {
      guard boxes[index].intersects(window) else { continue }
      if level == 0 {
        try body(Int(items[index]))
        continue
      }
      let first = levels[level - 1] + (index - levels[level]) * Self.fanOut
      let last = min(first + Self.fanOut, levels[level])
      if level == 1 {
        for child in first..<last where boxes[child].intersects(window) {
          try body(Int(items[child]))
        }
      } else {
        for child in first..<last where boxes[child].intersects(window) {
          pending.append((level - 1, child))
        }
      }
    }
  }

  /// The items whose boxes meet `window`, in ascending order; touching counts.
  public func items(meeting window: BoundingBox) -> [Int] {
    var found: [Int] = []
    forEach(meeting: window) { found.append($0) }
    return found.sorted()
  }
}
