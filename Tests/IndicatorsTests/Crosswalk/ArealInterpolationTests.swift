import Indicators
import Testing

@Suite("Figures carried by the areas in common")
struct ArealInterpolationTests {
  typealias Unit = ArealInterpolation.Unit
  typealias Piece = ArealInterpolation.Piece

  /// Two old units side by side, three new ones across them and one beside:
  ///
  ///     old   A A A A B B B B
  ///     new   x x y y y y z . w w
  ///
  /// One column is 10 in area; the people of B live in its last column, which no new unit holds.
  static func columns(people: Bool) throws -> ArealInterpolation {
    func count(_ value: Double) -> Double? { people ? value : nil }
    return try ArealInterpolation(
      old: [
        Unit(code: "A", area: 40, population: count(100)),
        Unit(code: "B", area: 40, population: count(80)),
      ],
      new: [
        Unit(code: "x", area: 20), Unit(code: "y", area: 40), Unit(code: "z", area: 10),
        Unit(code: "w", area: 20),
      ],
      pieces: [
        Piece(old: "A", new: "x", area: 20, population: count(75)),
        Piece(old: "A", new: "y", area: 20, population: count(25)),
        Piece(old: "B", new: "y", area: 20, population: count(20)),
        Piece(old: "B", new: "z", area: 10, population: count(0)),
        Piece(old: "B", new: "w", area: 0, population: count(0)),
      ])
  }

  static let figures: [String: Double?] = ["A": 100, "B": 40]

  @Test func byArea() throws {
    let transfer = try Self.columns(people: true).matrix(by: .area)
    let carried = transfer.carry(Self.figures)
    #expect(carried.values == ["x": 50, "y": 70, "z": 10])
    #expect(carried.outside == 10)
    #expect(transfer.entries.map(\.kind) == [.overlay, .overlay])
  }

  @Test("Where people are known the figures follow them, and those outside stay apart")
  func byPopulation() throws {
    let transfer = try Self.columns(people: true).matrix(by: .population)
    let carried = transfer.carry(Self.figures)
    #expect(carried.values == ["x": 75, "y": 35])
    #expect(carried.outside == 30)
    #expect(transfer.entries.map(\.kind) == [.population, .population])
    #expect(transfer.conservation(of: "people", Self.figures).holds)
  }

  @Test("Without people, by area, and the entry says so")
  func withoutPeople() throws {
    let interpolation = try Self.columns(people: false)
    #expect(interpolation.matrix(by: .population) == interpolation.matrix(by: .area))
  }

  @Test("What no new unit holds, and what no old unit reaches, is told")
  func remainders() throws {
    let interpolation = try Self.columns(people: false)
    #expect(interpolation.outside.map(\.code) == ["B"])
    #expect(interpolation.outside.map(\.area) == [10])
    #expect(interpolation.outside.map(\.share) == [0.25])
    #expect(interpolation.unreached == ["w"])
    #expect(interpolation.uncovered.map(\.code) == ["w"])
    let carried = interpolation.matrix(by: .area).carry(Self.figures)
    #expect(carried.values["w"] == nil)
  }

  @Test("A new unit with a part that no old unit covers has no figure, unless it is a sliver")
  func uncovered() throws {
    for (area, figure) in [(50.0, nil), (10.05, 100.0)] as [(Double, Double?)] {
      let interpolation = try ArealInterpolation(
        old: [Unit(code: "A", area: 10)], new: [Unit(code: "x", area: area)],
        pieces: [Piece(old: "A", new: "x", area: 10)])
      let carried = interpolation.matrix(by: .area).carry(["A": 100])
      #expect(carried.values == ["x": figure])
      #expect(carried.knownParts == ["x": 100])
      #expect(interpolation.uncovered.map(\.code) == ["x"])
    }
  }

  @Test("A sliver outside is two drawings of one border: listed, and spread over the pieces")
  func sliver() throws {
    let interpolation = try ArealInterpolation(
      old: [Unit(code: "A", area: 100)],
      new: [Unit(code: "x", area: 60), Unit(code: "y", area: 39.5)],
      pieces: [Piece(old: "A", new: "x", area: 60), Piece(old: "A", new: "y", area: 39.5)])
    let transfer = interpolation.matrix(by: .area)
    #expect(interpolation.outside.map(\.area) == [0.5])
    #expect(transfer.entries[0].outside == 0)
    #expect(transfer.conservation(of: "people", ["A": 12345]).after == 12345)
  }

