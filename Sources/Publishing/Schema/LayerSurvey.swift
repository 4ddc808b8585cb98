public import GeoModel

/// What the properties of a layer's features hold, gathered a feature at a time; in which order they come,
/// and in how many parts, decides nothing.
public struct LayerSurvey: Sendable, Hashable {
  /// One property over all features.
  struct Column: Sendable, Hashable {
    var name: String
    /// What holds the values of all features; `nil` where none has one.
    var kind: LayerSchema.Kind?
    /// Whether a feature has no value.
    var lacksValues = false
  }

  /// The features so far.
  public private(set) var features = 0
  /// The properties, in the order of the features.
  private(set) var columns: [Column]

  /// The properties' names, in the order of the features.
  public var names: [String] { columns.map(\.name) }

  /// A survey of nothing; `names` are the properties of a layer that has no feature.
  public init(names: [String] = []) {
    columns = names.map { Column(name: $0) }
  }

  /// Takes in the properties of a feature. Those of all features have the same names, in the same order.
  public mutating func add(_ properties: [Property]) {
    if features == 0 { columns = properties.map { Column(name: $0.name) } }
    features += 1
    for (index, property) in properties.enumerated() where index < columns.count {
      guard let kind = LayerSchema.Kind(of: property.value) else {
        columns[index].lacksValues = true
        continue
      }
      columns[index].kind = columns[index].kind.map { $0.joined(with: kind) } ?? kind
    }
  }

  /// Takes in what `other` took in.
  public mutating func formUnion(_ other: LayerSurvey) {
    guard features > 0, other.features > 0 else {
      if other.features > 0 { self = other }
      return
    }
    features += other.features
    for (index, column) in other.columns.enumerated() where index < columns.count {
      columns[index].lacksValues = columns[index].lacksValues || column.lacksValues
      guard let kind = column.kind else { continue }
      columns[index].kind = columns[index].kind.map { $0.joined(with: kind) } ?? kind
    }
  }
}
