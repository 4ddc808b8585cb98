/// The number of letters to add, drop, change or swap with the next to make one word the other:
/// optimal string alignment, the restricted Damerau-Levenshtein distance (Damerau 1964,
/// doi:10.1145/363958.363994).
enum EditDistance {
  /// Room for three rows of the table, kept between calls.
  struct Scratch {
    var beforeLast: [Int] = []
    var last: [Int] = []
    var current: [Int] = []
  }

  /// The distance between `first` and `second`, or `nil` where it is over `limit`.
  ///
  /// - Complexity: O(n · limit) time, O(n) room.
  static func distance(
    _ first: [UInt8], _ second: [UInt8], limit: Int, scratch: inout Scratch
  ) -> Int? {
    let width = second.count
    guard abs(first.count - width) <= limit else { return nil }
    let far = limit + 1
    scratch.last = Array(0...width).map { min($0, far) }
    scratch.beforeLast = scratch.last
    scratch.current = scratch.last
    for row in 0..<first.count {
      let low = max(0, row - limit)
      let high = min(width, row + limit + 1)
      scratch.current[0] = min(row + 1, far)
      if low > 0 { scratch.current[low] = far }
      var best = low == 0 ? scratch.current[0] : far
      for column in low..<max(low, high) {
        let change = first[row] == second[column] ? 0 : 1
        var value = scratch.last[column] + change
        // Beyond the band the last row holds what is over the limit anyway.
        value = min(value, scratch.current[column] + 1)
        if column < row + limit { value = min(value, scratch.last[column + 1] + 1) }
        if row > 0, column > 0, first[row] == second[column - 1],
          first[row - 1] == second[column]
        {
          value = min(value, scratch.beforeLast[column - 1] + 1)
        }
        scratch.current[column + 1] = min(value, far)
        best = min(best, value)
      }
      guard best <= limit else { return nil }
      swap(&scratch.beforeLast, &scratch.last)
      swap(&scratch.last, &scratch.current)
    }
    let distance = scratch.last[width]
    return distance <= limit ? distance : nil
  }
}
