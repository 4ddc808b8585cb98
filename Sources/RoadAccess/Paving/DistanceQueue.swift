/// Nodes by distance, the nearest first; among equals the one of the least number.
///
/// A heap with four children a node: half as deep as a binary one. It is a concrete type of its own
/// because a generic one of another room is not specialised here.
struct DistanceQueue {
  /// A node and its distance.
  struct Entry {
    var distance: Int
    var node: Int32

    @inline(__always)
    func isBefore(_ other: Entry) -> Bool {
      distance != other.distance ? distance < other.distance : node < other.node
    }
  }

  private var entries: [Entry] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  /// O(log n).
  mutating func insert(_ node: Int32, at distance: Int) {
    let entry = Entry(distance: distance, node: node)
    entries.append(entry)
    var index = entries.count - 1
    while index > 0 {
      let parent = (index - 1) / 4
      guard entry.isBefore(entries[parent]) else { break }
      entries[index] = entries[parent]
      index = parent
    }
    entries[index] = entry
  }

  /// Takes out the nearest; nothing where the queue is empty. O(log n).
  mutating func removeNearest() -> Entry? {
    guard let last = entries.popLast() else { return nil }
    guard let nearest = entries.first else { return last }
    var index = 0
    while true {
      let first = 4 * index + 1
      guard first < entries.count else { break }
      var child = first
      for other in (first + 1)..<max(first + 1, min(first + 4, entries.count))
      where entries[other].isBefore(entries[child]) {
        child = other
      }
      guard entries[child].isBefore(last) else { break }
      entries[index] = entries[child]
      index = child
    }
    entries[index] = last
    return nearest
  }
}
