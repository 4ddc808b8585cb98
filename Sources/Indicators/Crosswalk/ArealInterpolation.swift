/// How figures go from one coverage of units to another where no crosswalk tells: by the pieces
/// that two coverages cut each other into.
///
/// Areal weighting takes a figure as spread evenly over the area of its unit; weighting by
/// population as spread evenly over its people (M. F. Goodchild, N. S. Lam, Areal interpolation: a
/// variant of the traditional spatial problem, Geo-Processing 1, 1980). Both are assumptions: what
/// they yield is an estimate, and every entry says how it was made.
public struct ArealInterpolation: Sendable, Hashable {
  /// A unit of either coverage.
  public struct Unit: Sendable, Hashable {
    /// The code, within its own coverage.
    public var code: String
    /// Its name; `nil` where the source has none.
    public var name: String?
    /// Its area, in the unit of the pieces' areas.
    public var area: Double
    /// The people in it, in any unit; `nil` where they are not known.
    public var population: Double?

    /// Makes a unit.
    public init(code: String, name: String? = nil, area: Double, population: Double? = nil) {
      self.code = code
      self.name = name
      self.area = area
      self.population = population
    }
  }

  /// What an old unit and a new one have in common.
  public struct Piece: Sendable, Hashable {
    /// The code of the old unit.
    public var old: String
    /// The code of the new unit.
    public var new: String
    /// Its area, in the unit of the units' areas.
    public var area: Double
    /// The people in it, in the unit of the units' population; `nil` where they are not known.
    public var population: Double?

    /// Makes a piece.
    public init(old: String, new: String, area: Double, population: Double? = nil) {
      self.old = old
      self.new = new
      self.area = area
      self.population = population
    }
  }

  /// A part of a unit that the other coverage does not reach.
  public struct Remainder: Sendable, Hashable {
    /// The code of the unit.
    public var code: String
    /// The area.
    public var area: Double
    /// The area as a share of the unit's, 0 to 1.
    public var share: Double
  }

  /// What the figures are spread by.
  public enum Weighting: String, Sendable, Hashable, CaseIterable {
    /// By area; for areas themselves always.
    case area
    /// By people, in old units where they are known; in others by area.
    case population
  }

  /// The parts of old units that lie in no new unit, by code; those without any are left out.
  public let outside: [Remainder]
  /// The parts of new units that lie in no old unit, by code; those without any are left out.
  public let uncovered: [Remainder]
  /// The new units that no old unit reaches, by code: nothing is known of them.
  public let unreached: [String]

  /// The old units that have no more than slivers in common with any new one, by code.
  public let strangers: [String]

  private let old: [Unit]
  private let newAreas: [String: Double]
  private let pieces: [String: [Piece]]
  private let tolerance: Double
  private let leastCovered: Double

  /// The pieces of two coverages.
  ///
  /// - Parameters:
  ///   - old: the units that have figures.
  ///   - new: the units that figures are wanted for.
  ///   - pieces: what they have in common; each pair once at most, areas and people not below 0.
  ///   - tolerance: the share of a unit up to which a part passes for two drawings of one border.
  ///     A part of an old unit that no new one reaches is spread over the pieces up to it, and kept
  ///     apart beyond it. An old unit whose pieces are all no more than that, of itself and of the
  ///     new units, lies outside (``strangers``).
  ///   - leastCovered: the share of its area that must lie in old units with a known figure for a
  ///     new unit to have one.
  /// - Throws: ``CrosswalkProblem/doubledUnit(code:)``.
  public init(
    old: [Unit], new: [Unit], pieces: [Piece], tolerance: Double = 0.01,
    leastCovered: Double = 0.95
  ) throws(CrosswalkProblem) {
    for codes in [old.map(\.code), new.map(\.code)] {
      var seen: Set<String> = []
      for code in codes where !seen.insert(code).inserted { throw .doubledUnit(code: code) }
    }
    let oldCodes = Set(old.map(\.code))
    let newCodes = Set(new.map(\.code))
    precondition(
      pieces.allSatisfy { oldCodes.contains($0.old) && newCodes.contains($0.new) },
      "pieces are of the units given")
    precondition(pieces.allSatisfy { $0.area >= 0 && ($0.population ?? 0) >= 0 })
    self.old = old
    self.tolerance = tolerance
    self.leastCovered = leastCovered
    newAreas = Dictionary(uniqueKeysWithValues: new.map { ($0.code, $0.area) })
    // In an order of their own, so that no sum depends on the order of the pieces.
    let all = pieces.filter { $0.area > 0 }.sorted { ($0.old, $0.new) < ($1.old, $1.new) }
    let byOld = Dictionary(grouping: all, by: \.old)
    let newAreas = self.newAreas
    let strangers = Set(
      old.filter { unit in
        let own = byOld[unit.code] ?? []
        let inside = CompensatedSum(of: own.map(\.area)).value
        return inside <= tolerance * unit.area
          && own.allSatisfy { $0.area <= tolerance * (newAreas[$0.new] ?? 0) }
      }.map(\.code))
    self.strangers = strangers.sorted()
    let common = all.filter { !strangers.contains($0.old) }
    self.pieces = Dictionary(grouping: common, by: \.old)
    outside = Self.remainders(of: old, in: self.pieces)
    let byNew = Dictionary(grouping: common, by: \.new)
    uncovered = Self.remainders(of: new, in: byNew)
    unreached = new.map(\.code).filter { byNew[$0] == nil }.sorted()
  }

  private static func remainders(
    of units: [Unit], in pieces: [String: [Piece]]
  ) -> [Remainder] {
    units.compactMap { unit in
      let inside = CompensatedSum(of: (pieces[unit.code] ?? []).map(\.area)).value
      guard unit.area > inside else { return nil }
      return Remainder(
        code: unit.code, area: unit.area - inside, share: (unit.area - inside) / unit.area)
    }.sorted { $0.code < $1.code }
  }

  /// The shares of the old units by `weighting`.
  public func matrix(by weighting: Weighting) -> TransferMatrix {
    TransferMatrix(
      entries: old.map { entry(of: $0, by: weighting) },
      uncoveredShares: Dictionary(uniqueKeysWithValues: uncovered.map { ($0.code, $0.share) }),
      leastCovered: leastCovered)
  }

  private func entry(of unit: Unit, by weighting: Weighting) -> TransferMatrix.Entry {
    let pieces = self.pieces[unit.code] ?? []
    var kind = CrosswalkChain.Reach.Kind.overlay
    var whole = unit.area
    var amounts = pieces.map(\.area)
    if weighting == .population, let people = unit.population {
      let inPieces = pieces.compactMap(\.population)
      // Where nobody lives, or nobody counted, people are no measure.
      if inPieces.count == pieces.count, max(people, CompensatedSum(of: inPieces).value) > 0 {
        kind = .population
        whole = people
        amounts = inPieces
      }
    }
    let inside = CompensatedSum(of: amounts).value
    guard inside > 0 else {
      return TransferMatrix.Entry(
        code: unit.code, name: unit.name, targets: [], weights: [], outside: 1, kind: kind)
    }
    // New units that overlap hold more than there is: they share it out in proportion too.
    let divisor = whole - inside <= tolerance * whole ? inside : whole
    return TransferMatrix.Entry(
      code: unit.code, name: unit.name, targets: pieces.map(\.new),
      weights: amounts.map { $0 / divisor }, outside: (divisor - inside) / divisor, kind: kind,
      groundShares: pieces.map { $0.area / (newAreas[$0.new] ?? .infinity) })
  }
}
