/// A part of a legend under one heading.
public struct LegendSection: Sendable, Hashable {
  /// The heading.
  public var title: String
  /// What stands below it, in order.
  public var entries: [LegendEntry]

  /// Makes a part.
  public init(title: String, entries: [LegendEntry]) {
    self.title = title
    self.entries = entries
  }
}

/// One line of a legend.
public struct LegendEntry: Sendable, Hashable {
  /// How it is drawn.
  public var symbol: Symbol
  /// What it means.
  public var label: String

  /// Makes a line.
  public init(symbol: Symbol, label: String) {
    self.symbol = symbol
    self.label = label
  }
}
