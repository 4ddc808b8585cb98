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

  /// The number of people; `nil` where it is not known.
  public var population: Double?
  /// The number of households; `nil` where it is not known.
  public var households: Double?
  /// Shares that must lie between 0 and 100.
  public var percentages: [Percentage]

  /// Makes the figures of a unit.
  public init(
    population: Double? = nil, households: Double? = nil, percentages: [Percentage] = []
  ) {
    self.population = population
    self.households = households
    self.percentages = percentages
  }
}
