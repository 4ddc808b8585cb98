import GeoAlgorithms
import GeoModel
import Resettlement
import TestSupport
import Testing

/// Constraints first, criteria after; what is not known is not unfit.
@Suite struct GroundTests {
  /// Slope at most 30, outside the forest; a criterion on slope and one on distance.
  private static func rules(_ weights: [Double] = [0.5, 0.5]) -> GroundRules {
    GroundRules(
      constraints: [.init(subject: 0, fit: 0...30), .init(subject: 1, fit: 0...0)],
      criteria: [
        .init(subject: 0, standard: .linear(best: 0, worst: 30)),
        .init(subject: 2, standard: .linear(best: 0, worst: 1000)),
      ], weights: weights)
  }

  private static let slope = [10.0, 40, .nan, .nan, 15, 30]
  private static let forest = [0.0, 0, 1, 0, .nan, 0]
  private static let road = [500.0, 500, 500, 500, 500, .nan]

  private static func judge(_ rules: GroundRules) -> GroundBand {
    let subjects = [slope, forest, road]
    return GroundBand(rules, wanted: [Bool](repeating: true, count: 6)) { subject, _ in
      subjects[subject]
    }
  }

  @Test func verdictsByHand() {
    let rules = Self.rules()
    let band = Self.judge(rules)
    #expect(
      band.codes.map(rules.verdict(of:)) == [
        .scored, .excluded(0),
        // Forest surely excludes, although the slope is not known.
        .excluded(1), .unknownConstraint(0), .unknownConstraint(1), .unknownCriterion(1),
      ])
    // 0.5 · (1 − 10/30) + 0.5 · (1 − 500/1000)
    #expect(abs(band.scores[0] - 0.583333333333) < 1e-12)
    #expect(!band.scores.dropFirst().contains { !$0.isNaN })
  }

  @Test func aCriterionOfWeightNothingLeavesNothingUnknown() {
    let rules = Self.rules([1, 0])
    let band = Self.judge(rules)
    #expect(rules.verdict(of: band.codes[5]) == .scored)
    #expect(band.scores[5] == 0)
  }

  @Test func codesAndVerdictsGoBothWays() {
    let rules = Self.rules()
    for code in 0..<UInt8(rules.codeCount) {
      #expect(rules.code(of: rules.verdict(of: code)) == code)
    }
  }

  /// A subject is asked for only where a cell is still open.
  @Test func whatIsExcludedIsNotLookedAtAgain() {
    var asked: [Int: Int] = [:]
    _ = GroundBand(Self.rules(), wanted: [true, true, true, false, true, true]) { subject, cells in
      asked[subject] = cells.count { $0 }
      return [Self.slope, Self.forest, Self.road][subject]
    }
    // Of five cells one is too steep, one forest, one of unknown forest.
    #expect(asked == [0: 2, 1: 4, 2: 2])
  }
}

/// Fit cells joined to sites.
@Suite struct SiteCollectorTests {
  /// Rows of letters: units; dots are unfit. All cells are 1 m².
  static func sites(
    _ picture: [String], least: Double, _ connectivity: PatchConnectivity = .four
  ) -> (sites: [FitSite], small: Double) {
    let columns = picture[0].count
    let rules = GroundRules(
      constraints: [.init(subject: 0, fit: 1...1)],
      criteria: [.init(subject: 1, standard: .linear(best: 10, worst: 0))], weights: [1])
    let areas = CellAreaModel(
      lattice: CellAreaLattice(columns: 0..<columns, rows: 0..<picture.count, spacingExponent: 3),
      areas: CellAreaLattice(
        columns: 0..<columns, rows: 0..<picture.count, spacingExponent: 3
      ).cells.map { _ in 1 })
    var collector = SiteCollector(leastArea: least, connectivity: connectivity, criteria: 1)
    for (row, line) in picture.enumerated() {
      let letters = Array(line.utf8)
      let band = GroundBand(rules, wanted: letters.map { _ in true }) { subject, _ in
        letters.indices.map { subject == 0 ? (letters[$0] == 46 ? 0 : 1) : Double($0) }
      }
      let units = CellUnits.Band(
        isTouched: letters.map { _ in true }, units: letters.map { Int32($0) - 65 })
      collector.push(
        FitRuns(band, units: units, rows: row..<row + 1, rules: rules, areas: areas))
    }
    let sites = collector.finish()
    return (sites, collector.smallArea)
  }

  @Test func unitsAndLeastAreaPartSites() {
    let found = Self.sites(
      [
        "AA.BB.",
        "AABB..",
        "...B.A",
      ], least: 2)
    #expect(found.sites.map(\.unit) == [0, 1])
    #expect(found.sites.map(\.area) == [4, 5])
    #expect(found.small == 1)
    // Columns 0, 1, 0, 1 and 3, 4, 2, 3, 3.
    #expect(abs(found.sites[0].score - 0.05) < 1e-15)
    #expect(found.sites[1].criterionValues == [3])
  }

  @Test func cornersJoinWhereThePlanSaysEight() {
    let picture = ["A..", ".A.", "A.A"]
    #expect(Self.sites(picture, least: 1).sites.count == 4)
    let joined = Self.sites(picture, least: 1, .eight).sites
    #expect(joined.count == 1)
    // Each cell is a polygon of its own, so that no ring meets itself.
    #expect(joined.first?.outlines.count == 4)
  }

  /// The same sites as by flooding, on random pictures.
  @Test(arguments: 0..<60)
  func sitesEqualThoseOfFlooding(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let (rows, columns) = (
      Int.random(in: 1...12, using: &random), Int.random(in: 1...12, using: &random)
    )
    let picture = (0..<rows).map { _ in
      String((0..<columns).map { _ in "AB..A".randomElement(using: &random) ?? "." })
    }
    let connectivity: PatchConnectivity = seed.isMultiple(of: 2) ? .four : .eight
    let found = Self.sites(picture, least: 1, connectivity).sites
    let flooded = Self.flood(picture.map(Array.init), connectivity)
    let cells = found.map { site in site.runs.flatMap { run in run.columns.map { [run.row, $0] } } }
    #expect(cells == flooded, "seed \(seed)")
    for site in found {
      let planar = site.outlines.reduce(0) { sum, polygon in
        sum + abs(polygon.exterior.doubledSignedArea) / 2
          - polygon.holes.reduce(0) { $0 + abs($1.doubledSignedArea) / 2 }
      }
      #expect(abs(planar - site.area) < 1e-9, "seed \(seed)")
    }
  }

  private static func flood(
    _ letters: [[Character]], _ connectivity: PatchConnectivity
  ) -> [[[Int]]] {
    var seen: Set<[Int]> = []
    var patches: [[[Int]]] = []
    for row in letters.indices {
      for column in letters[row].indices where letters[row][column] != "." {
        guard seen.insert([row, column]).inserted else { continue }
        var patch = [[row, column]]
        var next = 0
        while next < patch.count {
          let (y, x) = (patch[next][0], patch[next][1])
          next += 1
          for dy in -1...1 {
            for dx in -1...1 where connectivity == .eight || dx == 0 || dy == 0 {
              guard letters.indices.contains(y + dy), letters[y].indices.contains(x + dx),
                letters[y + dy][x + dx] == letters[row][column],
                seen.insert([y + dy, x + dx]).inserted
              else { continue }
              patch.append([y + dy, x + dx])
            }
          }
        }
        patches.append(patch.sorted { $0.lexicographicallyPrecedes($1) })
      }
    }
    return patches
  }
}
