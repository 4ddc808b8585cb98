import Indicators
import Testing

@Suite("Steps from vintage to vintage")
struct CrosswalkChainTests {
  @Test("One step: unchanged, merged whole, split by weight, split by overlay")
  func oneStep() throws {
    let steps = [
      step(
        "2009", "2020", keepsUnlisted: true,
        """
        2 > 9
        3 > 9
        4 ~ 8 0.25
        4 ~ 7 0.75
        5 ~ 8
        5 ~ 7
        """)
    ]
    typealias Reach = CrosswalkChain.Reach
    #expect(try reach(steps, "1") == Reach(targets: ["1"], weights: [1], kind: .unchanged))
    #expect(try reach(steps, "2") == Reach(targets: ["9"], weights: [1], kind: .full))
    #expect(
      try reach(steps, "4") == Reach(targets: ["7", "8"], weights: [0.75, 0.25], kind: .weighted))
    #expect(try reach(steps, "5") == Reach(targets: ["7", "8"], weights: nil, kind: .overlay))
  }

  @Test("Three steps: weights multiply along the way and add up where parts meet")
  func severalSteps() throws {
    let steps = [
      step("2000", "2009", "1 ~ 2 0.5\n1 ~ 3 0.5"),
      step("2009", "2020", "2 ~ 4 0.5\n2 ~ 5 0.5\n3 > 5"),
      step("2020", "2025", "4 > 6\n5 > 7"),
    ]
    let expected = CrosswalkChain.Reach(
      targets: ["6", "7"], weights: [0.25, 0.75], kind: .weighted)
    #expect(try reach(steps, "1") == expected)
    #expect(try reach(steps.reversed(), "1") == expected)
  }

  @Test("Parts that meet again in one unit went over as a whole, whether or not weighed")
  func partsMeetAgain() throws {
    for weights in [["", ""], [" 0.5", " 0.5"]] {
      let steps = [
        step("2009", "2020", "1 ~ 2\(weights[0])\n1 ~ 3\(weights[1])"),
        step("2020", "2025", "2 > 4\n3 > 4"),
      ]
      #expect(
        try reach(steps, "1")
          == CrosswalkChain.Reach(targets: ["4"], weights: [1], kind: .full))
    }
  }

  @Test("One part without weight on the way leaves all shares to the overlay")
  func partWithoutWeight() throws {
    let steps = [
      step("2009", "2020", "1 ~ 2 0.5\n1 ~ 3 0.5"),
      step("2020", "2025", "2 ~ 4\n2 ~ 5\n3 > 5"),
    ]
    #expect(
      try reach(steps, "1")
        == CrosswalkChain.Reach(targets: ["4", "5"], weights: nil, kind: .overlay))
  }

  @Test("A code outlives its unit: new 21025 holds nothing of old 21025")
  func codeOutlivesItsUnit() throws {
    let steps = [step("2020", "2025", "21025 > 21040\n21019 > 21025")]
    #expect(try reach(steps, "21025").targets == ["21040"])
    #expect(try reach(steps, "21019").targets == ["21025"])
  }

  @Test("The same vintage needs no step")
  func sameVintage() throws {
    let chain = try CrosswalkChain(
      [step("2009", "2020", "1 > 2")], from: "2025", to: "2025")
    #expect(chain.steps.isEmpty)
    #expect(try chain.reach(of: "1", name: "A", isSameName: ==).targets == ["1"])
  }

  @Test("A step that leads elsewhere is passed by; two that lead on are refused")
  func branches() throws {
    let through = [step("2009", "2020", "1 > 2"), step("2020", "2025", "2 > 3")]
    let elsewhere = step("2009", "2030", "1 > 9")
    let chain = try CrosswalkChain([elsewhere] + through, from: "2009", to: "2025")
    #expect(chain.steps == through)
    let shortcut = step("2009", "2025", "1 > 8")
    #expect(
      throws: CrosswalkProblem.severalChains(
        from: "2009", to: "2025", branches: ["2009 → 2020", "2009 → 2025"])
    ) {
      try CrosswalkChain(through + [shortcut], from: "2009", to: "2025")
    }
  }

  @Test(
    "No chain: a gap, against time, a step on the spot",
    arguments: [
      [step("2009", "2015"), step("2016", "2025")], [step("2025", "2009")],
      [step("2009", "2009"), step("2025", "2025")], [],
    ])
  func noChain(steps: [CrosswalkStep]) {
    #expect(throws: CrosswalkProblem.noChain(from: "2009", to: "2025")) {
      try CrosswalkChain(steps, from: "2009", to: "2025")
    }
  }
}