  @Test("An old unit that lies outside every new one is reported, never lost")
  func whollyOutside() throws {
    let interpolation = try ArealInterpolation(
      old: [Unit(code: "A", area: 10), Unit(code: "N", area: 0)],
      new: [Unit(code: "x", area: 10)], pieces: [])
    let transfer = interpolation.matrix(by: .area)
    #expect(interpolation.outside.map(\.share) == [1])
    #expect(transfer.carry(["A": 7, "N": 2]).outside == 9)
    #expect(transfer.conservation(of: "people", ["A": 7, "N": 2]).holds)
  }

  @Test("New units that overlap share out no more than there is")
  func overlappingTargets() throws {
    let transfer = try ArealInterpolation(
      old: [Unit(code: "A", area: 10)],
      new: [Unit(code: "x", area: 10), Unit(code: "y", area: 10)],
      pieces: [Piece(old: "A", new: "x", area: 10), Piece(old: "A", new: "y", area: 10)]
    ).matrix(by: .area)
    #expect(transfer.carry(["A": 8]).values == ["x": 4, "y": 4])
  }

  @Test("Nobody lives there, or people of one piece are not counted: by area")
  func peopleAreNoMeasure() throws {
    let pieces: [[Double?]] = [[0, 0], [10, nil]]
    for people in pieces {
      let transfer = try ArealInterpolation(
        old: [Unit(code: "A", area: 10, population: people[0])],
        new: [Unit(code: "x", area: 4), Unit(code: "y", area: 6)],
        pieces: [
          Piece(old: "A", new: "x", area: 4, population: people[0]),
          Piece(old: "A", new: "y", area: 6, population: people[1]),
        ]
      ).matrix(by: .population)
      #expect(transfer.entries[0].kind == .overlay)
      #expect(transfer.carry(["A": 10]).values == ["x": 4, "y": 6])
    }
  }

  @Test("A unit that only grazes the others lies outside; a small unit in a large one does not")
  func strangers() throws {
    let interpolation = try ArealInterpolation(
      old: [Unit(code: "A", area: 100), Unit(code: "B", area: 100), Unit(code: "C", area: 1000)],
      new: [Unit(code: "x", area: 100), Unit(code: "y", area: 5)],
      pieces: [
        Piece(old: "A", new: "x", area: 99.2), Piece(old: "B", new: "x", area: 0.8),
        Piece(old: "C", new: "y", area: 5),
      ])
    #expect(interpolation.strangers == ["B"])
    let transfer = interpolation.matrix(by: .area)
    let carried = transfer.carry(["A": 10, "B": 10, "C": 10])
    #expect(carried.values == ["x": 10, "y": 0.05])
    #expect(abs(carried.outside - 19.95) < 1e-12)
    #expect(transfer.conservation(of: "people", ["A": 10, "B": 10, "C": 10]).holds)
  }

  @Test("An unknown neighbour's sliver is no reason to know nothing; a part of more than 5 % is")
  func unknownGround() throws {
    for (sliver, figure) in [(4.0, 96.0), (6.0, nil)] as [(Double, Double?)] {
      let transfer = try ArealInterpolation(
        old: [Unit(code: "A", area: 100 - sliver), Unit(code: "B", area: 100)],
        new: [Unit(code: "x", area: 100), Unit(code: "y", area: 100 - sliver)],
        pieces: [
          Piece(old: "A", new: "x", area: 100 - sliver), Piece(old: "B", new: "x", area: sliver),
          Piece(old: "B", new: "y", area: 100 - sliver),
        ]
      ).matrix(by: .area)
      let carried = transfer.carry(["A": 96, "B": nil])
      #expect(carried.values == ["x": figure, "y": nil])
      #expect(carried.unknownSources == ["x": ["B"], "y": ["B"]])
    }
  }

  @Test func codesStandOnce() {
    #expect(throws: CrosswalkProblem.doubledUnit(code: "A")) {
      try ArealInterpolation(
        old: [Unit(code: "A", area: 1), Unit(code: "A", area: 2)], new: [], pieces: [])
    }
  }
}
