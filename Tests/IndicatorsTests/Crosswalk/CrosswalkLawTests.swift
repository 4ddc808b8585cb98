import Indicators
import TestSupport
import Testing

@Suite("What must hold for any crosswalk")
struct CrosswalkLawTests {
  /// A random step over the units `0 ..< count`: each kept, merged or split into at most four.
  /// Old and new codes are the same numbers, so a code that is mixed up shows.
  static func randomStep(
    _ from: Int, _ count: Int, _ random: inout SeededGenerator
  ) -> CrosswalkStep {
    var rows: [CrosswalkRow] = []
    func add(_ old: Int, _ new: Int, _ extent: CrosswalkRow.Extent, _ weight: Double?) {
      rows.append(
        CrosswalkRow(
          oldCode: "\(old)", newCode: "\(new)", extent: extent, weight: weight,
          row: rows.count + 1))
    }
    for old in 0..<count {
      let parts = Int.random(in: 0...4, using: &random)
      let targets = (0..<count).shuffled(using: &random).prefix(parts)
      switch targets.count {
      case 0: break
      case 1: add(old, targets[0], .full, Bool.random(using: &random) ? nil : 1)
      default:
        let amounts = targets.map { _ in Double.random(in: 0.001...1, using: &random) }
        let sum = amounts.reduce(0, +)
        let isWeighted = Int.random(in: 0..<4, using: &random) > 0
        for (target, amount) in zip(targets, amounts) {
          add(old, target, .partial, isWeighted ? amount / sum : nil)
        }
      }
    }
    return CrosswalkStep(
      from: "\(from)", to: "\(from + 1)", rows: rows.shuffled(using: &random),
      keepsUnlisted: true)
  }

  static func randomFigures(
    _ count: Int, unknown: Bool, _ random: inout SeededGenerator
  ) -> [String: Double?] {
    var figures: [String: Double?] = [:]
    for code in 0..<count {
      let isUnknown = unknown && Int.random(in: 0..<6, using: &random) == 0
      let size = Double(Int.random(in: 0...7, using: &random))
      var scale = 1.0
      for _ in 0..<Int(size) { scale *= 10 }
      figures["\(code)"] =
        isUnknown ? .some(nil) : Double.random(in: 0...1, using: &random) * scale
    }
    return figures
  }

  /// Areas in common of any unit with any other, the same for each order of the targets.
  static func area(_ code: String, _ target: String) -> Double {
    Double((Int(code) ?? 0) * 31 + (Int(target) ?? 0) * 17 + 1)
  }

  static func transfer(
    _ steps: [CrosswalkStep], _ codes: [String]
  ) throws -> TransferMatrix {
    let chain = try CrosswalkChain(steps, from: "0", to: "\(steps.count)")
    return try TransferMatrix(
      codes.map { ($0, nil) }, by: chain, isSameName: ==,
      overlay: { code, targets in targets.map { area(code, $0) } })
  }

