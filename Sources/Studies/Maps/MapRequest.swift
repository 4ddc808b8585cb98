public import Publishing

/// What a map is to show.
public struct MapRequest: Sendable {
  /// The layer: `villages`, `forest-cover`, `join`, `units`, …
  public var layer: String
  /// Villages: those without this tier stand out; `nil` shows each by its best road.
  public var tier: AccessTier?
  /// The level of units; `nil` for the finest where units are the ground, else for the first.
  public var level: String?
  /// Only the unit of this code and what lies in it; `nil` for all.
  public var place: String?
  /// The figure to be shown; `nil` for the layer's own.
  public var property: String?
  /// How its values are divided; `nil` for round steps.
  public var classes: ClassChoice?
  /// Whether there is a panel for each year; else the figure is that of the present.
  public var byYear: Bool
  /// Whether the map is that of an atlas, whose legend stands on the page of every unit and so counts
  /// nothing.
  var isAtlas = false
  /// The language of the map.
  public var language: OutputLanguage
  /// What figures are called over columns of tables, by property, for those that maps have no words for.
  public var titles: [String: String] = [:]

  /// How the values of a figure are divided into classes.
  public enum ClassChoice: String, Sendable, CaseIterable {
    /// Round bounds, one step apart.
    case rounded
    /// Natural breaks (W. D. Fisher, G. F. Jenks).
    case natural
    /// As many units in each class.
    case quantiles
    /// Round steps from the target.
    case target
  }

  /// Asks for a map of a layer.
  public init(
    layer: String, tier: AccessTier? = nil, level: String? = nil, place: String? = nil,
    property: String? = nil, classes: ClassChoice? = nil, byYear: Bool = false,
    language: OutputLanguage
  ) {
    self.layer = layer
    self.tier = tier
    self.level = level
    self.place = place
    self.property = property
    self.classes = classes
    self.byYear = byYear
    self.language = language
  }
}
