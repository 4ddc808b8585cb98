/// Figures of one unit that can be held against its area and its neighbours.
public struct UnitFigures: Sendable, Hashable {
  /// A figure under its name.
  public struct Named: Sendable, Hashable {
    /// The indicator's name.
    public var name: String
    /// The figure, in the indicator's unit: **per cent** where it is a share.
    public var value: Double

    /// Makes a named figure.
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
  public var percentages: [Named]
  /// Other numbers of things and areas, which cannot be negative.
  public var amounts: [Named]

  /// Makes the figures of a unit.
  public init(
    population: Double? = nil, households: Double? = nil, percentages: [Named] = [],
    amounts: [Named] = []
  ) {
    self.population = population
    self.households = households
    self.percentages = percentages
    self.amounts = amounts
  }
}
