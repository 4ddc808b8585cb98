public import GeoModel

/// A static R-tree: boxes packed once, sixteen to a node, in the order of Hilbert's curve.
///
/// Source: I. Kamel and C. Faloutsos, "On packing R-trees", CIKM 1993,
/// doi:10.1145/170088.170403. All boxes lie in one flat array, level after level, the items first;
/// the children of a node are neighbours, so no pointers are kept. Building is O(n), a query
/// O(log n + hits) for data that do not overlap much. Items are numbers from 0, in the order in
/// which the boxes were given. The order in which a query visits items is fixed by the boxes and
/// their order, but is no order to rely on.
public struct PackedRTree: Sendable {
  /// The number of items.
  public let count: Int

  @usableFromInline static let fanOut = 16
  /// The boxes of the items along the curve, then those of each level above, the root last.
  @usableFromInline let boxes: [BoundingBox]
  /// The item at each place along the curve.
  @usableFromInline let items: [Int32]
  /// Where each level begins in `boxes`, and the end of the last.
  @usableFromInline let levels: [Int]

  /// Builds the tree over `bounds`; an empty box is kept and never found. At most 2³¹−1 boxes.
  public init(_ bounds: [BoundingBox]) {
    count = bounds.count
    var extent = BoundingBox.empty
    for box in bounds { extent.formUnion(box) }
    items = Self.orderAlongCurve(bounds, extent: extent)
    var boxes: [BoundingBox] = []
    boxes.reserveCapacity(bounds.count + bounds.count / (Self.fanOut - 1) + 16)
    for item in items { boxes.append(bounds[Int(item)]) }
    var levels = [0, boxes.count]
    while levels[levels.count - 1] - levels[levels.count - 2] > 1 {
      let start = levels[levels.count - 2]
      let end = levels[levels.count - 1]
      for first in stride(from: start, to: end, by: Self.fanOut) {
        var union = BoundingBox.empty
        for child in first..<min(first + Self.fanOut, end) { union.formUnion(boxes[child]) }
        boxes.append(union)
      }
      levels.append(boxes.count)
    }
    self.boxes = boxes
    self.levels = levels
  }

  /// The box of everything; ``GeoModel/BoundingBox/empty`` where the tree is empty.
  public var extent: BoundingBox { boxes.last ?? .empty }

  /// The number of levels, that of the items included.
  @usableFromInline var height: Int { levels.count - 1 }

  private static func orderAlongCurve(_ bounds: [BoundingBox], extent: BoundingBox) -> [Int32] {
    let width = extent.maximumX - extent.minimumX
    let height = extent.maximumY - extent.minimumY
    let scaleX = width > 0 ? 65_535 / width : 0
    let scaleY = height > 0 ? 65_535 / height : 0
    var keyed: [(key: UInt32, item: Int32)] = []
    keyed.reserveCapacity(bounds.count)
    for (index, box) in bounds.enumerated() {
      var key = UInt32.max
      if !box.isEmpty {
        let x = ((box.minimumX + box.maximumX) / 2 - extent.minimumX) * scaleX
        let y = ((box.minimumY + box.maximumY) / 2 - extent.minimumY) * scaleY
        key = HilbertCurve.distance(
          x: UInt32(min(max(x, 0), 65_535)), y: UInt32(min(max(y, 0), 65_535)))
      }
      keyed.append((key, Int32(index)))
    }
    return sortedByKey(keyed)
  }

  /// The items in the order of their keys; equal keys keep the order of the items. Radix sort with
  /// 16 bits a pass: O(n).
  private static func sortedByKey(_ keyed: [(key: UInt32, item: Int32)]) -> [Int32] {
    guard keyed.count > 4096 else {
      return keyed.sorted { ($0.key, $0.item) < ($1.key, $1.item) }.map(\.item)
    }
    var source = keyed
    var target = keyed
    for shift in [UInt32(0), 16] {
      var starts = [Int](repeating: 0, count: 65_537)
      for entry in source { starts[Int((entry.key >> shift) & 0xFFFF) + 1] += 1 }
      for digit in 0..<65_536 { starts[digit + 1] += starts[digit] }
      for entry in source {
        let digit = Int((entry.key >> shift) & 0xFFFF)
        target[starts[digit]] = entry
        starts[digit] += 1
      }
      swap(&source, &target)
    }
    return source.map(\.item)
  }
}
