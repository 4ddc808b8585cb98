import GeoAlgorithms
import TestSupport
import Testing

@Suite("Classes of figures") struct ClassBreaksTests {
  @Test("round bounds are round and hold all values")
  func rounded() throws {
    #expect(ClassBreaks.rounded([31, 84, 60], count: 6)?.bounds == [30, 40, 50, 60, 70, 80, 90])
    #expect(
      ClassBreaks.rounded([0.12, 0.31], count: 5)?.bounds == [0.1, 0.15, 0.2, 0.25, 0.3, 0.35])
    #expect(ClassBreaks.rounded([5, 80], count: 4, through: 63)?.bounds == [3, 23, 43, 63, 83])
    #expect(ClassBreaks.rounded([0, 100], count: 5)?.bounds == [0, 20, 40, 60, 80, 100])
    #expect(ClassBreaks.rounded([], count: 5) == nil)
    #expect(ClassBreaks.rounded([.nan], count: 5) == nil)
    let one = try #require(ClassBreaks.rounded([7], count: 5))
    #expect(one.index(of: 7) != nil)
  }

  @Test("values that are all one are one class from it to itself, also with the dust of sums")
  func oneValue() throws {
    let value = 44.442_854_321
    for values in [[value], [value, value], [value, value + 1e-12, value - 1e-12], [0, 0], [-3]] {
      let all = [
        ClassBreaks.rounded(values, count: 6), ClassBreaks.natural(values, count: 5),
        ClassBreaks.quantiles(values, count: 5), .rounded(values, count: 6, through: 63),
      ]
      for breaks in all {
        let breaks = try #require(breaks)
        #expect(breaks.isOneValue && breaks.bounds[0] == values.min(), "\(breaks.bounds)")
        #expect(values.allSatisfy { breaks.index(of: $0) == 0 })
      }
    }
    #expect(ClassBreaks.rounded([44, 44.001], count: 6)?.isOneValue == false)
    #expect(ClassBreaks.quantiles([1, 2], count: 1)?.isOneValue == false)
  }

  @Test("round bounds hold any values in no more classes than allowed")
  func roundedLaw() throws {
    for seed in 0..<400 {
      var random = SeededGenerator(seed: seed)
      let scale = [1e-4, 1, 1e6][seed % 3]
      let values = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Double.random(in: -scale...scale, using: &random)
      }
      let count = Int.random(in: 1...7, using: &random)
      let breaks = try #require(
        ClassBreaks.rounded(values, count: count, through: .random(in: 0...1, using: &random)))
      #expect(breaks.count <= max(count, 2), "seed \(seed)")
      #expect(values.allSatisfy { breaks.index(of: $0) != nil }, "seed \(seed): \(breaks.bounds)")
    }
  }

  @Test("quantiles have as many values in each class where values differ")
  func quantiles() throws {
    let breaks = try #require(ClassBreaks.quantiles((1...20).map(Double.init), count: 4))
    #expect(breaks.bounds == [1, 6, 11, 16, 20])
    // Equal values stay together.
    #expect(ClassBreaks.quantiles([0, 0, 0, 0, 9], count: 4)?.bounds == [0, 9])
    #expect(ClassBreaks.quantiles([3, 3], count: 4)?.bounds == [3, 3])
    for seed in 0..<100 {
      var random = SeededGenerator(seed: seed)
      let values = (0..<97).map { _ in Double.random(in: 0...1, using: &random) }
      let count = Int.random(in: 1...9, using: &random)
      let breaks = try #require(ClassBreaks.quantiles(values, count: count))
      let sizes = (0..<breaks.count).map { index in
        values.count { breaks.index(of: $0) == index }
      }
      #expect(sizes.reduce(0, +) == 97, "seed \(seed)")
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 2, "seed \(seed): \(sizes)")
    }
  }

  @Test("natural breaks part clusters")
  func natural() {
    #expect(
      ClassBreaks.natural([1, 2, 3, 20, 21, 22, 70, 71], count: 3)?.bounds == [1, 20, 70, 71])
    #expect(ClassBreaks.natural([5, 5, 5], count: 3)?.bounds == [5, 5])
    #expect(ClassBreaks.natural([1, 1, 2], count: 3)?.bounds == [1, 1.5, 2])
    #expect(ClassBreaks.natural([], count: 3) == nil)
  }

  /// Of all divisions of a few values the one with the least spread, found by trying all.
  @Test("natural breaks have the least spread of all divisions")
  func naturalOracle() throws {
    for seed in 0..<300 {
      var random = SeededGenerator(seed: seed)
      let values = (0..<Int.random(in: 2...11, using: &random)).map { _ in
        Double(Int.random(in: 0...12, using: &random))
      }
      let count = Int.random(in: 2...4, using: &random)
      let breaks = try #require(ClassBreaks.natural(values, count: count))
      let groups = (0..<breaks.count).map { index in
        values.filter { breaks.index(of: $0) == index }
      }
      #expect(groups.reduce(0) { $0 + $1.count } == values.count, "seed \(seed)")
      let spread = groups.reduce(0) { $0 + Self.spread($1) }
      let least = Self.least(values.sorted()[...], classes: count)
      #expect(abs(spread - least) < 1e-9, "seed \(seed): \(values.sorted()) in \(count)")
    }
  }

  private static func spread(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  private static func least(_ sorted: ArraySlice<Double>, classes: Int) -> Double {
    guard classes > 1, sorted.count > 1 else { return spread(Array(sorted)) }
    return (sorted.startIndex + 1...sorted.endIndex).map { end in
      spread(Array(sorted[..<end])) + least(sorted[end...], classes: classes - 1)
    }.min() ?? 0
  }

  @Test("a value belongs to the class whose lower bound it reaches")
  func index() throws {
    let breaks = try #require(ClassBreaks(bounds: [0, 10, 20, 30]))
    let expected: [(Double, Int?)] = [
      (-0.1, nil), (0, 0), (9.99, 0), (10, 1), (20, 2), (30, 2), (30.1, nil), (.nan, nil),
    ]
    for (value, index) in expected { #expect(breaks.index(of: value) == index, "\(value)") }
    #expect(ClassBreaks(bounds: [1, 1, 2]) == nil)
    #expect(ClassBreaks(bounds: [3]) == nil)
    #expect(ClassBreaks(bounds: [0, .infinity]) == nil)
  }

  @Test("classes of a share end at 0 and 100")
  func clipped() throws {
    let breaks = try #require(ClassBreaks.rounded([5, 95], count: 6, through: 63))
    #expect(breaks.bounds == [3, 23, 43, 63, 83, 103])
    #expect(breaks.clipped(to: 0...100).bounds == [3, 23, 43, 63, 83, 100])
    // A class that would vanish stays.
    #expect(try #require(ClassBreaks(bounds: [0, 100, 120])).clipped(to: 0...100).count == 2)
  }

  @Test("whole numbers have whole steps, and each is named by one class, seeded", arguments: 1...20)
  func whole(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<30).map { _ in Double(Int.random(in: 0...Int(seed * seed), using: &random)) }
    let found = [
      ClassBreaks.rounded(values, count: 6, through: 0, isWhole: true),
      .natural(values, count: 5), .quantiles(values, count: 5),
    ]
    for breaks in found {
      let breaks = try #require(breaks)
      for value in values {
        let named = (0..<breaks.count).filter { index in
          let ends = breaks.wholeEnds(of: index)
          return ends[0] <= value && value <= ends[1]
        }
        #expect(named == [try #require(breaks.index(of: value))], "seed \(seed): \(value)")
      }
    }
    let rounded = try #require(found[0])
    #expect(rounded.bounds.allSatisfy { $0 == $0.rounded() })
  }
}
