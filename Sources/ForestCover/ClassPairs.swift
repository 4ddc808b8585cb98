internal import GeoAlgorithms

/// The pairs of classes that occur in a band, numbered in the order of their finding.
struct ClassPairs {
  /// The transition of each number.
  private(set) var transitions: [GroundTransition] = []
  /// The number of each pair; -1 where it has none yet.
  private var numbers = [Int16](repeating: -1, count: ClassPairs.side * ClassPairs.side)

  /// 256 classes, and no data.
  private static let side = 257

  /// The number of the pair of each of `cells`; `nil` where there are more pairs than bytes tell
  /// apart.
  mutating func codes(
    before: (codes: [UInt8], classes: [UInt8]), after: (codes: [UInt8], classes: [UInt8]),
    cells: Range<Int>
  ) -> [UInt8]? {
    func place(_ year: (codes: [UInt8], classes: [UInt8]), _ cell: Int) -> Int {
      year.codes[cell] == ForestCode.noData ? Self.side - 1 : Int(year.classes[cell])
    }
    var codes = [UInt8](repeating: 0, count: cells.count)
    for (index, cell) in cells.enumerated() {
      let (first, last) = (place(before, cell), place(after, cell))
      var number = numbers[first * Self.side + last]
      if number < 0 {
        guard transitions.count < RasterForestChange.greatestPairCount else { return nil }
        number = Int16(transitions.count)
        numbers[first * Self.side + last] = number
        transitions.append(GroundTransition(Self.ground(first), Self.ground(last)))
      }
      codes[index] = UInt8(truncatingIfNeeded: number)
    }
    return codes
  }

  private static func ground(_ place: Int) -> GroundClass {
    place == side - 1 ? .noData : .rasterClass(place)
  }
}

/// The sums of the pairs of classes in one band.
struct BandPairs: Sendable {
  /// The transition of each of the codes of ``sums``.
  var transitions: [GroundTransition]
  /// The sums by code.
  var sums: BandSums
}
