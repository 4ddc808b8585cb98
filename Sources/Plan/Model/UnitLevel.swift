/// A level of administrative units: districts, communes.
public struct UnitLevel: Sendable, Hashable {
  /// The level's name: `commune`.
  public var name: String
  /// Where its units come from.
  public var origin: Origin
  /// Where its name stands in the plan.
  public var mark: SourceMark
  /// What part of the plan this is: `units.commune`.
  public var path: String

  /// Where the units of a level come from.
  public enum Origin: Sendable, Hashable {
    /// A source of their own.
    case source(UnitSource)
    /// The units of the level below, put together.
    case dissolve(UnitDissolve)
  }

  /// Makes a level.
  public init(name: String, origin: Origin, mark: SourceMark, path: String) {
    self.name = name
    self.origin = origin
    self.mark = mark
    self.path = path
  }
}

/// Units that have a source of their own.
public struct UnitSource: Sendable, Hashable {
  /// The polygons.
  public var source: SourceReference
  /// The unit's code.
  public var code: FieldName
  /// The short name; `nil`: the code serves as name.
  public var name: FieldName?
  /// The name with its type in front: `Xã Ba Tơ`.
  public var fullName: FieldName?
  /// The code of the unit of the level above; `nil`: by the largest share of area.
  public var parent: FieldName?
  /// The area that the source itself states.
  public var declaredArea: DeclaredArea?

  /// Makes a level's own source.
  public init(
    source: SourceReference, code: FieldName, name: FieldName? = nil, fullName: FieldName? = nil,
    parent: FieldName? = nil, declaredArea: DeclaredArea? = nil
  ) {
    self.source = source
    self.code = code
    self.name = name
    self.fullName = fullName
    self.parent = parent
    self.declaredArea = declaredArea
  }
}

/// Units made from those of the level below.
public struct UnitDissolve: Sendable, Hashable {
  /// The level below.
  public var level: String
  /// The field of the level below by whose value units are put together; it becomes the code.
  public var by: FieldName
  /// The field of the level below that holds the new unit's name; `nil`: the code serves as name.
  public var name: FieldName?

  /// Makes a rule for putting units together.
  public init(level: String, by: FieldName, name: FieldName? = nil) {
    self.level = level
    self.by = by
    self.name = name
  }
}

/// An area that a source states in a field.
public struct DeclaredArea: Sendable, Hashable {
  /// The field.
  public var field: FieldName
  /// Its unit.
  public var unit: AreaUnit

  /// A unit of area.
  public enum AreaUnit: String, Sendable, Hashable, CaseIterable {
    /// Hectares, 10,000 m².
    case hectares = "ha"
    /// Square kilometres.
    case squareKilometres = "km2"
    /// Square metres.
    case squareMetres = "m2"

    /// Square metres in one.
    public var squareMetres: Double {
      switch self {
      case .hectares: 10_000
      case .squareKilometres: 1_000_000
      case .squareMetres: 1
      }
    }
  }

  /// Makes a stated area.
  public init(field: FieldName, unit: AreaUnit) {
    self.field = field
    self.unit = unit
  }
}
