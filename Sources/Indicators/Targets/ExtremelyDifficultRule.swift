public import GeoModel

/// When a commune or a village is extremely difficult (đặc biệt khó khăn).
///
/// Each input may be missing: the answer is unknown unless the others settle it.
public struct ExtremelyDifficultRule: DatedRule {
  /// The decision or decree, as figures cite it.
  public var source: String
  /// When it is in force.
  public var validity: RuleValidity
  /// The least share of ethnic minority households, in per cent.
  public var leastEthnicPercent: Double
  /// The share of poor households, in per cent, from which poverty alone decides.
  public var severePoorPercent: Double
  /// The share of poor households, in per cent, from which a further condition decides.
  public var poorPercent: Double
  /// The share of ethnic minorities among the poor, in per cent, above which the further condition
  /// of a village holds.
  public var ethnicOfPoorPercent: Double
  /// The share of households without grid electricity, in per cent, above which the further
  /// condition of a village holds.
  public var withoutGridPercent: Double

  /// Decision 33/2020/QĐ-TTg, for 2021-2025.
  public static let decision33 = ExtremelyDifficultRule(
    source: "Decision 33/2020/QĐ-TTg",
    validity: RuleValidity(from: "2021-01-01", until: "2025-12-31"), leastEthnicPercent: 15,
    severePoorPercent: 20, poorPercent: 15, ethnicOfPoorPercent: 60, withoutGridPercent: 30)

  /// The versions that are known, oldest first.
  public static var versions: [ExtremelyDifficultRule] { [decision33] }

  /// What is known of a commune.
  public struct Commune: Sendable, Hashable {
    /// Ethnic minority households, in per cent of households.
    public var ethnicPercent: Double?
    /// Poor households (multidimensional), in per cent of households.
    public var poorPercent: Double?
    /// Whether it is recognised as a new-rural commune.
    public var isNewRural: Bool?
    /// Whether any of the further conditions of the rule holds.
    public var hasFurtherCondition: Bool?

    /// Makes a commune; what is left out is not known.
    public init(
      ethnicPercent: Double? = nil, poorPercent: Double? = nil, isNewRural: Bool? = nil,
      hasFurtherCondition: Bool? = nil
    ) {
      self.ethnicPercent = ethnicPercent
      self.poorPercent = poorPercent
      self.isNewRural = isNewRural
      self.hasFurtherCondition = hasFurtherCondition
    }
  }

  /// What is known of a village.
  public struct Village: Sendable, Hashable {
    /// Ethnic minority households, in per cent of households.
    public var ethnicPercent: Double?
    /// Poor households (multidimensional), in per cent of households.
    public var poorPercent: Double?
    /// Ethnic minority households among the poor, in per cent of poor households.
    public var ethnicOfPoorPercent: Double?
    /// Whether there is no road to the commune centre, or one that is very hard to use in the rains.
    public var lacksRoad: Bool?
    /// Whether there is a national grid in the village.
    public var hasGrid: Bool?
    /// Households without grid electricity, in per cent of households.
    public var withoutGridPercent: Double?

    /// Makes a village; what is left out is not known.
    public init(
      ethnicPercent: Double? = nil, poorPercent: Double? = nil,
      ethnicOfPoorPercent: Double? = nil, lacksRoad: Bool? = nil, hasGrid: Bool? = nil,
      withoutGridPercent: Double? = nil
    ) {
      self.ethnicPercent = ethnicPercent
      self.poorPercent = poorPercent
      self.ethnicOfPoorPercent = ethnicOfPoorPercent
      self.lacksRoad = lacksRoad
      self.hasGrid = hasGrid
      self.withoutGridPercent = withoutGridPercent
    }
  }

  /// Whether `commune` is of region III: of ethnic minorities, not new-rural, and poor.
  public func judge(_ commune: Commune) -> Ternary {
    .all(
      atLeast(leastEthnicPercent, commune.ethnicPercent),
      Ternary(commune.isNewRural.map { !$0 }),
      poverty(commune.poorPercent, further: Ternary(commune.hasFurtherCondition)))
  }

  /// Whether `village` is extremely difficult: of ethnic minorities, and poor.
  public func judge(_ village: Village) -> Ternary {
    // Where most households have the grid, there is one.
    let isGridPoor = above(withoutGridPercent, village.withoutGridPercent)
    let hasGrid = isGridPoor == .no ? village.hasGrid ?? true : village.hasGrid
    let further = Ternary.any(
      above(ethnicOfPoorPercent, village.ethnicOfPoorPercent), Ternary(village.lacksRoad),
      Ternary(hasGrid.map { !$0 }), isGridPoor)
    return .all(
      atLeast(leastEthnicPercent, village.ethnicPercent),
      poverty(village.poorPercent, further: further))
  }

  private func poverty(_ percent: Double?, further: Ternary) -> Ternary {
    .any(
      atLeast(severePoorPercent, percent), .all(atLeast(poorPercent, percent), further))
  }

  private func atLeast(_ bound: Double, _ percent: Double?) -> Ternary {
    // A quotient of sums may miss 15 or 20 by rounding alone.
    Ternary(percent.map { $0 >= bound - 1e-9 })
  }

  private func above(_ bound: Double, _ percent: Double?) -> Ternary {
    Ternary(percent.map { $0 > bound + 1e-9 })
  }
}
