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
  /// Which neighbours are of one site: 4, or 8 with those that share a corner.
  public var connectivity: ForestSection.Connectivity
  /// The exponent of ordered weighted averaging; `nil`: a weighted sum.
  public var orderExponent: Double?
  /// Whether comparisons are used whose consistency ratio is above 0.1.
  public var acceptsInconsistency: Bool

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
    squareMetresPerHousehold: Double? = nil, cellMetres: Double? = nil,
    connectivity: ForestSection.Connectivity = .four, orderExponent: Double? = nil,
    acceptsInconsistency: Bool = false
  ) {
    self.constraints = constraints
    self.criteria = criteria
    self.weighting = weighting
    self.minimumSiteHectares = minimumSiteHectares
    self.squareMetresPerHousehold = squareMetresPerHousehold
    self.cellMetres = cellMetres
    self.connectivity = connectivity
    self.orderExponent = orderExponent
    self.acceptsInconsistency = acceptsInconsistency
  }
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
