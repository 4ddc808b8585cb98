internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement

/// The plan's rules for sites, as the kernels take them.
struct SitingRules {
  /// What is looked at, each once, in the order in which it is first named, and where that is.
  let subjects: [(subject: SiteSubject, mark: SourceMark)]
  let rules: GroundRules
  let weights: CriterionWeights
  /// The names of the constraints and criteria, in their order.
  let constraintNames: [String]
  let criterionNames: [String]

  /// Settles the rules of a plan.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where weights or comparisons are refused, or there are too
  ///   many.
  init(_ sites: SiteRules, plan: Plan) throws(StudyError) {
    let count = sites.constraints.count + sites.criteria.count
    guard count <= GroundRules.greatestCount else {
      throw SitingStudy.fault(
        plan, at: plan.resettlement?.mark,
        "\(count) constraints and criteria are more than \(GroundRules.greatestCount)",
        "unite some, for example layers in one overlay")
    }
    for criterion in sites.criteria where SitesLayer.ownNames.contains(criterion.name) {
      throw SitingStudy.fault(
        plan, at: criterion.mark,
        "a criterion called '\(criterion.name)' would hide the sites' own property of that name",
        "give it another name")
    }
    weights = try Self.weights(of: sites, plan: plan)
    var subjects: [(subject: SiteSubject, mark: SourceMark)] = []
    func number(of subject: SiteSubject, _ mark: SourceMark) -> Int {
      // Inside and outside are one question with two answers.
      let asked: SiteSubject =
        if case .outside(let layer) = subject { .inside(layer) } else { subject }
      if let known = subjects.firstIndex(where: { $0.subject == asked }) { return known }
      subjects.append((asked, mark))
      return subjects.count - 1
    }
    let constraints = sites.constraints.map { constraint in
      GroundRules.Constraint(
        subject: number(of: constraint.subject, constraint.mark), fit: Self.fit(of: constraint))
    }
    let criteria = sites.criteria.map { criterion in
      GroundRules.Criterion(
        subject: number(of: criterion.subject, criterion.mark),
        standard: Self.standard(of: criterion))
    }
    rules = GroundRules(
      constraints: constraints, criteria: criteria, weights: weights.shares,
      combination: sites.orderExponent.map { .ordered(exponent: $0) } ?? .weightedSum)
    self.subjects = subjects
    constraintNames = sites.constraints.map(\.name)
    criterionNames = sites.criteria.map(\.name)
  }

  private static func weights(
    of sites: SiteRules, plan: Plan
  ) throws(StudyError) -> CriterionWeights {
    do throws(ResettlementError) {
      switch sites.weighting {
      case .direct(let weights): return try CriterionWeights(direct: weights)
      case .pairwise(let rows, _):
        return try CriterionWeights(
          pairwise: PairwiseMatrix(rows), acceptsInconsistency: sites.acceptsInconsistency)
      }
    } catch {
      var mark = plan.resettlement?.mark
      if case .pairwise(_, let own) = sites.weighting { mark = own }
      let remedy: String? =
        if case .inconsistent = error {
          "correct the comparisons, or say accept_inconsistent: true"
        } else { nil }
      throw SitingStudy.fault(plan, at: mark, error.message, remedy, key: "pairwise")
    }
  }

  private static func fit(of constraint: SiteConstraint) -> ClosedRange<Double> {
    switch constraint.subject {
    case .inside: 1...1
    case .outside: 0...0
    case .slopePercent, .elevationMetres, .distance:
      (constraint.fit?.atLeast ?? -.infinity)...(constraint.fit?.atMost ?? .infinity)
    }
  }

  private static func standard(of criterion: SiteCriterion) -> Standardisation {
    if case .outside = criterion.subject { return .linear(best: 0, worst: 1) }
    switch criterion.shape {
    case .linear: return .linear(best: criterion.best, worst: criterion.worst)
    case .sigmoid: return .sigmoid(best: criterion.best, worst: criterion.worst)
    case .points(let points):
      return .piecewise(points.map { Standardisation.Point(value: $0.value, score: $0.score) })
    }
  }
}
