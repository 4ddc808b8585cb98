extension ClassBreaks {
  /// The bounds of the class at `index`, lower and upper.
  public func ends(of index: Int) -> [Double] { [bounds[index], bounds[index + 1]] }

  /// The least and the greatest whole number in the class at `index`: of bounds 1, 19, 36 the classes
  /// hold 1 to 18 and 19 to 36. The bounds themselves where the class holds no whole number.
  public func wholeEnds(of index: Int) -> [Double] {
    let least = bounds[index].rounded(.up)
    let greatest =
      index == count - 1 ? bounds[count].rounded(.down) : bounds[index + 1].rounded(.up) - 1
    return least <= greatest ? [least, greatest] : ends(of: index)
  }

  /// The first class all of whose values reach `value`, ``count`` where none does; `nil` where `value`
  /// lies within a class, of which some values reach it and others do not.
  ///
  /// Bounds are sums of decimals: one that misses `value` by its last bits is `value`.
  public func firstClass(from value: Double) -> Int? {
    let slack = 1e-9 * max(1, abs(value))
    let first = (0..<count).first { bounds[$0] >= value - slack } ?? count
    guard first > 0 else { return 0 }
    // The greatest bound belongs to the last class: it may reach the value, the others do not.
    return first < count
      ? (bounds[first] <= value + slack ? first : nil)
      : (bounds[count] < value - slack ? count : nil)
  }

  /// The same classes without what lies beyond `range`, which no value does: of a share nothing is
  /// below 0 or above 100. Unchanged where a class would vanish.
  public func clipped(to range: ClosedRange<Double>) -> ClassBreaks {
    ClassBreaks(
      bounds: bounds.map { min(max($0, range.lowerBound), range.upperBound) }) ?? self
  }
}
