/// A source of data as a plan names it: a file, a layer in it, and how to read it.
///
/// Nothing has been opened: whether file, layer and fields exist is for the reader of the data to
/// say, at ``mark`` and at the marks of the fields.
public struct SourceReference: Sendable, Hashable {
  /// `source` as written, without its password, for messages.
  public var text: String
  /// What GDAL is to open: a relative path starts at the plan's folder; see ``SourceLocation``.
  public var location: String
  /// The layer; `nil` where the source has one, or its first is meant.
  public var layer: FieldName?
  /// Which features, in OGR SQL; `nil` for all.
  public var filter: FieldName?
  /// The columns of a table that hold the place of each row; `nil` where the source has geometry.
  public var coordinates: CoordinateFields?
  /// The reference system for a source that declares none or one whose datum is unknown, as any
  /// text that PROJ takes (`EPSG:5898`).
  public var referenceSystem: FieldName?
  /// Whether ``referenceSystem`` replaces a known one that the source declares (`false`).
  public var overridesReferenceSystem: Bool
  /// How its text is encoded.
  public var encoding: TextEncoding
  /// How its numbers are written; `nil` with a decimal point and no other marks.
  public var numbers: NumberStyle?
  /// Where `source` stands in the plan.
  public var mark: SourceMark
  /// What part of the plan names it: `roads.source`.
  public var path: String

  /// The two columns of a table that hold a place.
  public struct CoordinateFields: Sendable, Hashable {
    /// Easting or longitude. Vietnamese tables often call the northing X.
    public var x: FieldName
    /// Northing or latitude.
    public var y: FieldName

    /// Makes a pair of columns.
    public init(x: FieldName, y: FieldName) {
      self.x = x
      self.y = y
    }
  }

  /// How text is encoded: `tcvn3`, `vni` or a name that iconv knows.
  public enum TextEncoding: Sendable, Hashable {
    /// As the source itself says.
    case declared
    /// One encoding for every field.
    case all(FieldName)
    /// An encoding for each field named, the others as the source says. In order of the plan.
    case fields([FieldEncoding])
  }

  /// The encoding of one field.
  public struct FieldEncoding: Sendable, Hashable {
    /// The field.
    public var field: FieldName
    /// Its encoding.
    public var encoding: String

    /// Makes a field's encoding.
    public init(field: FieldName, encoding: String) {
      self.field = field
      self.encoding = encoding
    }
  }

  /// How numbers are written in text.
  public enum NumberStyle: String, Sendable, Hashable, CaseIterable {
    /// As in Viet Nam: `2.161.755` and `1.137,56`.
    case vi
    /// With a decimal point, groups by commas: `2,161,755` and `1,137.56`.
    case plain
  }

  /// Makes a reference.
  public init(
    text: String, location: String, layer: FieldName? = nil, filter: FieldName? = nil,
    coordinates: CoordinateFields? = nil, referenceSystem: FieldName? = nil,
    overridesReferenceSystem: Bool = false, encoding: TextEncoding = .declared,
    numbers: NumberStyle? = nil, mark: SourceMark, path: String
  ) {
    self.text = text
    self.location = location
    self.layer = layer
    self.filter = filter
    self.coordinates = coordinates
    self.referenceSystem = referenceSystem
    self.overridesReferenceSystem = overridesReferenceSystem
    self.encoding = encoding
    self.numbers = numbers
    self.mark = mark
    self.path = path
  }
}
