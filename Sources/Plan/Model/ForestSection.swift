/// `forest`: what is counted as forest, and from which source.
public struct ForestSection: Sendable, Hashable {
  /// The rule's name, printed beside every figure.
  public var rule: FieldName
  /// The source without a year; `nil` where all are under ``years``.
  public var cover: ForestCoverSource?
  /// The classes of the raster that are inland water; empty where none is named.
  public var waterClasses: [Int]
  /// The least area of a patch in hectares; `nil`: the rule's own, or none.
  public var minimumPatchHectares: Double?
  /// Which cells of a raster are neighbours; `nil`: the rule's own.
  public var connectivity: Connectivity?
  /// The least share of a unit, in per cent, that must be known for a cover to be stated.
  public var minimumKnownPercent: Double
  /// Sources of several years, in the order of the years.
  public var years: [ForestYear]
  /// Where new forest could come from; `nil` where the plan does not ask.
  public var restoration: RestorationSection?
  /// What forest land is meant for, where a source of its own tells it.
  public var functions: [ForestFunctionSource]
  /// Where the section stands in the plan.
  public var mark: SourceMark

  /// Which cells of a raster are neighbours.
  public enum Connectivity: Int, Sendable, Hashable, CaseIterable {
    /// Cells that share an edge.
    case four = 4
    /// Cells that share an edge or a corner.
    case eight = 8
  }

  /// Makes the section.
  public init(
    rule: FieldName, cover: ForestCoverSource?, waterClasses: [Int] = [],
    minimumPatchHectares: Double? = nil,
    connectivity: Connectivity? = nil, minimumKnownPercent: Double = 95,
    years: [ForestYear] = [], functions: [ForestFunctionSource] = [], mark: SourceMark
  ) {
    self.rule = rule
    self.cover = cover
    self.waterClasses = waterClasses
    self.minimumPatchHectares = minimumPatchHectares
    self.connectivity = connectivity
    self.minimumKnownPercent = minimumKnownPercent
    self.years = years
    self.functions = functions
    self.mark = mark
  }
}

extension ForestSection {
  /// The forest of the present: the section's own source, else that of the last year.
  public var presentCover: ForestCoverSource? { cover ?? years.last?.cover }
  /// The year of ``presentCover``; `nil` where the plan names none for it.
  public var presentYear: Int? { cover == nil ? years.last?.year : nil }
}

/// A source of forest and how to tell forest in it.
public struct ForestCoverSource: Sendable, Hashable {
  /// A raster or polygons.
  public var source: SourceReference
  /// How forest is told.
  public var definition: Definition
  /// Where the definition stands in the plan; that of the source where there is none.
  public var definitionMark: SourceMark

  /// How forest is told from other land.
  public enum Definition: Sendable, Hashable {
    /// Every polygon is forest. For a raster this is not enough.
    case everything
    /// A raster's cells of these classes.
    case classes([Int])
    /// A raster's cells of at least this value (`>=`).
    case threshold(minimum: Double)
    /// A raster's cells of canopy cover, of which the rule's least canopy is forest.
    case canopy(CanopyUnit)
    /// Polygons typed by the codes in a field.
    case types(ForestTypes)
  }

  /// What the cells of a raster of canopy cover hold.
  public enum CanopyUnit: String, Sendable, Hashable, CaseIterable {
    /// Per cent of the ground, 0 to 100.
    case percent
    /// A share of the ground, 0 to 1.
    case fraction
  }

  /// Makes a source of forest.
  public init(source: SourceReference, definition: Definition, definitionMark: SourceMark) {
    self.source = source
    self.definition = definition
    self.definitionMark = definitionMark
  }
}

/// `types`: how the plots of an inventory tell what stands on them.
public struct ForestTypes: Sendable, Hashable {
  /// The field with the code.
  public var field: FieldName
  /// What each code means: a `ForestType` by its word.
  public var table: PairTable
  /// The field with what the land is meant for, and what its values mean: a `ForestFunction` by
  /// its word; `nil` where the source does not tell.
  public var function: FunctionField?
  /// The field with the mean height in **metres**; `nil` where the source does not tell.
  public var height: FieldName?

  /// The field of functions.
  public struct FunctionField: Sendable, Hashable {
    /// The field with the code.
    public var field: FieldName
    /// What each code means.
    public var table: PairTable

    /// Makes a field of functions.
    public init(field: FieldName, table: PairTable) {
      self.field = field
      self.table = table
    }
  }

  /// Makes the section.
  public init(
    field: FieldName, table: PairTable, function: FunctionField? = nil, height: FieldName? = nil
  ) {
    self.field = field
    self.table = table
    self.function = function
    self.height = height
  }

  /// The fields that it names.
  public var fields: [FieldName] { [field] + [function?.field, height].compactMap(\.self) }
}

/// The forest of one year.
public struct ForestYear: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// Its source; a definition that it does not give is that of the section.
  public var cover: ForestCoverSource

  /// Makes a year's forest.
  public init(year: Int, cover: ForestCoverSource) {
    self.year = year
    self.cover = cover
  }
}
