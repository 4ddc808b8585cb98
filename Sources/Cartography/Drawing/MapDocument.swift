public import CairoKit
public import Publishing

/// A map: all that is on the page.
public struct MapDocument: Sendable {
  /// Where: a line above the title.
  public var heading: String
  /// The title.
  public var title: String
  /// What the picture says, in a sentence or two.
  public var subtitle: String
  /// The language of legend and figures.
  public var language: OutputLanguage
  /// What the map must show.
  public var extent: MapExtent
  /// The layers, the first lowest; not drawn where there are ``panels``.
  public var layers: [MapLayer]
  /// Several maps of one extent and scale beside one another, in order, with layers of their own under
  /// one legend; empty for one map.
  public var panels: [MapPanel]
  /// How many of ``layers``, or of those of each panel, lie below the relief.
  public var layersBelowRelief: Int
  /// Makes the relief for a view: darkness in cells over the whole frame; `nil` for none.
  public var relief: (@Sendable (MapView) throws -> ShadeImage?)?
  /// The names.
  public var labels: [MapLabel]
  /// The legend.
  public var legend: [LegendSection]
  /// Sources, dates and licences, at the foot.
  public var notes: [String]
  /// The date of the data, as ISO 8601 writes it; `nil` where it is not known.
  public var date: String?

  /// Makes a map.
  public init(
    heading: String = "", title: String, subtitle: String, language: OutputLanguage,
    extent: MapExtent,
    layers: [MapLayer], panels: [MapPanel] = [], layersBelowRelief: Int = 0,
    relief: (@Sendable (MapView) throws -> ShadeImage?)? = nil, labels: [MapLabel] = [],
    legend: [LegendSection] = [], notes: [String] = [], date: String? = nil
  ) {
    self.heading = heading
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.extent = extent
    self.layers = layers
    self.panels = panels
    self.layersBelowRelief = layersBelowRelief
    self.relief = relief
    self.labels = labels
    self.legend = legend
    self.notes = notes
    self.date = date
  }
}
