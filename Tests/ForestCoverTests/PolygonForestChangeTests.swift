import ForestCover
import GeoModel
import PROJKit
import Testing

/// Areas as rectangles in degrees about 108° E, 15° N; a tenth of the unit's width is a part.
@Suite("Change of forest between two years of polygons")
struct PolygonForestChangeTests {
  private let unit = [rectangle(108, 15, 108.1, 15.1)]

  /// The strip of the unit between two tenths of its width.
  private func strip(_ from: Double, _ to: Double) -> [Polygon] {
    [rectangle(108 + from / 100, 15, 108 + to / 100, 15.1)]
  }

  private func polygons(_ strips: [[Polygon]], least: Double = 0) throws -> ForestGround {
    ForestGround(try PolygonForestCover(polygons: strips.flatMap(\.self), leastPatchArea: least))
  }

  private func plots(
    _ plots: [(from: Double, to: Double, type: ForestType?, function: ForestFunction?)]
  ) throws -> ForestGround {
    try ForestGround(
      InventoryForestCover(
        plots: plots.enumerated().map { index, plot in
          ForestPlot(
            label: "#\(index)", polygons: strip(plot.from, plot.to), type: plot.type,
            function: plot.function)
        }, counted: [.natural, .planted], leastPatchArea: 0))
  }

  private func change(
    _ before: ForestGround, _ after: ForestGround, _ functions: FunctionAreas? = nil
  ) throws -> ForestChange {
    try PolygonForestChange(before: before, after: after, functions: functions)
      .change(in: unit, area: Geodesic.area(of: unit))
  }

  /// In tenths of the unit, to four decimals: geodesics of pieces of an edge are not quite its own.
  private func tenths(_ area: Double) -> Double {
    (area / Geodesic.area(of: unit) * 1e5).rounded() / 1e4
  }

  private func tenths(_ balance: ForestChange.Balance?) -> [Double] {
    guard let balance else { return [] }
    return [balance.kept, balance.gain, balance.loss, balance.unknown].map(tenths)
  }

  @Test("what only the later polygons cover is gain, what only the earlier cover is loss")
  func byEye() throws {
    let found = try change(polygons([strip(0, 6)]), polygons([strip(2, 9)]))
    #expect(tenths(found.balance) == [4, 3, 2, 0])
    #expect(
      found.transitions.mapValues(tenths) == [
        GroundTransition(.forest, .forest): 4, GroundTransition(.forest, .other): 2,
        GroundTransition(.other, .forest): 3, GroundTransition(.other, .other): 1,
      ])
    let back = try change(polygons([strip(2, 9)]), polygons([strip(0, 6)]))
    #expect(back.balance?.gain == found.balance?.loss)
    #expect(back.balance?.loss == found.balance?.gain)
    #expect(found.lossByFunction.isEmpty)
  }

  @Test("a year laid over itself changes nothing, drawn in one piece or in several")
  func itself() throws {
    let whole = try polygons([strip(0, 6)])
    let inPieces = try polygons([strip(3, 6), strip(0, 3)])
    let balance = try #require(try change(whole, inPieces).balance)
    #expect(balance.gain == 0 && balance.loss == 0)
  }

  @Test("a patch that falls under the least area is lost whole")
  func patches() throws {
    let least = 0.15 * Geodesic.area(of: unit)
    let found = try change(
      polygons([strip(0, 2), strip(5, 9)], least: least),
      polygons([strip(0, 1), strip(5, 9)], least: least))
    #expect(tenths(found.balance) == [4, 0, 2, 0])
  }

  @Test("overlaps of functions go to the stricter; a function told and nowhere is 0")
  func functions() throws {
    let areas = try FunctionAreas([
      .protection: strip(0, 3), .specialUse: strip(2, 5), .production: [],
    ])
    #expect(areas.functions == [.specialUse, .protection, .production])
    #expect(tenths(areas.overlap) == 1)
    let found = try change(polygons([strip(0, 6)]), polygons([]), areas)
    #expect(
      found.lossByFunction.mapValues(tenths) == [.specialUse: 3, .protection: 2, .production: 0])
  }

  @Test("types of two inventories, what no plot covers and what tells no type")
  func inventories() throws {
    let before = try plots([
      (0, 3, .natural, .specialUse), (3, 5, .planted, .production), (5, 6, nil, nil),
      (6, 8, .bare, .production),
    ])
    let after = try plots([
      (0, 2, .natural, .specialUse), (2, 3, .plantedNotYet, .specialUse), (3, 4, .planted, nil),
      (4, 5, nil, nil), (5, 7, .planted, nil),
    ])
    let functions = try #require(try before.functions())
    let found = try change(before, after, functions)
    // Kept 0–2 and 3–4; gained 6–7 alone, because 5–6 was not known; lost 2–3 alone, because 4–5 is
    // not known.
    #expect(tenths(found.balance) == [3, 1, 1, 2])
    #expect(
      found.lossByFunction.mapValues(tenths) == [.specialUse: 1, .protection: 0, .production: 0])
    func type(_ type: ForestType) -> GroundClass { .type(type) }
    #expect(
      found.transitions.mapValues(tenths) == [
        GroundTransition(type(.natural), type(.natural)): 2,
        GroundTransition(type(.natural), type(.plantedNotYet)): 1,
        GroundTransition(type(.planted), type(.planted)): 1,
        GroundTransition(type(.planted), .noData): 1,
        GroundTransition(.noData, type(.planted)): 1,
        GroundTransition(type(.bare), type(.planted)): 1,
        GroundTransition(type(.bare), .unplotted): 1,
        GroundTransition(.unplotted, .unplotted): 2,
      ])
    let bare = found.transitions.filter { $0.key.before == type(.bare) }.values.reduce(0, +)
    #expect(abs(bare - (found.before.types?[.bare] ?? 0)) < 1e-6 * bare)
  }

  @Test("an inventory beside polygons: the ground that one does not know is in no gain or loss")
  func inventoryBesidePolygons() throws {
    let before = try plots([(0, 3, .natural, nil), (3, 5, nil, nil)])
    let found = try change(before, polygons([strip(2, 6)]))
    #expect(tenths(found.balance) == [1, 1, 2, 2])
    #expect(
      found.transitions.mapValues(tenths) == [
        GroundTransition(.forest, .forest): 1, GroundTransition(.forest, .other): 2,
        GroundTransition(.other, .forest): 1, GroundTransition(.noData, .forest): 2,
        GroundTransition(.other, .other): 4,
      ])
  }
}
