internal import ForestCover

/// What the cells of a raster are, told by the numbers that they store.
struct CellClassifier: Sendable {
  /// What makes a cell forest.
  enum Test: Sendable {
    /// One of these stored numbers.
    case classes(Set<Int>)
    /// A value of at least `minimum`; one that is meant to be `threshold` is exactly that.
    case atLeast(minimum: Double, threshold: Double)
  }

  /// How a stored number becomes the value of a cell: factor × number + offset.
  struct Scale: Sendable {
    var factor = 1.0
    var offset = 0.0

    /// Whether stored numbers are the values themselves.
    var isIdentity: Bool { factor == 1 && offset == 0 }
  }

  let test: Test
  let scale: Scale
  /// The stored numbers that are inland water.
  let water: Set<Int>
  /// The stored number that stands for no data, as a cell can hold it.
  let noData: Double?
  /// Whether cells store numbers of 32 bits.
  let isSingle: Bool

  /// What a cell that stores `number` is: a ``ForestCode``. No number is no data.
  func code(of number: Double) -> UInt8 {
    if number.isNaN || number == noData { return ForestCode.noData }
    if !water.isEmpty, Int(exactly: number).map(water.contains) ?? false { return ForestCode.water }
    let isForest =
      switch test {
      case .classes(let classes): Int(exactly: number).map(classes.contains) ?? false
      case .atLeast(let minimum, let threshold): value(of: number, near: threshold) >= minimum
      }
    return isForest ? ForestCode.forest : ForestCode.other
  }

  /// The value of a cell; `meant` where it is that but for rounding: 7 × 0.1 is a little more than
  /// the 0.7 of a plan, and 3 × 0.1 + 0.4 may be a little less.
  private func value(of number: Double, near meant: Double) -> Double {
    guard !scale.isIdentity else { return number }
    let product = scale.factor * number
    let value = product + scale.offset
    let rounding = isSingle ? 0x1p-24 : 0x1p-51
    let tolerance = rounding * (abs(product) + abs(scale.offset) + abs(meant))
    return abs(value - meant) <= tolerance ? meant : value
  }
}
