public import GeoModel

/// What a vector layer that is to be written consists of.
public struct VectorContent: Sendable {
  /// A column.
  public struct Field: Sendable, Hashable {
    /// What a column holds.
    public enum Kind: Sendable, Hashable {
      /// True or false.
      case flag
      /// Whole numbers of 64 bits.
      case integer
      /// Real numbers of 64 bits.
      case real
      /// Text.
      case text
      /// A date with a time of day, told as ISO 8601 has it.
      case time
    }

    /// The name.
    public var name: String
    /// What it holds.
    public var kind: Kind
    /// What people call it, where the format has room for it; empty for none.
    public var title: String

    /// Describes a column.
    public init(name: String, kind: Kind, title: String = "") {
      self.name = name
      self.kind = kind
      self.title = title
    }
  }

  /// The geometries of a layer.
  public enum Shape: Sendable, Hashable {
    /// None: a table.
    case none
    /// Points.
    case points
    /// Several points each.
    case multiPoints
    /// Lines; each is written as several.
    case lines
    /// Areas; each is written as several.
    case areas
    /// Different ones.
    case mixed
  }

  /// The layer's name.
  public var name: String
  /// Its columns.
  public var fields: [Field]
  /// Its geometries, in longitude and latitude (OGC:CRS84).
  public var shape: Shape
  /// Layer creation options of the driver, `NAME=VALUE`.
  public var options: [String]

  /// Describes a layer.
  public init(name: String, fields: [Field], shape: Shape, options: [String] = []) {
    self.name = name
    self.fields = fields
    self.shape = shape
    self.options = options
  }

  /// One feature: a value for each field, in their order, and a geometry.
  public struct Feature: Sendable {
    /// The values; those of another kind than their field are written as GDAL converts them.
    public var values: [PropertyValue]
    /// The geometry; `nil` where it has no place.
    public var geometry: Geometry?

    /// Makes a feature.
    public init(values: [PropertyValue], geometry: Geometry?) {
      self.values = values
      self.geometry = geometry
    }
  }
}
