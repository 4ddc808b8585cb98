/// A queue that gives its least element first: a heap with four children a node.
///
/// Four children make it half as deep as a binary heap and keep siblings in one cache line, which
/// is what a shortest-path search spends its time on. swift-collections' `Heap` gives least and
/// greatest; the searches here need the least alone, and emptying without giving up the storage.
struct QuaternaryHeap<Element: Comparable> {
  private var elements: [Element] = []

  var isEmpty: Bool { elements.isEmpty }
  var count: Int { elements.count }

  /// The least element; nothing where the heap is empty. O(1).
  var least: Element? { elements.first }

  mutating func removeAll() { elements.removeAll(keepingCapacity: true) }

  /// Takes out some element, whichever costs nothing to find; for emptying. O(1).
  mutating func removeLast() -> Element? { elements.popLast() }

  /// O(log n).
  mutating func insert(_ element: Element) {
    elements.append(element)
    var index = elements.count - 1
    while index > 0 {
      let parent = (index - 1) / 4
      guard element < elements[parent] else { break }
      elements[index] = elements[parent]
      index = parent
    }
    elements[index] = element
  }

  /// Takes out the least element; nothing where the heap is empty. O(log n).
  mutating func removeLeast() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let least = elements.first else { return last }
    var index = 0
    while true {
      let first = 4 * index + 1
      guard first < elements.count else { break }
      var child = first
      for other in (first + 1)..<max(first + 1, min(first + 4, elements.count))
      where elements[other] < elements[child] {
        child = other
      }
      guard elements[child] < last else { break }
      elements[index] = elements[child]
      index = child
    }
    elements[index] = last
    return least
  }
}

extension QuaternaryHeap: Sendable where Element: Sendable {}
