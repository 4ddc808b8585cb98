import ForestCover
import GeoModel
import PROJKit
import TestSupport
import Testing

@Suite("Bare land that could bear forest")
struct RestorationTests {
  private func land(
    _ plots: [ForestPlot], least: Double, units: [[Polygon]]
  ) throws -> RestorationLand {
    try RestorationLand(
      DisjointPlots(plots), counted: [.natural, .planted], leastPatchArea: least,
      units: RestorationUnits(units))
  }

  /// A speck alone would not count if it were planted; one beside forest, and one beside other bare
  /// land, would. A plot outside the land planned for forest is no candidate and lends no area.
  @Test func smallPlots() throws {
    let unit = box(108, 15, 108.1, 15.1)
    let alone = box(108.05, 15.05, 108.0502, 15.0502)
    let beside = box(108.02, 15, 108.0202, 15.0002)
    let notPlanned = box(108.0502, 15.05, 108.06, 15.06)
    let plots = [
      ForestPlot(label: "#1", polygons: box(108, 15, 108.02, 15.02), type: .natural),
      ForestPlot(label: "#2", polygons: beside, type: .bare, function: .production),
      ForestPlot(label: "#3", polygons: alone, type: .bare),
      ForestPlot(label: "#4", polygons: notPlanned, type: .bare, function: ForestFunction.none),
    ]
    let found = try land(plots, least: 3_000, units: [unit])
    #expect(found.pieces.map(\.plot) == ["#2"])
    #expect(found.pieces.first?.function == .production)
    #expect(abs(found.leftOut.smallPatches - Geodesic.area(of: alone)) < 1e-6)
    #expect(abs(found.leftOut.notPlanned - Geodesic.area(of: notPlanned)) < 1e-3)
    let pair = [
      ForestPlot(label: "#1", polygons: box(108, 15, 108.0004, 15.0004), type: .bare),
      ForestPlot(label: "#2", polygons: box(108.0004, 15, 108.0008, 15.0004), type: .bare),
    ]
    let whole = 2 * Geodesic.area(of: pair[0].polygons)
    #expect(try land(pair, least: 0.99 * whole, units: [unit]).pieces.count == 2)
    #expect(try land(pair, least: 1.01 * whole, units: [unit]).pieces.isEmpty)
  }

