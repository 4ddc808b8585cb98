/// Proposals of regions, the densest first; of equals that of the first region.
struct ProposalQueue {
  struct Entry {
    var density: Double
    var region: Int
    var version: Int

    func isBefore(_ other: Entry) -> Bool {
      density != other.density ? density > other.density : region < other.region
    }
  }

  private var entries: [Entry] = []

  /// O(log n).
  mutating func insert(_ entry: Entry) {
    var index = entries.count
    entries.append(entry)
    while index > 0, entry.isBefore(entries[(index - 1) / 2]) {
      entries[index] = entries[(index - 1) / 2]
      index = (index - 1) / 2
    }
    entries[index] = entry
  }

  /// Takes out the densest. O(log n).
  mutating func removeFirst() -> Entry? {
    guard let last = entries.popLast() else { return nil }
    guard let first = entries.first else { return last }
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) { child += 1 }
      guard entries[child].isBefore(last) else { break }
      entries[index] = entries[child]
      index = child
    }
    entries[index] = last
    return first
  }
}
