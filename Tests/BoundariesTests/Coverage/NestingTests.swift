import Boundaries
import GeoModel
import Testing

@Suite("Nesting of levels")
struct NestingTests {
  let parents = [unit("P", box(0, 0, 2, 1)), unit("Q", box(2, 0, 3, 1))]

  @Test("children that fill their parents, with or without the same positions, are no fault")
  func nested() throws {
    let children = [
      unit("1", parent: "P", box(0, 0, 1, 1)), unit("2", parent: "P", box(1, 0, 2, 1)),
      unit("3", parent: "Q", box(2, 0, 3, 1)),
    ]
    #expect(try NestingCheck.faults(of: children, in: parents).areNested)
  }

  @Test(
    "a child that reaches a quarter into the next parent leaves one and is claimed by the other")
  func leaves() throws {
    let children = [
      unit("1", parent: "P", box(0, 0, 1, 1)), unit("2", parent: "P", box(1, 0, 2.25, 1)),
      unit("3", parent: "Q", box(2.25, 0, 3, 1)),
    ]
    let faults = try NestingCheck.faults(of: children, in: parents)
    #expect(faults.leaving.map(\.child) == [1] && faults.leaving.map(\.parent) == [0])
    #expect(abs((faults.leaving.first?.share ?? 0) - 0.2) < 1e-9)
    #expect(faults.claimedTwice.map(\.child) == [1] && faults.claimedTwice.map(\.parent) == [1])
    #expect(faults.uncovered.map(\.parent) == [1])
    let kinds = faults.findings(
      children: children, parents: parents, level: "commune", parentLevel: "district"
    ).map(\.kind)
    #expect(kinds == ["leaves-parent", "in-two-parents", "parent-not-covered"])
  }

  @Test("a parent that is not filled, and a child whose parent does not exist")
  func uncovered() throws {
    let children = [
      unit("1", parent: "P", box(0, 0, 1, 1)), unit("3", parent: "Q", box(2, 0, 3, 1)),
      unit("4", parent: "Z", box(5, 0, 6, 1)),
    ]
    let faults = try NestingCheck.faults(of: children, in: parents)
    #expect(faults.uncovered.map(\.parent) == [0])
    #expect(faults.uncovered.first?.pieces.first?.place == Coordinate(x: 1.5, y: 0.5))
    #expect(faults.withoutParent == [2])
    #expect(faults.leaving.isEmpty && faults.claimedTwice.isEmpty)
  }
}
