/// A status that units or villages have or do not have, by a rule of law or as a table states it.
public struct ClassificationDefinition: Sendable, Hashable {
  /// The status's name, which it will have in the layer.
  public var name: String
  /// What is classified.
  public var subject: IndicatorDefinition.Subject
  /// By which rule.
  public var rule: Rule
  /// The day that the status is judged for; `nil`: the plan's vintage.
  public var date: CalendarDate?
  /// What the rule is to be given: columns of the plan's tables.
  public var inputs: [Input]
  /// The same status in a base year, which a fall or rise is counted from.
  public var base: Base?
  /// The indicator that the comparison with the base year answers; `nil`: that of the rule.
  public var indicator: Indicator?
  /// Where it stands in the plan.
  public var mark: SourceMark
  /// What part of the plan this is: `classifications.extremely-difficult`.
  public var path: String

  /// Rules that Upland knows.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// Extremely difficult communes and villages, 2021-2025.
    case decision33 = "decision-33-2020"
    /// Mountain communes and villages, 2026-2030, from the terrain.
    case decree272 = "decree-272-2025"
    /// None: a column states the status, as an authority has recognised it.
    case stated
  }

  /// Indicators that are counted in units of a base year.
  public enum Indicator: String, Sendable, Hashable, CaseIterable {
    /// How many fewer have the status, and how many are left.
    case extremelyDifficultUnits = "extremely_difficult_units"
    /// How many more have it.
    case newRuralCommunesAdded = "new_rural_communes_added"
  }

  /// Something that a rule is to be given.
  public struct Input: Sendable, Hashable {
    /// What it is.
    public var name: Name
    /// The column of the plan's tables that holds it.
    public var column: FieldName

    /// Makes an input.
    public init(name: Name, column: FieldName) {
      self.name = name
      self.column = column
    }

    /// What rules may be given.
    public enum Name: String, Sendable, Hashable, CaseIterable {
      /// Ethnic minority households, per cent of households.
      case ethnicPercent = "ethnic_pct"
      /// Poor households, per cent of households.
      case poorPercent = "poor_pct"
      /// Whether a commune meets the new-rural standard.
      case isNewRural = "new_rural"
      /// Whether one of the further conditions holds for a commune.
      case hasFurtherCondition = "further_condition"
      /// Ethnic minority households, per cent of poor households.
      case ethnicOfPoorPercent = "ethnic_of_poor_pct"
      /// Whether a village has no road to the centre, or one that is very hard to use in the rains.
      case lacksRoad = "lacks_road"
      /// Whether a village has the grid.
      case hasGrid = "has_grid"
      /// Households with grid electricity, per cent of households.
      case withGridPercent = "with_grid_pct"
      /// Households without grid electricity, per cent of households.
      case withoutGridPercent = "without_grid_pct"
      /// The status itself.
      case status

      /// Whether it is a share in per cent; else it is 1 for yes and 0 for no.
      public var isPercent: Bool { rawValue.hasSuffix("_pct") }
    }
  }

  /// The statuses of a base year, counted in the units of that year.
  public struct Base: Sendable, Hashable {
    /// The table, a row for each unit or village.
    public var source: SourceReference
    /// The base year.
    public var year: Int
    /// The date of the units that the table is counted in; `nil`: the plan's own.
    public var vintage: CalendarDate?
    /// The field with the code.
    public var code: FieldName
    /// The field with the status; `nil`: every row has it.
    public var status: FieldName?
    /// Texts of the status that mean yes, beside the usual ones.
    public var yesValues: [String]
    /// Texts of the status that mean no, beside the usual ones.
    public var noValues: [String]
    /// What it means that the table does not list a unit.
    public var unlisted: Unlisted
    /// The field with the code of what a village has become; `nil`: its code stayed.
    public var became: FieldName?
    /// The rule that the statuses were judged by, as figures cite it.
    public var rule: String?

    /// What it means that a table does not list a unit.
    public enum Unlisted: String, Sendable, Hashable, CaseIterable {
      /// Nothing: its status is not known.
      case unknown
      /// It did not have the status: the table is a list of those that had it.
      case without
    }

    /// Makes the statuses of a base year.
    public init(
      source: SourceReference, year: Int, vintage: CalendarDate? = nil, code: FieldName,
      status: FieldName? = nil, yesValues: [String] = [], noValues: [String] = [],
      unlisted: Unlisted = .unknown, became: FieldName? = nil, rule: String? = nil
    ) {
      self.source = source
      self.year = year
      self.vintage = vintage
      self.code = code
      self.status = status
      self.yesValues = yesValues
      self.noValues = noValues
      self.unlisted = unlisted
      self.became = became
      self.rule = rule
    }
  }

  /// Makes a classification.
  public init(
    name: String, subject: IndicatorDefinition.Subject, rule: Rule, date: CalendarDate? = nil,
    inputs: [Input] = [], base: Base? = nil, indicator: Indicator? = nil, mark: SourceMark,
    path: String
  ) {
    self.name = name
    self.subject = subject
    self.rule = rule
    self.date = date
    self.inputs = inputs
    self.base = base
    self.indicator = indicator
    self.mark = mark
    self.path = path
  }
}

extension ClassificationDefinition.Rule {
  /// What the rule may be given for units, or for villages.
  public func inputs(forVillages: Bool) -> [ClassificationDefinition.Input.Name] {
    switch self {
    case .decision33 where forVillages:
      [
        .ethnicPercent, .poorPercent, .ethnicOfPoorPercent, .lacksRoad, .hasGrid, .withGridPercent,
        .withoutGridPercent,
      ]
    case .decision33: [.ethnicPercent, .poorPercent, .isNewRural, .hasFurtherCondition]
    case .decree272: []
    case .stated: [.status]
    }
  }
}
