public import GeoModel

/// What a report says, before it is laid out: every figure and sentence in the language of the reader.
public struct ReportPage: Sendable, Hashable {
  /// The language of words and numbers.
  public var language: OutputLanguage
  /// The title.
  public var title: String
  /// A few facts under the title: of when the units are, how many there are.
  public var facts: [String]
  /// The targets, the figures that a reader looks for first.
  public var cards: [Card]
  /// What stands behind them: which places fall short, why, and what it would take.
  public var stories: [Section]
  /// All targets; `nil` where the plan has none.
  public var scorecard: ReportTable?
  /// What the map shows, as its scripts read it.
  public var map: JSONValue
  /// The layers as tables.
  public var tables: [ReportTable]
  /// Where all of it comes from.
  public var provenance: [Section]

  /// A target at a glance.
  public struct Card: Sendable, Hashable {
    /// What is to be reached.
    public var title: String
    /// The value or interval, with its unit.
    public var value: String
    /// The target, with its year.
    public var target: String
    /// Whether it is met; `nil` for what is no target.
    public var met: Ternary?
    /// What is missing; empty where nothing is.
    public var gap: String
    /// The value and the target on a scale; `nil` where there is none.
    public var scale: Scale?

    /// A value and a target on a scale from 0 to 100.
    public struct Scale: Sendable, Hashable {
      /// The ends of the value.
      public var value: ClosedRange<Double>
      /// The target.
      public var target: Double

      /// Makes a scale.
      public init(value: ClosedRange<Double>, target: Double) {
        self.value = value
        self.target = target
      }
    }

    /// Makes a card.
    public init(
      title: String, value: String, target: String, met: Ternary?, gap: String, scale: Scale? = nil
    ) {
      self.title = title
      self.value = value
      self.target = target
      self.met = met
      self.gap = gap
      self.scale = scale
    }
  }

  /// A heading with sentences and a table.
  public struct Section: Sendable, Hashable {
    /// The heading.
    public var heading: String
    /// Sentences, a paragraph each.
    public var lines: [String]
    /// Sentences that belong together, as a list.
    public var points: [String]
    /// A table.
    public var table: ReportTable?

    /// Makes a section.
    public init(
      heading: String, lines: [String] = [], points: [String] = [], table: ReportTable? = nil
    ) {
      self.heading = heading
      self.lines = lines
      self.points = points
      self.table = table
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { lines.isEmpty && points.isEmpty && table == nil }
  }

  /// Makes a page.
  public init(
    language: OutputLanguage, title: String, facts: [String] = [], cards: [Card] = [],
    stories: [Section] = [], scorecard: ReportTable? = nil, map: JSONValue = .null,
    tables: [ReportTable] = [], provenance: [Section] = []
  ) {
    self.language = language
    self.title = title
    self.facts = facts
    self.cards = cards
    self.stories = stories
    self.scorecard = scorecard
    self.map = map
    self.tables = tables
    self.provenance = provenance
  }
}
