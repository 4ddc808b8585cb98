/// A plan: what a planner wants to know, and from which data.
///
/// A value of this type has passed every check that needs no data: names that it uses exist, numbers
/// are in range, nothing is said in two ways. No source has been opened.
public struct Plan: Sendable, Hashable {
  /// The version of the grammar that this reader knows: `upland: 1`.
  public static let grammarVersion = 1

  /// The plan file as the user named it, for messages.
  public var file: String
  /// The folder of the plan file, which relative paths start from.
  public var folder: String
  /// The title of report and maps.
  public var title: String?
  /// The language of report and maps.
  public var language: Language
  /// The date from which the units are valid.
  public var vintage: CalendarDate?
  /// The levels of units, the largest first; at least one.
  public var units: [UnitLevel]
  /// The villages.
  public var villages: VillagesSection?
  /// The centres of units.
  public var centres: CentresSection?
  /// Schools, health posts and other places that villages travel to.
  public var services: [ServiceDefinition]
  /// The roads.
  public var roads: RoadsSection?
  /// The raster of people.
  public var population: PopulationSection?
  /// The forest.
  public var forest: ForestSection?
  /// The terrain model.
  public var elevation: SourceReference?
  /// The bands of slope and height; `nil` where the plan has no such section.
  public var terrain: TerrainSection?
  /// Travel times; `nil` where the plan has no such section.
  public var accessibility: AccessibilitySection?
  /// The hazards.
  public var hazards: [HazardDefinition]
  /// Resettlement.
  public var resettlement: ResettlementSection?
  /// The planner's own layers.
  public var overlays: [OverlayDefinition]
  /// Tables of figures.
  public var indicators: [IndicatorDefinition]
  /// Steps in time.
  public var crosswalk: [CrosswalkStep]
  /// Boundaries of units that were before those of the plan.
  public var earlierUnits: [EarlierUnits]
  /// Statuses of units and villages, by rules of law.
  public var classifications: [ClassificationDefinition]
  /// Figures that the plan states itself.
  public var measured: [MeasuredDefinition]
  /// What is to be reached.
  public var targets: TargetsSection?

  /// The language of report and maps.
  public enum Language: String, Sendable, Hashable, CaseIterable {
    /// Vietnamese.
    case vietnamese = "vi"
    /// English.
    case english = "en"
  }

  /// Makes a plan; what is not given is absent, or has the default of the grammar.
  public init(
    file: String, folder: String, title: String? = nil, language: Language = .english,
    vintage: CalendarDate? = nil, units: [UnitLevel], villages: VillagesSection? = nil,
    centres: CentresSection? = nil, services: [ServiceDefinition] = [],
    roads: RoadsSection? = nil,
    population: PopulationSection? = nil, forest: ForestSection? = nil,
    elevation: SourceReference? = nil, terrain: TerrainSection? = nil,
    accessibility: AccessibilitySection? = nil,
    hazards: [HazardDefinition] = [], resettlement: ResettlementSection? = nil,
    overlays: [OverlayDefinition] = [], indicators: [IndicatorDefinition] = [],
    crosswalk: [CrosswalkStep] = [], earlierUnits: [EarlierUnits] = [],
    classifications: [ClassificationDefinition] = [], measured: [MeasuredDefinition] = [],
    targets: TargetsSection? = nil
  ) {
    self.file = file
    self.folder = folder
    self.title = title
    self.language = language
    self.vintage = vintage
    self.units = units
    self.villages = villages
    self.centres = centres
    self.services = services
    self.roads = roads
    self.population = population
    self.forest = forest
    self.elevation = elevation
    self.terrain = terrain
    self.accessibility = accessibility
    self.hazards = hazards
    self.resettlement = resettlement
    self.overlays = overlays
    self.indicators = indicators
    self.crosswalk = crosswalk
    self.earlierUnits = earlierUnits
    self.classifications = classifications
    self.measured = measured
    self.targets = targets
  }

  /// A problem of this plan, found when its data were opened.
  public func problem(
    at mark: SourceMark, path: String, _ message: String, suggestion: String? = nil
  ) -> PlanProblem {
    PlanProblem(file: file, mark: mark, path: path, message: message, suggestion: suggestion)
  }

  /// A problem with a field that this plan names.
  public func problem(
    with field: FieldName, _ message: String, suggestion: String? = nil
  ) -> PlanProblem {
    problem(at: field.mark, path: field.path, message, suggestion: suggestion)
  }
}
