/// The cells and the area of each class that one unit receives, summed within one band.
struct ClassTally {
  /// Cells wholly inside, for each class: exact.
  private(set) var whole: [Int]
  /// The shares of all other cells, for each class.
  private(set) var partial: [Double]
  /// The area in m², for each class.
  private(set) var area: [Double]
  /// The number of cells of each class in the run at hand, and the sum of their distances in
  /// columns from the run's start.
  private var counts: [Int]
  private var moments: [Int]

  /// Up to this number of classes a run is gone through once for each class, which vectorises;
  /// above it once in all, which does not.
  private static let vectorClasses = 6

  init(classCount: Int) {
    whole = [Int](repeating: 0, count: classCount)
    partial = [Double](repeating: 0, count: classCount)
    area = [Double](repeating: 0, count: classCount)
    counts = whole
    moments = whole
  }

  mutating func reset() {
    for index in whole.indices {
      whole[index] = 0
      partial[index] = 0
      area[index] = 0
    }
  }

  /// The cells of a class: Σ share.
  func cells(_ code: Int) -> Double { Double(whole[code]) + partial[code] }

  /// Adds one cell of the class `code`, of whose `area` in m² the share `fraction` lies inside.
  @inline(__always)
  mutating func add(code: UInt8, fraction: Double, area cellArea: Double) {
    partial[Int(code)] += fraction
    area[Int(code)] += fraction * cellArea
  }

  /// Adds a run of cells of which the share `fraction` lies inside. Their areas are
  /// `line.area + line.slope * i` for the cell `i` columns from the run's start.
  mutating func add(
    _ codes: Span<UInt8>, fraction: Double, line: (area: Double, slope: Double)
  ) {
    if counts.count <= Self.vectorClasses { countByClass(codes) } else { countByCell(codes) }
    for code in counts.indices where counts[code] > 0 {
      let sum = line.area * Double(counts[code]) + line.slope * Double(moments[code])
      if fraction == 1 {
        whole[code] += counts[code]
        area[code] += sum
      } else {
        partial[code] += fraction * Double(counts[code])
        area[code] += fraction * sum
      }
    }
  }

  private mutating func countByClass(_ codes: Span<UInt8>) {
    for code in counts.indices {
      counts[code] = 0
      moments[code] = 0
    }
    var start = 0
    while start < codes.count {
      // Of 256 cells neither the count nor the sum of distances leaves 16 bits.
      let end = min(start + 256, codes.count)
      let block = codes.extracting(start..<end)
      var left = block.count
      for code in counts.indices {
        let tally = Self.tally(block, of: UInt8(truncatingIfNeeded: code))
        counts[code] += tally.count
        moments[code] += start * tally.count + tally.moment
        left -= tally.count
      }
      precondition(left == 0, "a code is not below the number of classes")
      start = end
    }
  }

  @inline(__always)
  private static func tally(_ block: Span<UInt8>, of code: UInt8) -> (count: Int, moment: Int) {
    var count: UInt16 = 0
    var moment: UInt16 = 0
    for index in 0..<block.count {
      let hit: UInt16 = block[index] == code ? 0xFFFF : 0
      count &-= hit
      moment &+= hit & UInt16(truncatingIfNeeded: index)
    }
    return (Int(count), Int(moment))
  }

  private mutating func countByCell(_ codes: Span<UInt8>) {
    for code in counts.indices {
      counts[code] = 0
      moments[code] = 0
    }
    for index in 0..<codes.count {
      let code = Int(codes[index])
      counts[code] += 1
      moments[code] += index
    }
  }
}
