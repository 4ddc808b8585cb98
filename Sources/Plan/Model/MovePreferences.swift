/// What is preferred among possible moves: weights of 0 or more, in kilometres of a household's move.
public struct MovePreferences: Sendable, Hashable {
  /// How much farther a household would move to stay in its unit of the lowest level.
  public var sameUnit: Double
  /// How much farther it would move to be among people who share the value of a field of the villages.
  public var sameField: [FieldWeight]
  /// How much farther it would move to a site of the score 1 than to one of the score 0; `nil`: the
  /// default.
  public var siteScore: Double?

  /// How much farther, where the plan does not say.
  public static let defaultSiteScore = 5.0

  /// A field and its weight.
  public struct FieldWeight: Sendable, Hashable {
    /// The field of the villages: ethnic group.
    public var field: FieldName
    /// Its weight.
    public var weight: Double

    /// Makes a weight.
    public init(field: FieldName, weight: Double) {
      self.field = field
      self.weight = weight
    }
  }

  /// Makes preferences.
  public init(sameUnit: Double = 0, sameField: [FieldWeight] = [], siteScore: Double? = nil) {
    self.sameUnit = sameUnit
    self.sameField = sameField
    self.siteScore = siteScore
  }
}

/// How it is tried what hangs on the weights of the criteria.
public struct SensitivityRule: Sendable, Hashable {
  /// The number of random sets of weights (1,000).
  public var draws: Int
  /// The seed of these (1).
  public var seed: Int
  /// How many sites are the top (10).
  public var top: Int

  /// Makes a rule.
  public init(draws: Int = 1000, seed: Int = 1, top: Int = 10) {
    self.draws = draws
    self.seed = seed
    self.top = top
  }
}
