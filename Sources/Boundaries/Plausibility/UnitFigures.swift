/// Figures of one unit that can be held against its area and its neighbours.
public struct UnitFigures: Sendable, Hashable {
  /// A share in per cent under its name.
  public struct Percentage: Sendable, Hashable {
    /// The indicator's name.
    public var name: String
    /// The share in **per cent**.
    public var value: Double

    /// Makes a named share.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// A number of things or an area under its name.
  public struct Amount: Sendable, Hashable {
    /// The indicator's name.
    public var name: String
    /// The amount, in the indicator's unit.
    public var value: Double

    /// Makes a named amount.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// The number of people; `nil` where it is not known.
  public var population: Double?
  /// The number of households; `nil` where it is not known.
  public var households: Double?
  /// Shares that must lie between 0 and 100.
  public var percentages: [Percentage]
  /// Other numbers of things and areas, which cannot be negative.
  public var amounts: [Amount]

  /// Makes the figures of a unit.
  public init(
    population: Double? = nil, households: Double? = nil, percentages: [Percentage] = [],
    amounts: [Amount] = []
  ) {
    self.population = population
    self.households = households
    self.percentages = percentages
    self.amounts = amounts
  }
}
