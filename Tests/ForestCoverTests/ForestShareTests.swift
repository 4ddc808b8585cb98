import ForestCover
import Testing

@Suite("Shares of forest")
struct ForestShareTests {
  @Test("forest of the known land, and both ends of what is not known")
  func shares() {
    // 60 forest, 37 other, 2 no data, 1 outside.
    let share = ForestShare(
      ForestAreas(total: 100, forest: 60, other: 37, noData: 2, outside: 1),
      minimumKnownPercent: 95)
    #expect(share.knownPercent == 97)
    #expect(share.forestPercent == 100 * 60.0 / 97)
    #expect(share.lowPercent == 60)
    #expect(share.highPercent == 63)
  }

  @Test("95 per cent known is enough; less is not")
  func leastKnown() {
    func percent(known: Double) -> Double? {
      ForestShare(
        ForestAreas(total: 100, forest: known / 2, other: known / 2, noData: 100 - known),
        minimumKnownPercent: 95
      ).forestPercent
    }
    #expect(percent(known: 95) == 50)
    #expect(percent(known: 95.001) == 50)
    #expect(percent(known: 94.999) == nil)
    #expect(percent(known: 0) == nil)
  }

  @Test("nothing known is no share even where the plan asks for none")
  func nothingKnown() {
    let share = ForestShare(
      ForestAreas(total: 100, forest: 0, other: 0, outside: 100), minimumKnownPercent: 0)
    #expect(share.forestPercent == nil)
    #expect(share.knownPercent == 0)
    #expect(share.lowPercent == 0 && share.highPercent == 100)
  }

  @Test("a unit without area has no share, not a share of 0")
  func noArea() {
    let share = ForestShare(ForestAreas(total: 0, forest: 0, other: 0), minimumKnownPercent: 95)
    #expect(share.knownPercent == nil && share.forestPercent == nil)
    #expect(share.lowPercent == nil && share.highPercent == nil)
  }

  @Test("a share of units together is sum by sum, never the mean of shares")
  func sums() {
    let small = ForestAreas(total: 10, forest: 10, other: 0, forestCells: 1.5, knownCells: 1.5)
    let large = ForestAreas(
      total: 90, forest: 0, other: 88, noData: 1, outside: 1, forestCells: 0, knownCells: 13)
    let whole = ForestAreas.sum(of: [small, large])
    #expect([whole.total, whole.forest, whole.other] == [100, 10, 88])
    #expect([whole.noData, whole.outside] == [1, 1])
    #expect(whole.forestCells == 1.5 && whole.knownCells == 14.5)
    let share = ForestShare(whole, minimumKnownPercent: 95)
    #expect(share.forestPercent == 100 * 10.0 / 98)
  }

  @Test("of no units all is 0, and numbers of cells are unknown")
  func sumOfNone() {
    let whole = ForestAreas.sum(of: [])
    #expect(whole == ForestAreas(total: 0, forest: 0, other: 0))
    #expect(whole.forestCells == nil && whole.knownCells == nil)
    let polygons = ForestAreas(total: 5, forest: 2, other: 3)
    #expect(ForestAreas.sum(of: [polygons, polygons]).forestCells == nil)
  }
}
