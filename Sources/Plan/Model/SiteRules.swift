/// Where ground is fit for a settlement: constraints first, criteria after.
public struct SiteRules: Sendable, Hashable {
  /// What excludes ground, in the order of the plan; the first that does is the reason.
  public var constraints: [SiteConstraint]
  /// What scores the rest.
  public var criteria: [SiteCriterion]
  /// How the weights are given.
  public var weighting: Weighting
  /// The least area of a site in hectares.
  public var minimumSiteHectares: Double?
  /// The area that a household needs, in square metres.
  public var squareMetresPerHousehold: Double?
  /// The size of the cells that ground is judged by, in metres; `nil`: the terrain model's.
  public var cellMetres: Double?

  /// How criteria are weighed.
  public enum Weighting: Sendable, Hashable {
    /// Weights as written, one a criterion in their order, each 0 or more, not all 0.
    case direct([Double])
    /// A square matrix of comparisons by pairs (Saaty), rows and columns in the order of the
    /// criteria, reciprocal within rounding; and where it stands.
    case pairwise([[Double]], mark: SourceMark)
  }

  /// Makes rules.
  public init(
    constraints: [SiteConstraint] = [], criteria: [SiteCriterion] = [],
    weighting: Weighting = .direct([]), minimumSiteHectares: Double? = nil,
    squareMetresPerHousehold: Double? = nil, cellMetres: Double? = nil
  ) {
    self.constraints = constraints
    self.criteria = criteria
    self.weighting = weighting
    self.minimumSiteHectares = minimumSiteHectares
    self.squareMetresPerHousehold = squareMetresPerHousehold
    self.cellMetres = cellMetres
  }
}

/// A layer that a constraint or criterion names.
public enum SiteLayer: Sendable, Hashable {
  /// One of the plan's own sections, or made from one.
  case section(Section)
  /// A hazard by its name.
  case hazard(String)
  /// An overlay by its name.
  case overlay(String)

  /// What the plan's sections give.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    /// All hazards.
    case hazards
    /// Forest.
    case forest
    /// All roads.
    case roads
    /// Roads known to be hardened.
    case hardenedRoad = "hardened_road"
    /// Roads known to be all-season.
    case allSeasonRoad = "all_season_road"
    /// Villages.
    case villages
    /// Centres.
    case centres
  }
}

/// What a constraint or criterion looks at.
public enum SiteSubject: Sendable, Hashable {
  /// The slope in per cent.
  case slopePercent
  /// The height in metres.
  case elevationMetres
  /// Whether the ground lies within a layer.
  case inside(SiteLayer)
  /// Whether the ground lies outside a layer.
  case outside(SiteLayer)
  /// The distance to a layer in metres.
  case distance(SiteLayer)
}

/// What excludes ground.
public struct SiteConstraint: Sendable, Hashable {
  /// The name given as the reason; made from the subject where the plan gives none.
  public var name: String
  /// What it looks at.
  public var subject: SiteSubject
  /// Values that are fit; `nil` where the subject is `inside` or `outside`.
  public var fit: NumberRange?
  /// Where it stands in the plan.
  public var mark: SourceMark

  /// Makes a constraint.
  public init(name: String, subject: SiteSubject, fit: NumberRange?, mark: SourceMark) {
    self.name = name
    self.subject = subject
    self.fit = fit
    self.mark = mark
  }
}

/// What scores ground.
public struct SiteCriterion: Sendable, Hashable {
  /// The name; the layer of sites has a property of this name.
  public var name: String
  /// What it looks at.
  public var subject: SiteSubject
  /// The value, in the subject's unit, that scores 1; 1 where the subject is `inside` or `outside`.
  public var best: Double
  /// The value, in the subject's unit, that scores 0; 0 where the subject is `inside` or `outside`.
  public var worst: Double
  /// Where it stands in the plan.
  public var mark: SourceMark

  /// Makes a criterion.
  public init(name: String, subject: SiteSubject, best: Double, worst: Double, mark: SourceMark) {
    self.name = name
    self.subject = subject
    self.best = best
    self.worst = worst
    self.mark = mark
  }
}
