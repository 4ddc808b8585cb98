import Indicators
import Testing

@Suite("Figures carried to new units")
struct TransferMatrixTests {
  /// 1 and 2 become 8; 3 is split between 8 and 9 by overlay; 4 stays.
  static let steps = [
    step("2009", "2020", keepsUnlisted: true, "1 > 8\n2 > 8\n3 ~ 8\n3 ~ 9")
  ]

  static func transfer() throws -> TransferMatrix {
    try matrix(["4", "3", "2", "1"], steps, overlay: ["3": ["8": 30, "9": 10]])
  }

  @Test func countsAddUp() throws {
    let carried = try Self.transfer().carry(["1": 100, "2": 200, "3": 40, "4": 7])
    #expect(carried.values == ["8": 330, "9": 10, "4": 7])
    #expect(carried.outside == 0)
    #expect(carried.strays == [])
  }

  @Test("Unknown is not zero: what a missing source takes part in is not known, with the reason")
  func unknownIsNotZero() throws {
    let transfer = try Self.transfer()
    let figures: [[String: Double?]] = [
      ["1": 100, "2": nil, "3": 40, "4": 7], ["1": 100, "3": 40, "4": 7],
      ["1": 100, "2": .nan, "3": 40, "4": 7], ["1": 100, "2": .infinity, "3": 40, "4": 7],
    ]
    for values in figures {
      let carried = transfer.carry(values)
      #expect(carried.values == ["8": nil, "9": 10, "4": 7])
      #expect(carried.knownParts == ["8": 130, "9": 10, "4": 7])
      #expect(carried.unknownSources == ["8": ["2"]])
      let check = transfer.conservation(of: "people", values)
      #expect(check.holds)
      #expect(check.unknownUnits == 1)
      #expect(check.before == 147)
    }
  }

  @Test("A part of weight 0 brings neither a zero nor an unknown")
  func weightZero() throws {
    let steps = [step("2009", "2020", "1 ~ 8 0\n1 ~ 9 1")]
    let transfer = try matrix(["1"], steps)
    #expect(transfer.entries[0].targets == ["8", "9"])
    #expect(transfer.carry(["1": 5]).values == ["9": 5])
    #expect(transfer.carry(["1": nil]).values == ["9": nil])
  }

  @Test("A figure of a code that is no unit is named, and the check does not hold")
  func strays() throws {
    let values: [String: Double?] = ["1": 1, "2": 2, "3": 3, "4": 4, "99": 1000, "98": nil]
    let transfer = try Self.transfer()
    #expect(transfer.carry(values).strays == ["99"])
    let check = transfer.conservation(of: "people", values)
    #expect(check.before == 1010)
    #expect(check.after == 10)
    #expect(!check.holds)
  }

  @Test("Where gains and losses cancel, the check measures by what was carried")
  func cancelling() throws {
    let check = try Self.transfer().conservation(
      of: "change", ["1": 1e6, "2": -1e6, "3": 0.1, "4": -0.1])
    #expect(check.holds)
    #expect(check.magnitude == 2_000_000.2)
  }

  @Test("All problems at once, in the order of the codes")
  func problems() throws {
    let steps = [step("2009", "2020", "1 > 8\n3 ~ 8\n3 ~ 9\n5 ~ 8\n5 ~ 9")]
    #expect(
      throws: CrosswalkProblems(problems: [
        .doubledUnit(code: "1"), .unlisted(code: "2", name: nil, step: "2009 → 2020"),
        .nothingInCommon(code: "3", targets: ["8", "9"]),
        .noGeometry(code: "5", targets: ["8", "9"]),
      ])
    ) { try matrix(["5", "3", "2", "1", "1"], steps, overlay: ["3": ["7": 5]]) }
  }

  @Test("Units add up to those that they lie in; one that lies in none is counted as outside")
  func parents() {
    let transfer = TransferMatrix(parents: ["1": "A", "2": "A", "3": "B", "4": nil])
    let values: [String: Double?] = ["1": 1, "2": 2, "3": 4, "4": 8]
    let carried = transfer.carry(values)
    #expect(carried.values == ["A": 3, "B": 4])
    #expect(carried.outside == 8)
    #expect(transfer.conservation(of: "people", values).holds)
  }
}

