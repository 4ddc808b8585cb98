/// One class of a layer as another program draws it.
public struct StyleRule: Sendable, Hashable {
  /// Which features it draws, as an expression of QGIS: `"forest_pct" >= 42 AND "forest_pct" < 67`.
  public var filter: String
  /// What the legend says.
  public var label: String
  /// How they are drawn.
  public var symbol: Symbol
  /// Whether it is switched on; what is not draws nothing until somebody ticks it in the legend.
  public var isShown: Bool

  /// Makes a rule.
  public init(filter: String, label: String, symbol: Symbol, isShown: Bool = true) {
    self.filter = filter
    self.label = label
    self.symbol = symbol
    self.isShown = isShown
  }
}
