/// One class of a layer as another program draws it.
public struct StyleRule: Sendable, Hashable {
  /// Which features it draws, as an expression of QGIS: `"forest_pct" >= 42 AND "forest_pct" < 67`.
  public var filter: String
  /// What the legend says.
  public var label: String
  /// How they are drawn.
  public var symbol: Symbol

  /// Makes a rule.
  public init(filter: String, label: String, symbol: Symbol) {
    self.filter = filter
    self.label = label
    self.symbol = symbol
  }
}