  static func agree(_ left: Double?, _ right: Double?, _ magnitude: Double) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * magnitude
  }

  @Test("Totals are conserved to 1e-9, and shares add up to 1", arguments: 0..<200)
  func totalsAreConserved(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...40, using: &random)
    let steps = (0..<Int.random(in: 1...4, using: &random)).map {
      Self.randomStep($0, count, &random)
    }
    let figures = Self.randomFigures(count, unknown: true, &random)
    let transfer = try Self.transfer(steps, (0..<count).map(String.init))
    for entry in transfer.entries {
      #expect(abs(entry.weights.reduce(0, +) - 1) <= 1e-12, "seed \(seed), \(entry.code)")
    }
    let check = transfer.conservation(of: "people", figures)
    #expect(check.holds, "seed \(seed)")
    // Not by the code under test: every known figure, once.
    let before = figures.values.compactMap { $0 }.reduce(0, +)
    let after = transfer.carry(figures).knownParts.values.reduce(0, +)
    #expect(Self.agree(before, after, before), "seed \(seed)")
  }

  @Test("The order of rows, steps and units changes not a bit", arguments: 0..<100)
  func orderChangesNothing(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...30, using: &random)
    let steps = (0..<Int.random(in: 1...3, using: &random)).map {
      Self.randomStep($0, count, &random)
    }
    let shuffled = steps.map { step in
      var other = step
      other.rows.shuffle(using: &random)
      return other
    }.shuffled(using: &random)
    let codes = (0..<count).map(String.init)
    let figures = Self.randomFigures(count, unknown: true, &random)
    let transfer = try Self.transfer(steps, codes)
    let other = try Self.transfer(shuffled, codes.shuffled(using: &random))
    #expect(transfer == other, "seed \(seed)")
    #expect(transfer.carry(figures) == other.carry(figures), "seed \(seed)")
  }

  @Test(
    "Step by step is the same as all steps at once, where weights are published",
    arguments: 0..<100)
  func stepByStep(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...20, using: &random)
    var steps = (0..<3).map { Self.randomStep($0, count, &random) }
    for index in steps.indices {
      let unweighted = Set(
        steps[index].rows.filter { $0.extent == .partial && $0.weight == nil }.map(\.oldCode))
      steps[index].rows.removeAll { unweighted.contains($0.oldCode) }
    }
    let figures = Self.randomFigures(count, unknown: true, &random)
    let magnitude = figures.values.compactMap { $0 }.reduce(0, +)
    let once = try Self.transfer(steps, (0..<count).map(String.init)).carry(figures).values
    var each = figures
    for step in steps {
      let only = CrosswalkStep(from: "0", to: "1", rows: step.rows, keepsUnlisted: true)
      each = try Self.transfer([only], each.keys.sorted()).carry(each).values
    }
    #expect(Set(once.keys) == Set(each.keys), "seed \(seed)")
    for (code, value) in once {
      #expect(Self.agree(value, each[code] ?? nil, magnitude), "seed \(seed), \(code)")
    }
  }

  @Test("Merge, then add up = add up, then merge, for counts and for shares", arguments: 0..<100)
  func mergeAndAggregate(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...40, using: &random)
    // Communes merge within their district; a district is the remainder by 4.
    var merged: [String: String?] = [:]
    var districtOfOld: [String: String?] = [:]
    var districtOfNew: [String: String?] = [:]
    for old in 0..<count {
      let new = old % 4 + 4 * Int.random(in: 0...4, using: &random)
      merged["\(old)"] = "n\(new)"
      districtOfOld["\(old)"] = "d\(old % 4)"
      districtOfNew["n\(new)"] = "d\(old % 4)"
    }
    let people = Self.randomFigures(count, unknown: true, &random)
    let magnitude = people.values.compactMap { $0 }.reduce(0, +)
    let down = TransferMatrix(parents: merged)
    let districtsThenNothing = TransferMatrix(parents: districtOfOld).carry(people)
    let mergedThenDistricts = TransferMatrix(parents: districtOfNew)
      .carry(down.carry(people).values)
    for (code, value) in districtsThenNothing.values {
      let other = mergedThenDistricts.values[code] ?? nil
      #expect(Self.agree(value, other, magnitude), "seed \(seed), \(code)")
    }
    var shares: [String: Double?] = [:]
    for code in people.keys { shares[code] = Double.random(in: 0...100, using: &random) }
    let direct = TransferMatrix(parents: districtOfOld)
      .carryQuotients(shares, of: people, scale: 100)
    let first = down.carryQuotients(shares, of: people, scale: 100)
    let second = TransferMatrix(parents: districtOfNew)
      .carryQuotients(first.values, of: first.denominators.values, scale: 100)
    for (code, value) in direct.values {
      #expect(Self.agree(value, second.values[code] ?? nil, 100), "seed \(seed), \(code)")
    }
  }

  @Test("A new unit is known just where all its sources are", arguments: 0..<100)
  func unknownIsNotZero(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...30, using: &random)
    let steps = [Self.randomStep(0, count, &random), Self.randomStep(1, count, &random)]
    let figures = Self.randomFigures(count, unknown: true, &random)
    let transfer = try Self.transfer(steps, (0..<count).map(String.init))
    let carried = transfer.carry(figures)
    for code in (0..<count).map(String.init) {
      let sources = transfer.entries.filter { $0.targets.contains(code) }.map(\.code)
      let missing = sources.filter { (figures[$0] ?? nil) == nil }
      switch carried.values[code] {
      case nil: #expect(sources == [], "seed \(seed), \(code)")
      case .some(nil): #expect(missing == carried.unknownSources[code], "seed \(seed), \(code)")
      case .some(.some): #expect(missing == [], "seed \(seed), \(code)")
      }
    }
  }

  @Test("Areal interpolation conserves totals, inside and outside", arguments: 0..<100)
  func arealInterpolation(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let olds = Int.random(in: 1...15, using: &random)
    let news = Int.random(in: 1...15, using: &random)
    var pieces: [ArealInterpolation.Piece] = []
    for old in 0..<olds {
      for new in 0..<news where Int.random(in: 0..<3, using: &random) == 0 {
        pieces.append(
          ArealInterpolation.Piece(
            old: "\(old)", new: "\(new)", area: Double.random(in: 0...9, using: &random),
            population: Bool.random(using: &random)
              ? nil : Double.random(in: 0...99, using: &random)))
      }
    }
    let units = (0..<max(olds, news)).map { code in
      ArealInterpolation.Unit(
        code: "\(code)", area: Double.random(in: 0...60, using: &random),
        population: Bool.random(using: &random) ? nil : Double.random(in: 0...300, using: &random)
      )
    }
    let figures = Self.randomFigures(olds, unknown: true, &random)
    for weighting in ArealInterpolation.Weighting.allCases {
      let transfer = try ArealInterpolation(
        old: Array(units[..<olds]), new: Array(units[..<news]), pieces: pieces
      ).matrix(by: weighting)
      #expect(transfer.conservation(of: "people", figures).holds, "seed \(seed)")
      let shuffled = try ArealInterpolation(
        old: units[..<olds].shuffled(using: &random),
        new: units[..<news].shuffled(using: &random), pieces: pieces.shuffled(using: &random)
      ).matrix(by: weighting)
      #expect(shuffled == transfer, "seed \(seed)")
    }
  }
}