@Suite("What is wrong with a crosswalk")
struct CrosswalkProblemTests {
  @Test(
    arguments: [
      ("2 > 3", CrosswalkProblem.unlisted(code: "1", name: nil, step: "2009 → 2020")),
      ("1 > 2\n1 > 3", .contradictory(code: "1", rows: [1, 2])),
      ("1 > 2\n1 > 2", .contradictory(code: "1", rows: [1, 2])),
      ("2 > 2\n1 > 2\n1 ~ 3", .contradictory(code: "1", rows: [2, 3])),
      ("1 ~ 2", .lonePart(code: "1", row: 1)),
      ("1 ~ 2 1", .lonePart(code: "1", row: 1)),
      ("1 ~ 2\n1 ~ 2", .lonePart(code: "1", row: 1)),
      ("1 ~ 2 0.5\n1 ~ 3 0.4", .weightsNotOne(code: "1", sum: 0.9, rows: [1, 2])),
      ("1 > 2 0.5", .weightsNotOne(code: "1", sum: 0.5, rows: [1])),
      ("1 ~ 2 1.5\n1 ~ 3 -0.5", .weightOutOfRange(code: "1", weight: 1.5, row: 1)),
      ("1 ~ 2 0.5\n1 ~ 3", .weightMissing(code: "1", rows: [1, 2])),
    ])
  func rowsOfAUnit(drawing: String, problem: CrosswalkProblem) {
    #expect(throws: problem) { try reach([step("2009", "2020", drawing)], "1") }
  }

  @Test("A weight that is not a number is no share")
  func notANumber() {
    #expect {
      try reach([step("2009", "2020", "1 ~ 2 nan\n1 ~ 3 0.5")], "1")
    } throws: { error in
      guard case CrosswalkProblem.weightOutOfRange("1", let weight, 1) = error else {
        return false
      }
      return weight.isNaN
    }
  }

  @Test("A part may go to one unit by two rows where the weights prove that it is all")
  func twoRowsWithWeights() throws {
    let went = try reach([step("2009", "2020", "1 ~ 2 0.5\n1 ~ 2 0.5")], "1")
    #expect(went == CrosswalkChain.Reach(targets: ["2"], weights: [1], kind: .full))
  }

  @Test("Weights rounded at the sixth decimal are spread in proportion")
  func roundedWeights() throws {
    let went = try reach(
      [step("2009", "2020", "1 ~ 2 0.333333\n1 ~ 3 0.333333\n1 ~ 4 0.333333")], "1")
    let sum = try #require(went.weights).reduce(0, +)
    #expect(abs(sum - 1) < 1e-15)
  }

  @Test("Weights that miss 1 by more are refused: a row may be missing")
  func coarseWeights() {
    #expect(throws: CrosswalkProblem.self) {
      try reach([step("2009", "2020", "1 ~ 2 0.3333\n1 ~ 3 0.3333\n1 ~ 4 0.3333")], "1")
    }
  }

  @Test("Spelling is the caller's matter; another name is another vintage's code")
  func otherName() throws {
    let steps = [step("2009", "2020", "1 Ba Tơ > 2 Ba Tơ")]
    #expect(try reach(steps, "1", "BA TƠ").targets == ["2"])
    #expect(
      throws: CrosswalkProblem.otherName(code: "1", unit: "Ba Tô", crosswalk: "Ba Tơ", row: 1)
    ) { try reach(steps, "1", "Ba Tô") }
  }

  @Test("Every row of a unit is compared, also where the table has no name")
  func rowsDisagree() {
    let steps = [step("2009", "2020", "1 A ~ 2 0.5\n1 B ~ 3 0.5")]
    for name in ["A", nil] {
      #expect(
        throws: CrosswalkProblem.otherName(code: "1", unit: "A", crosswalk: "B", row: 2)
      ) { try reach(steps, "1", name) }
    }
  }

  @Test("The name goes along: a stale code in a later step shows, changed or kept before")
  func staleCodeLater() throws {
    let later = step("2020", "2025", "2 B > 3 C")
    #expect(try reach([step("2009", "2020", "1 A > 2 B"), later], "1", "A").targets == ["3"])
    #expect(
      throws: CrosswalkProblem.otherName(code: "2", unit: "Z", crosswalk: "B", row: 1)
    ) { try reach([step("2009", "2020", "1 A > 2 Z"), later], "1", "A") }
    #expect(
      throws: CrosswalkProblem.otherName(code: "2", unit: "Z", crosswalk: "B", row: 1)
    ) { try reach([step("2009", "2020", keepsUnlisted: true), later], "2", "Z") }
  }

  @Test("A unit that a later step does not list")
  func unlistedLater() {
    #expect(
      throws: CrosswalkProblem.unlisted(code: "2", name: "B", step: "2020 → 2025")
    ) { try reach([step("2009", "2020", "1 A > 2 B"), step("2020", "2025", "9 > 9")], "1", "A") }
  }

  @Test("Every message names the code and the rows")
  func messages() {
    let problems: [CrosswalkProblem] = [
      .doubledUnit(code: "007"), .unlisted(code: "007", name: nil, step: "a → b"),
      .otherName(code: "007", unit: "A", crosswalk: "B", row: 41),
      .contradictory(code: "007", rows: [41, 42]), .lonePart(code: "007", row: 41),
      .weightsNotOne(code: "007", sum: 0.5, rows: [41, 42]),
      .weightOutOfRange(code: "007", weight: 2, row: 41),
      .weightMissing(code: "007", rows: [41, 42]), .noGeometry(code: "007", targets: ["008"]),
      .nothingInCommon(code: "007", targets: ["008"]),
    ]
    for problem in problems {
      #expect(problem.message.contains("007"))
      let rows = "\(problem)".contains("41")
      #expect(problem.message.contains("41") == rows, "\(problem)")
    }
    #expect(
      CrosswalkProblem.unlisted(code: "007", name: "Ba Tơ", step: "a → b").message
        == "007 Ba Tơ has no row in the crosswalk a → b; add it, or say unlisted: unchanged")
  }
}