  /// Any plots in any order: candidates and what is left out add up to the bare land, unit by unit.
  @Test(arguments: 1...10)
  func closing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let units = [box(108, 15, 108.05, 15.1), box(108.05, 15, 108.1, 15.1)]
    let plots = (0..<Int.random(in: 1...20, using: &random)).map { index in
      let west = 108 + Double.random(in: -0.02...0.1, using: &random)
      let south = 15 + Double.random(in: -0.02...0.1, using: &random)
      return ForestPlot(
        label: "#\(index)",
        polygons: box(
          west, south, west + Double.random(in: 0.001...0.03, using: &random),
          south + Double.random(in: 0.001...0.03, using: &random)),
        type: Bool.random(using: &random)
          ? .bare : ForestType.allCases.randomElement(using: &random),
        function: ForestFunction.allCases.randomElement(using: &random))
    }
    let least = Double.random(in: 0...3_000_000, using: &random)
    let found = try land(plots, least: least, units: units)
    let inventory = try InventoryForestCover(
      plots: plots, counted: [.natural, .planted], leastPatchArea: least)
    var bare = 0.0
    for unit in units {
      bare += try inventory.areas(in: unit, area: Geodesic.area(of: unit)).types?[.bare] ?? 0
    }
    let sum =
      found.pieces.reduce(0) { $0 + $1.area } + found.leftOut.notPlanned
      + found.leftOut.smallPatches + found.leftOut.slivers
    #expect(abs(sum - bare) <= 1e-9 * bare + 1e-6, "seed \(seed)")
    let shuffled = try land(plots.shuffled(using: &random), least: least, units: units)
    #expect(shuffled.pieces == found.pieces && shuffled.leftOut == found.leftOut, "seed \(seed)")
  }

  // MARK: Ranking

  /// Slope before way, way before size; what is not known comes last.
  @Test func ranks() {
    let ranking = RestorationRanking([
      .init(slopeClass: nil, roadClass: 0, area: 900),
      .init(slopeClass: 1, roadClass: 0, area: 800),
      .init(slopeClass: 0, roadClass: 2, area: 700),
      .init(slopeClass: 0, roadClass: nil, area: 600),
      .init(slopeClass: 0, roadClass: 2, area: 750), .init(slopeClass: 0, roadClass: 1, area: 10),
    ])
    #expect(ranking.order == [5, 4, 2, 3, 1, 0])
    #expect(ranking.cumulativeAreas == [10, 760, 1460, 2060, 2860, 3760])
    #expect(ranking.count(reaching: -5) == 0 && ranking.count(reaching: 0) == 0)
    #expect(ranking.count(reaching: 10) == 1 && ranking.count(reaching: 10.5) == 2)
    #expect(ranking.count(reaching: 3760) == 6 && ranking.count(reaching: 3761) == nil)
    #expect(RestorationRanking.classNumber(of: 499.9, limits: [500, 1000]) == 0)
    #expect(RestorationRanking.classNumber(of: 500, limits: [500, 1000]) == 1)
  }

  @Test(arguments: 1...10)
  func rankingLaws(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let candidates = (0..<50).map { _ in
      RestorationRanking.Candidate(
        slopeClass: [nil, 0, 1, 2].randomElement(using: &random) ?? nil,
        roadClass: [nil, 0, 1, 2].randomElement(using: &random) ?? nil,
        area: Double.random(in: 1...100, using: &random))
    }
    let ranking = RestorationRanking(candidates)
    #expect(ranking.order.sorted() == Array(0..<50))
    for (left, right) in zip(ranking.cumulativeAreas, ranking.cumulativeAreas.dropFirst()) {
      #expect(left < right)
    }
    let shuffled = candidates.shuffled(using: &random)
    #expect(
      RestorationRanking(shuffled).order.map { shuffled[$0] }
        == ranking.order.map { candidates[$0] }, "seed \(seed)")
  }

  /// The class of a plot is that with the most ground, unless unknown ground could decide.
  @Test(
    arguments: [
      ([5, 3, 0], 0.0, 0), ([4, 4, 0], 0, 1), ([5, 3, 0], 1.9, 0), ([5, 3, 0], 2, nil),
      ([0, 0, 0], 5, nil), ([0, 0, 7], 0, 2), ([3, 0, 0], 1, 0), ([1, 0, 0], 1, nil),
    ] as [([Double], Double, Int?)])
  func dominantClass(areas: [Double], unknown: Double, expected: Int?) {
    #expect(SlopeDivision(areas: areas, unknown: unknown).dominant == expected)
  }

  // MARK: Time

  @Test(
    arguments: [
      (nil, 2030, 2024, .unknown, .gapUnknown), (0, 2020, nil, .yes, .met),
      (-3, 2025, 2024, .yes, .met), (16, 2030, 2024, .no, .notEnoughLand),
      (16, 2030, nil, .no, .notEnoughLand), (9, 2030, nil, .unknown, .noVintage),
      (10, 2030, 2024, .yes, .enoughLand), (10, 2029, 2024, .yes, .enoughLand),
      (11, 2030, 2024, .unknown, .needsPlantedLand), (5, 2028, 2024, .unknown, .onlyPlantedLand),
      (6, 2028, 2024, .no, .tooLate),
    ] as [(Double?, Int, Int?, Ternary, RestorationOutlook.Reason)])
  func outlook(
    gap: Double?, year: Int, vintage: Int?, canBeMet: Ternary, reason: RestorationOutlook.Reason
  ) {
    let outlook = RestorationOutlook(
      gap: gap, year: year, vintage: vintage, yearsToForest: 5, potential: 10, plantedNotYet: 5)
    #expect(outlook.canBeMet == canBeMet && outlook.reason == reason)
    #expect(outlook.plantBy == year - 5)
  }

  /// A source that does not tell what is planted settles nothing by it.
  @Test(
    arguments: [
      (nil, 2030, 2024, .unknown, .gapUnknown), (0, 2020, 2024, .yes, .met),
      (10, 2030, 2024, .yes, .enoughLand), (11, 2030, 2024, .unknown, .plantedLandUnknown),
      (1, 2028, 2024, .unknown, .plantedLandUnknown), (1, 2028, nil, .unknown, .noVintage),
    ] as [(Double?, Int, Int?, Ternary, RestorationOutlook.Reason)])
  func outlookWithoutPlantedLand(
    gap: Double?, year: Int, vintage: Int?, canBeMet: Ternary, reason: RestorationOutlook.Reason
  ) {
    let outlook = RestorationOutlook(
      gap: gap, year: year, vintage: vintage, yearsToForest: 5, potential: 10, plantedNotYet: nil)
    #expect(outlook.canBeMet == canBeMet && outlook.reason == reason)
  }
}
