public import GeoModel

/// The columns of a layer as tables have them: the feature's identifier, then its properties.
public struct LayerSchema: Sendable, Hashable {
  /// What a column holds.
  public enum Kind: Sendable, Hashable {
    /// True or false.
    case flag
    /// Whole numbers.
    case integer
    /// Real numbers, with at most so many decimals.
    case real(decimals: Int)
    /// Text.
    case text
    /// Several texts in order.
    case list
  }

  /// A column.
  public struct Field: Sendable, Hashable {
    /// The property's name.
    public var name: String
    /// What it holds.
    public var kind: Kind
    /// What people call it.
    public var title: String
    /// The unit that the name tells (`ha`, `km`, `%`); `nil` for a count or a text.
    public var unit: String?
    /// All that it may hold, where that is a closed set.
    public var values: [String]?
    /// Whether every feature has a value.
    public var isRequired: Bool
  }

  /// The columns, in the order of the features' properties.
  public var fields: [Field]

  /// The columns as comma-separated text and GDAL's formats have them: several texts are one, and a layer
  /// with points as ``CSVWriter`` writes it ends with their position.
  public func flat(withPositions hasPoints: Bool = false) -> LayerSchema {
    var schema = self
    for index in schema.fields.indices where schema.fields[index].kind == .list {
      schema.fields[index].kind = .text
      // A list of nothing is an empty text, which says nothing.
      schema.fields[index].isRequired = false
    }
    if hasPoints {
      for name in CSVWriter.positionNames {
        schema.fields.append(
          Field(
            name: name, kind: .real(decimals: 6), title: name, unit: "°", values: nil,
            isRequired: false))
      }
    }
    return schema
  }

  /// The column of the identifier.
  public static let identifier = "id"

  /// The schema of `layer`; `title` says what a property is called. A property of which no feature has a
  /// value is a number where its name ends in a unit, else text. O(features · properties).
  public init(of layer: Layer, title: (String) -> String) {
    var survey = LayerSurvey(names: layer.studyTotals.map(\.name))
    for feature in layer.features { survey.add(feature.properties) }
    self.init(of: survey, title: title)
  }

  /// The same of a layer that was surveyed.
  public init(of survey: LayerSurvey, title: (String) -> String) {
    let identifier = Field(
      name: Self.identifier, kind: .text, title: title(Self.identifier), unit: nil, values: nil,
      isRequired: true)
    fields =
      [identifier]
      + survey.columns.map { column in
        let name = column.name
        let unit = PropertyUnit.unit(of: name)
        let kind = column.kind ?? (unit == nil ? .text : .real(decimals: 9))
        return Field(
          name: name, kind: kind, title: title(name), unit: unit,
          values: kind == .text ? ClosedSets.values(of: name) : nil,
          isRequired: survey.features > 0 && !column.lacksValues)
      }
  }
}

extension LayerSchema.Kind {
  /// The kind of a value; `nil` for one that is not known.
  init?(of value: PropertyValue) {
    switch value {
    case .null: return nil
    case .flag: self = .flag
    case .integer: self = .integer
    case .real(_, let decimals): self = .real(decimals: decimals)
    // An empty text says nothing either.
    case .text(let text):
      if text.isEmpty { return nil }
      self = .text
    case .list: self = .list
    }
  }

  /// The kind that holds values of both.
  func joined(with other: Self) -> Self {
    switch (self, other) {
    case (.real(let mine), .real(let theirs)): .real(decimals: max(mine, theirs))
    case (.integer, .real(let decimals)), (.real(let decimals), .integer):
      .real(decimals: decimals)
    case _ where self == other: self
    default: .text
    }
  }
}
