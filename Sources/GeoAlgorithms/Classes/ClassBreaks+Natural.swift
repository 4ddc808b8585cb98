extension ClassBreaks {
  /// Natural breaks: the `count` classes (fewer where there are fewer different values) in which the
  /// sum of squared distances from the means of the classes is least. Exact. `nil` without finite
  /// values.
  ///
  /// W. D. Fisher, "On grouping for maximum homogeneity", Journal of the American Statistical
  /// Association 53 (1958), doi:10.1080/01621459.1958.10501479, which G. F. Jenks brought to maps. The
  /// best last class of a longer row begins no earlier than that of a shorter one, so each row of the
  /// table is filled by halving: O(k n log n) instead of O(k n²).
  public static func natural(_ values: [Double], count: Int) -> ClassBreaks? {
    let sorted = values.filter(\.isFinite).sorted()
    guard let least = sorted.first, let greatest = sorted.last, count > 0 else { return nil }
    if isOneValue(least, greatest) { return ClassBreaks(bounds: [least, greatest]) }
    let groups = WeightedValues(sorted: sorted)
    let classes = min(count, groups.values.count)
    guard classes > 1 else { return ClassBreaks(bounds: [least, greatest]) }
    let starts = groups.bestStarts(classes: classes)
    var bounds = starts.map { groups.values[$0] }
    // A single greatest value is a class of its own, from itself to itself, which bounds that ascend
    // cannot say: its class begins half-way to the value before.
    if let last = bounds.last, last == greatest, let start = starts.last {
      bounds[bounds.count - 1] = (groups.values[start - 1] + greatest) / 2
    }
    return ClassBreaks(bounds: bounds + [greatest])
  }
}

/// Different values in ascending order with their frequencies, as running sums.
struct WeightedValues {
  private(set) var values: [Double] = []
  private var counts: [Double] = [0]
  private var sums: [Double] = [0]
  private var squares: [Double] = [0]
  /// What values are measured from, so that squares keep their digits.
  private let origin: Double

  init(sorted: [Double]) {
    origin = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    var index = 0
    while index < sorted.count {
      let value = sorted[index]
      var frequency = 0.0
      while index < sorted.count, sorted[index] == value {
        frequency += 1
        index += 1
      }
      let distance = value - origin
      values.append(value)
      counts.append((counts.last ?? 0) + frequency)
      sums.append((sums.last ?? 0) + frequency * distance)
      squares.append((squares.last ?? 0) + frequency * distance * distance)
    }
  }

  /// The sum of squared distances from their mean of the values of a range.
  func spread(_ range: Range<Int>) -> Double {
    let count = counts[range.upperBound] - counts[range.lowerBound]
    guard count > 0 else { return 0 }
    let sum = sums[range.upperBound] - sums[range.lowerBound]
    let square = squares[range.upperBound] - squares[range.lowerBound]
    return max(0, square - sum * sum / count)
  }

  /// The first value of each of so many classes whose spreads are least together; of several such
  /// divisions the one whose last classes begin first.
  func bestStarts(classes: Int) -> [Int] {
    let n = values.count
    var cost = (0...n).map { spread(0..<$0) }
    // For each number of classes and each number of values, where the last class begins.
    var starts: [[Int32]] = []
    for number in 2...classes {
      var next = [Double](repeating: .infinity, count: n + 1)
      var row = [Int32](repeating: 0, count: n + 1)
      fill(number...n, from: number - 1, to: n - 1, cost: cost, next: &next, row: &row)
      cost = next
      starts.append(row)
    }
    var result: [Int] = []
    var end = n
    for row in starts.reversed() {
      result.append(Int(row[end]))
      end = Int(row[end])
    }
    return [0] + result.reversed()
  }

  /// Fills `next` for the lengths `range`; the last class begins within `from…to`.
  private func fill(
    _ range: ClosedRange<Int>, from: Int, to: Int, cost: [Double], next: inout [Double],
    row: inout [Int32]
  ) {
    let middle = (range.lowerBound + range.upperBound) / 2
    var best = from
    for start in from...max(from, min(to, middle - 1)) {
      let sum = cost[start] + spread(start..<middle)
      if sum < next[middle] {
        next[middle] = sum
        best = start
      }
    }
    row[middle] = Int32(best)
    if range.lowerBound < middle {
      fill(
        range.lowerBound...(middle - 1), from: from, to: best, cost: cost, next: &next, row: &row)
    }
    if middle < range.upperBound {
      fill((middle + 1)...range.upperBound, from: best, to: to, cost: cost, next: &next, row: &row)
    }
  }
}
