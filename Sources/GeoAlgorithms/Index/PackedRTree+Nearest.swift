public import GeoModel

extension PackedRTree {
  /// Visits items from near to far, until nothing that is left can be as near as the caller asks.
  ///
  /// Items come in the order of the distance to their boxes, which is never more than the distance
  /// to what lies within. The caller measures the item exactly and answers with the distance
  /// beyond which nothing interests it any more: the least it has found to get the nearest and all
  /// that are equally near, or `limit` always to get everything within the limit.
  ///
  /// Source: G. Hjaltason and H. Samet, "Distance browsing in spatial databases", ACM TODS 24(2),
  /// 1999, doi:10.1145/320248.320255.
  ///
  /// - Parameters:
  ///   - position: where to begin.
  ///   - scaleX: how much a unit of x is worth in the caller's unit of distance; so small that a
  ///     distance taken with it is never more than the exact one.
  ///   - scaleY: the same for y.
  ///   - limit: the greatest distance of interest, inclusive.
  ///   - visit: measures an item and gives the new limit; one above the present limit is ignored.
  public func visitNearest(
    to position: Coordinate, scaleX: Double = 1, scaleY: Double = 1, within limit: Double,
    _ visit: (Int) -> Double
  ) {
    guard count > 0 else { return }
    func distance(_ box: BoundingBox) -> Double {
      let dx = max(box.minimumX - position.x, position.x - box.maximumX, 0) * scaleX
      let dy = max(box.minimumY - position.y, position.y - box.maximumY, 0) * scaleY
      return (dx * dx + dy * dy).squareRoot()
    }
    var limit = limit
    var pending = QuaternaryHeap<PendingBox>()
    pending.insert(
      PendingBox(
        distance: distance(boxes[boxes.count - 1]), level: height - 1,
        index: boxes.count - 1))
    while let node = pending.removeLeast() {
      guard node.distance <= limit else { return }
      if node.level == 0 {
        limit = min(limit, visit(Int(items[node.index])))
        continue
      }
      let first = levels[node.level - 1] + (node.index - levels[node.level]) * Self.fanOut
      for child in first..<min(first + Self.fanOut, levels[node.level])
      where !boxes[child].isEmpty {
        let near = distance(boxes[child])
        if near <= limit {
          pending.insert(PendingBox(distance: near, level: node.level - 1, index: child))
        }
      }
    }
  }
}

/// A node of the tree that waits for its turn, ordered by distance and, among equals, by place in
/// the tree: nodes nearer the items first.
private struct PendingBox: Comparable {
  let distance: Double
  let level: Int
  let index: Int

  static func < (left: PendingBox, right: PendingBox) -> Bool {
    if left.distance != right.distance { return left.distance < right.distance }
    return (left.level, left.index) < (right.level, right.index)
  }
}
