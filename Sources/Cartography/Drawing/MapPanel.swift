/// One of several maps on a page that differ in what is drawn, not in where.
public struct MapPanel: Sendable {
  /// What stands over it in bold: a year.
  public var title: String
  /// What stands behind the title: a figure; empty for nothing.
  public var note: String
  /// The layers, the first lowest.
  public var layers: [MapLayer]

  /// Makes a panel.
  public init(title: String, note: String = "", layers: [MapLayer]) {
    self.title = title
    self.note = note
    self.layers = layers
  }
}
