/// `resettlement`: who is exposed, where ground is fit, who goes where.
public struct ResettlementSection: Sendable, Hashable {
  /// What exposes a village.
  public var exposure: ExposureRule?
  /// Where ground is fit.
  public var sites: SiteRules?
  /// How many households existing villages can take in.
  public var hosts: HostRule?
  /// Sites for a new, concentrated settlement.
  public var concentrated: ConcentratedRule?
  /// The longest move in kilometres; `nil`: no limit.
  public var maximumMoveKilometres: Double?
  /// Whether a village moves to one place as a whole (`false`).
  public var keepsTogether: Bool
  /// What is preferred among possible moves.
  public var preferences: MovePreferences
  /// The number of households of every village, for a source that has no count.
  public var householdsPerVillage: Double?
  /// The greatest share of a village's ground in hazard, in per cent, with which its households are
  /// stabilised in place; `nil`: none are.
  public var inPlaceSharePercent: Double?
  /// The money that a kilometre's move of a household is worth, for `opening_cost` to be weighed
  /// against (1).
  public var costPerHouseholdKilometre: Double
  /// How near to the best a proposal must be proven to be, in per cent (0.1).
  public var gapPercent: Double
  /// How it is tried what hangs on the weights.
  public var sensitivity: SensitivityRule
  /// Where the section stands in the plan.
  public var mark: SourceMark

  /// Makes the section.
  public init(
    exposure: ExposureRule? = nil, sites: SiteRules? = nil, hosts: HostRule? = nil,
    concentrated: ConcentratedRule? = nil, maximumMoveKilometres: Double? = nil,
    keepsTogether: Bool = false, preferences: MovePreferences = MovePreferences(),
    householdsPerVillage: Double? = nil, inPlaceSharePercent: Double? = nil,
    costPerHouseholdKilometre: Double = 1, gapPercent: Double = 0.1,
    sensitivity: SensitivityRule = SensitivityRule(), mark: SourceMark
  ) {
    self.exposure = exposure
    self.sites = sites
    self.hosts = hosts
    self.concentrated = concentrated
    self.maximumMoveKilometres = maximumMoveKilometres
    self.keepsTogether = keepsTogether
    self.preferences = preferences
    self.householdsPerVillage = householdsPerVillage
    self.inPlaceSharePercent = inPlaceSharePercent
    self.costPerHouseholdKilometre = costPerHouseholdKilometre
    self.gapPercent = gapPercent
    self.sensitivity = sensitivity
    self.mark = mark
  }
}

/// What exposes a village.
public struct ExposureRule: Sendable, Hashable {
  /// Names of hazards of the plan; where the plan names none here, all of them.
  public var hazards: [String]
  /// The distance in metres within which a hazard counts (0: only where it covers).
  public var withinMetres: Double
  /// The least share of a village's area, in per cent, that a hazard must cover.
  public var leastSharePercent: Double

  /// Makes a rule.
  public init(hazards: [String], withinMetres: Double = 0, leastSharePercent: Double = 5) {
    self.hazards = hazards
    self.withinMetres = withinMetres
    self.leastSharePercent = leastSharePercent
  }
}

/// How many households existing villages can take in.
public enum HostRule: Sendable, Hashable {
  /// The number in a field of the villages.
  case room(FieldName)
  /// A share of a village's own households, in per cent.
  case sharePercent(Double)
}

/// New, concentrated settlements.
public struct ConcentratedRule: Sendable, Hashable {
  /// The least number of households for which a site is opened; `nil`: no limit.
  public var leastHouseholds: Int?
  /// The greatest number of households of a site; `nil`: its capacity.
  public var greatestHouseholds: Int?
  /// Money to open a site.
  public var openingCost: Double?

  /// Makes a rule.
  public init(
    leastHouseholds: Int? = nil, greatestHouseholds: Int? = nil, openingCost: Double? = nil
  ) {
    self.leastHouseholds = leastHouseholds
    self.greatestHouseholds = greatestHouseholds
    self.openingCost = openingCost
  }
}
