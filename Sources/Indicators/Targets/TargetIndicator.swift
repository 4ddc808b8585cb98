/// An indicator that targets are set for, and what answers it.
public struct TargetIndicator: Sendable, Hashable {
  /// Which way an indicator gets better, which decides the end of a range that is judged.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// More is better: a range is met from its low end.
    case moreIsBetter
    /// Less is better: a range is met up to its high end.
    case lessIsBetter
    /// Neither: a range is met within it.
    case neither
  }

  /// What answers an indicator.
  public enum Answer: Sendable, Hashable {
    /// The forest section of the plan.
    case forestCover
    /// Roads, villages and centres of the plan.
    case hardenedRoads
    /// A column of the same name among the plan's indicators.
    case column
    /// The mean yearly fall of another indicator, which a column answers.
    case yearlyFall(of: String)
    /// The status of the units of the base year, then and now.
    case baseUnits
    /// How many more of the units of the base year have a status; or a column of the same name.
    case addedUnits
    /// Nothing: it says where another indicator stood.
    case baseline(of: String)
  }

  /// Its name: `forest_cover`.
  public var name: String
  /// The unit of its value: `percent of households`.
  public var unit: String
  /// Which way it gets better.
  public var direction: Direction
  /// What answers it.
  public var answer: Answer

  init(_ name: String, _ unit: String, _ direction: Direction, _ answer: Answer = .column) {
    self.name = name
    self.unit = unit
    self.direction = direction
    self.answer = answer
  }

  /// The indicator called `name`; one that is not known is answered by a column of that name, and
  /// no one can say which way it gets better.
  public static func named(_ name: String) -> TargetIndicator {
    byName[name] ?? TargetIndicator(name, "", .neither)
  }

  private static let byName = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })

  /// What the plan would need for an answer.
  public var need: String {
    switch answer {
    case .forestCover: "a forest section"
    case .hardenedRoads: "villages, centres and roads"
    case .column: "a column '\(name)' among the indicators"
    case .yearlyFall(let other): "a column '\(other)' with two years, or one and a baseline"
    case .baseUnits: "the status of the units of the base year, then and now"
    case .addedUnits: "the status of the units of the base year, then and now"
    case .baseline(let other): "a column '\(other)'"
    }
  }
}
