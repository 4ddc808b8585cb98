/// Sets of numbers that grow together: union by size, with paths halved on the way.
///
/// Source: R. E. Tarjan and J. van Leeuwen, "Worst-case analysis of set union algorithms", JACM
/// 31(2), 1984, doi:10.1145/62.2160.
public struct DisjointSets: Sendable {
  private var parents: [Int32]
  private var sizes: [Int32]

  /// Makes `count` sets of one.
  public init(count: Int) {
    parents = Array(0..<Int32(count))
    sizes = [Int32](repeating: 1, count: count)
  }

  /// The number of elements.
  public var count: Int { parents.count }

  /// The number that stands for the set of `element`. Almost O(1).
  public mutating func root(of element: Int32) -> Int32 {
    var element = element
    while parents[Int(element)] != element {
      parents[Int(element)] = parents[Int(parents[Int(element)])]
      element = parents[Int(element)]
    }
    return element
  }

  /// Makes one set of the sets of `left` and `right`.
  public mutating func unite(_ left: Int32, _ right: Int32) {
    var greater = root(of: left)
    var less = root(of: right)
    guard greater != less else { return }
    if sizes[Int(greater)] < sizes[Int(less)] { swap(&greater, &less) }
    parents[Int(less)] = greater
    sizes[Int(greater)] += sizes[Int(less)]
  }

  /// The sets numbered from 0 in the order of their least elements, one number an element.
  public mutating func labels() -> (labels: [Int32], count: Int) {
    var numbers = [Int32](repeating: -1, count: parents.count)
    var labels = [Int32](repeating: 0, count: parents.count)
    var count: Int32 = 0
    for element in parents.indices {
      let root = Int(root(of: Int32(element)))
      if numbers[root] < 0 {
        numbers[root] = count
        count += 1
      }
      labels[element] = numbers[root]
    }
    return (labels, Int(count))
  }
}
