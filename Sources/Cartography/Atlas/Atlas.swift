public import GeoModel

/// A map as a book: an overview with an index, then a page for each unit.
public struct Atlas: Sendable {
  /// The whole map; its layers, names, legend and notes are those of every page.
  public var map: MapDocument
  /// The units, in the order of the pages.
  public var units: [AtlasUnit]
  /// The outlines behind the small map that tells where a unit lies.
  public var locator: [[Polygon]]

  /// Makes an atlas.
  public init(map: MapDocument, units: [AtlasUnit], locator: [[Polygon]]) {
    self.map = map
    self.units = units
    self.locator = locator
  }
}

/// A unit with a page of its own.
public struct AtlasUnit: Sendable {
  /// The code; empty where it has none.
  public var code: String
  /// The name, with its type where it is known.
  public var name: String
  /// What it lies in; empty for nothing.
  public var parent: String
  /// The areas in longitude and latitude; empty where it has none.
  public var polygons: [Polygon]
  /// Its figures, in order.
  public var figures: [AtlasFigure]

  /// Makes a unit.
  public init(
    code: String, name: String, parent: String = "", polygons: [Polygon],
    figures: [AtlasFigure] = []
  ) {
    self.code = code
    self.name = name
    self.parent = parent
    self.polygons = polygons
    self.figures = figures
  }
}

/// A line of the table on a unit's page.
public struct AtlasFigure: Sendable, Hashable {
  /// What it is.
  public var label: String
  /// The value with its unit, an interval where it is one; a dash where it is not known.
  public var value: String
  /// Why it is not known, or anything else that must be said of it; empty for nothing.
  public var remark: String

  /// Makes a line.
  public init(label: String, value: String, remark: String = "") {
    self.label = label
    self.value = value
    self.remark = remark
  }
}
