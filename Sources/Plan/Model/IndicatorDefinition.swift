/// A table of figures about units or villages.
public struct IndicatorDefinition: Sendable, Hashable {
  /// The table's name.
  public var name: String
  /// The table.
  public var source: SourceReference
  /// What its rows are about.
  public var subject: Subject
  /// How a row finds its unit.
  public var key: Key
  /// The field with the unit's name, where rows are found by code: a name that is another's
  /// contradicts the code.
  public var unitName: FieldName?
  /// The date of the units that the table is counted in; `nil`: the plan's own.
  public var vintage: CalendarDate?
  /// Whether the table covers more than the study.
  public var scope: Scope
  /// Pairs of names confirmed by hand: the table's name, the unit's name.
  public var names: PairTable?
  /// The columns to take, in the order of the plan.
  public var columns: [IndicatorColumn]
  /// Where it stands in the plan.
  public var mark: SourceMark
  /// What part of the plan this is: `indicators.yearbook-2016`.
  public var path: String

  /// What the rows are about.
  public enum Subject: Sendable, Hashable {
    /// The units of a level.
    case units(level: String)
    /// Villages.
    case villages
  }

  /// How a row finds its unit.
  public enum Key: Sendable, Hashable {
    /// By the code in a field.
    case code(FieldName)
    /// By the name in a field.
    case name(FieldName)
  }

  /// Whether the table covers more than the study.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Each row belongs to a unit of the study.
    case all
    /// Some rows lie outside the study; they are left out and listed.
    case subset
  }

  /// Makes a table of figures.
  public init(
    name: String, source: SourceReference, subject: Subject, key: Key,
    unitName: FieldName? = nil, vintage: CalendarDate? = nil, scope: Scope = .all,
    names: PairTable? = nil,
    columns: [IndicatorColumn], mark: SourceMark, path: String
  ) {
    self.name = name
    self.source = source
    self.subject = subject
    self.key = key
    self.unitName = unitName
    self.vintage = vintage
    self.scope = scope
    self.names = names
    self.columns = columns
    self.mark = mark
    self.path = path
  }
}

/// A column of a table of figures.
public struct IndicatorColumn: Sendable, Hashable {
  /// What it will be called in the layer.
  public var name: String
  /// The field of the table.
  public var field: FieldName
  /// What kind of quantity it is, which decides how it is put together.
  public var kind: Kind
  /// The unit, as text for tables and maps.
  public var unit: String?
  /// What a share or rate is of: a column of the plan, or a field of the table.
  public var of: FieldName?
  /// Whether the field counts the part (`part`), so that the share is part ÷ `of`; else it holds the
  /// share itself (`field`).
  public var isPart: Bool
  /// The indicator that the column answers; `nil`: the one of its own name.
  public var indicator: String?
  /// The year of the figures; `nil`: that of the table's vintage.
  public var year: Int?
  /// Where it stands in the plan.
  public var mark: SourceMark

  /// Kinds of quantity.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A number of things; adds up.
    case count
    /// An area; adds up.
    case area
    /// A part of a whole; moves as numerator and denominator.
    case share
    /// A quantity for each of another; moves as numerator and denominator.
    case rate
    /// Points by some scale; cannot be put together.
    case score
    /// A median; cannot be put together.
    case median
  }

  /// Makes a column.
  public init(
    name: String, field: FieldName, kind: Kind, unit: String? = nil, of: FieldName? = nil,
    isPart: Bool = false, indicator: String? = nil, year: Int? = nil, mark: SourceMark
  ) {
    self.name = name
    self.field = field
    self.kind = kind
    self.unit = unit
    self.of = of
    self.isPart = isPart
    self.indicator = indicator
    self.year = year
    self.mark = mark
  }
}
