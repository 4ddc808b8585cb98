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
  /// The layers, the first lowest.
  public var layers: [MapLayer]
  /// How many of ``layers`` lie below the relief.
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
    heading: String = "", title: String, subtitle: String, language: OutputLanguage, extent: MapExtent,
    layers: [MapLayer], layersBelowRelief: Int = 0,
    relief: (@Sendable (MapView) throws -> ShadeImage?)? = nil, labels: [MapLabel] = [],
    legend: [LegendSection] = [], notes: [String] = [], date: String? = nil
  ) {
    self.heading = heading
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.extent = extent
    self.layers = layers
    self.layersBelowRelief = layersBelowRelief
    self.relief = relief
    self.labels = labels
    self.legend = legend
    self.notes = notes
    self.date = date
  }
}