@Suite("Shares and rates move as numerator and denominator")
struct QuotientTransferTests {
  static let transfer = TransferMatrix(parents: ["1": "A", "2": "A", "3": "B"])
  static let households = FigureColumn(
    name: "households", kind: .count, values: ["1": 100, "2": 300, "3": 50])

  @Test("10 % of 100 and 50 % of 300 are 40 % of 400, not 30 %")
  func share() throws {
    let poor = FigureColumn(name: "poor", kind: .share, values: ["1": 10, "2": 50, "3": 20])
    guard case .quotients(let carried) = try Self.transfer.carry(poor, of: Self.households) else {
      Issue.record("a share is a quotient")
      return
    }
    #expect(carried.values == ["A": 40, "B": 20])
    #expect(carried.numerators.values == ["A": 160, "B": 10])
    #expect(carried.denominators.values == ["A": 400, "B": 50])
  }

  @Test("A rate is not in per cent")
  func rate() throws {
    let cattle = FigureColumn(name: "cattle", kind: .rate, values: ["1": 2, "2": 1, "3": 3])
    let carried = try Self.transfer.carry(cattle, of: Self.households)
    #expect(carried.values == ["A": 1.25, "B": 3])
  }

  @Test("No share, or no denominator: not known, and the denominator stays known by itself")
  func unknown() {
    let carried = Self.transfer.carryQuotients(
      ["1": 10, "3": 5], of: ["1": 100, "2": 300, "3": nil], scale: 100)
    #expect(carried.values == ["A": nil, "B": nil])
    #expect(carried.denominators.values == ["A": 400, "B": nil])
    #expect(carried.numerators.unknownSources == ["A": ["2"], "B": ["3"]])
  }

  @Test("No households, no poor households: 0 of 0 is no share, and takes nothing from others")
  func emptyUnits() {
    let carried = Self.transfer.carryQuotients(
      ["1": 10, "2": nil, "3": nil], of: ["1": 100, "2": 0, "3": 0], scale: 100)
    #expect(carried.values == ["A": 10, "B": nil])
    #expect(carried.numerators.values == ["A": 10, "B": 0])
  }

  @Test(arguments: [QuantityKind.median, .score])
  func refused(kind: QuantityKind) {
    let column = FigureColumn(name: "income", kind: kind, values: ["1": 5])
    #expect(throws: TransferProblem.notCarried(column: "income", kind: kind)) {
      try Self.transfer.carry(column, of: Self.households)
    }
    #expect(
      TransferProblem.notCarried(column: "income", kind: kind).message
        .hasPrefix("income is a \(kind.rawValue): "))
  }

  @Test(arguments: [QuantityKind.share, .rate])
  func withoutDenominator(kind: QuantityKind) {
    let column = FigureColumn(name: "poor", kind: kind, values: ["1": 5])
    #expect(throws: TransferProblem.noDenominator(column: "poor", kind: kind)) {
      try Self.transfer.carry(column)
    }
    let score = FigureColumn(name: "mark", kind: .score, values: [:])
    #expect(
      throws: TransferProblem.denominatorDoesNotAddUp(
        column: "poor", denominator: "mark", kind: .score)
    ) { try Self.transfer.carry(column, of: score) }
  }

  @Test("Every kind either adds up, moves as a quotient or is refused")
  func kinds() {
    let adding = QuantityKind.allCases.filter(\.addsUp)
    let quotients = QuantityKind.allCases.filter(\.isQuotient)
    #expect(adding == [.count, .area])
    #expect(quotients == [.share, .rate])
  }
}
