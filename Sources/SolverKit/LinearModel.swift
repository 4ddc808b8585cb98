/// A linear model in columns and rows, some columns whole numbers: what is asked of the solver.
///
/// A plain value: equal models give equal answers, whichever thread solves them and when.
public struct LinearModel: Sendable, Hashable {
  /// What is wanted of the objective.
  public enum Direction: Sendable, Hashable {
    /// The least.
    case minimise
    /// The greatest.
    case maximise
  }

  /// An unknown of the model.
  public struct Column: Sendable, Hashable {
    /// The least value, −∞ for none.
    public var lower: Double
    /// The greatest value, +∞ for none.
    public var upper: Double
    /// What one of it adds to the objective.
    public var objective: Double
    /// Whether it must be a whole number.
    public var isInteger: Bool

    /// Makes a column; without bounds given it is a real number from 0 to +∞.
    public init(
      lower: Double = 0, upper: Double = .infinity, objective: Double = 0, isInteger: Bool = false
    ) {
      self.lower = lower
      self.upper = upper
      self.objective = objective
      self.isInteger = isInteger
    }

    /// A decision: 0 or 1.
    public static func decision(objective: Double = 0) -> Column {
      Column(lower: 0, upper: 1, objective: objective, isInteger: true)
    }
  }

  /// A term of a row.
  public struct Term: Sendable, Hashable {
    /// The column, an index of ``LinearModel/columns``.
    public var column: Int
    /// What the column is multiplied by.
    public var coefficient: Double

    /// Makes a term.
    public init(_ column: Int, _ coefficient: Double = 1) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  /// A condition: lower ≤ Σ coefficient × column ≤ upper.
  public struct Row: Sendable, Hashable {
    /// The least value of the sum, −∞ for none.
    public var lower: Double
    /// The greatest value of the sum, +∞ for none.
    public var upper: Double
    /// The terms; a column stands in at most one of them.
    public var terms: [Term]

    /// Makes a row.
    public init(lower: Double = -.infinity, upper: Double = .infinity, _ terms: [Term]) {
      self.lower = lower
      self.upper = upper
      self.terms = terms
    }
  }

  /// Whether the least or the greatest objective is wanted.
  public var direction: Direction
  /// The unknowns, in the order in which they were added.
  public internal(set) var columns: [Column] = []
  /// The conditions, in the order in which they were added.
  public private(set) var rows: [Row] = []

  /// Makes an empty model.
  public init(_ direction: Direction = .minimise) { self.direction = direction }

  /// Adds an unknown and returns its index.
  @discardableResult
  public mutating func add(_ column: Column) -> Int {
    columns.append(column)
    return columns.count - 1
  }

  /// Adds a condition and returns its index. Its terms name columns that were added before.
  @discardableResult
  public mutating func add(_ row: Row) -> Int {
    precondition(row.terms.allSatisfy { columns.indices.contains($0.column) })
    rows.append(row)
    return rows.count - 1
  }

  /// The same model with every column a real number: its objective bounds that of the model.
  public var relaxed: LinearModel {
    var model = self
    for index in model.columns.indices { model.columns[index].isInteger = false }
    return model
  }

  /// The objective of a solution, one value a column.
  public func objective(of values: [Double]) -> Double {
    zip(columns, values).reduce(0) { $0 + $1.0.objective * $1.1 }
  }
}
