internal import Plan
internal import Publishing

extension RunRules {
  /// What ground is fit, and who goes where; empty where the plan asks for neither.
  var resettlement: [JSONMember] {
    guard let section = plan.resettlement else { return [] }
    var members: [JSONMember] = []
    if let sites = section.sites { members.append(JSONMember("sites", rules(of: sites))) }
    if section.proposesMoves { members.append(JSONMember("moves", moves(section))) }
    return members
  }

  private func rules(of sites: SiteRules) -> JSONValue {
    let weights: JSONValue =
      switch sites.weighting {
      case .direct(let weights): .list(weights.map(number))
      case .pairwise(let matrix, _): ["pairwise": .list(matrix.map { .list($0.map(number)) })]
      }
    return [
      "constraints": .list(
        sites.constraints.map { constraint in
          [
            "name": .text(constraint.name), "subject": .text(text(of: constraint.subject)),
            "at_least": optional(constraint.fit?.atLeast),
            "at_most": optional(constraint.fit?.atMost),
          ]
        }),
      "criteria": .list(
        sites.criteria.map { criterion in
          [
            "name": .text(criterion.name), "subject": .text(text(of: criterion.subject)),
            "best": number(criterion.best), "worst": number(criterion.worst),
            "shape": .text(text(of: criterion.shape)),
          ]
        }),
      "weights": weights, "min_site_ha": optional(sites.minimumSiteHectares),
      "m2_per_household": optional(sites.squareMetresPerHousehold),
      "cell_m": optional(sites.cellMetres), "connectivity": .integer(sites.connectivity.rawValue),
      "order_exponent": optional(sites.orderExponent),
      "accepts_inconsistency": .flag(sites.acceptsInconsistency),
    ]
  }

  private func moves(_ section: ResettlementSection) -> JSONValue {
    [
      "least_households": section.concentrated?.leastHouseholds.map { .integer($0) } ?? .null,
      "greatest_households": section.concentrated?.greatestHouseholds.map { .integer($0) } ?? .null,
      "opening_cost": optional(section.concentrated?.openingCost),
      "max_move_km": optional(section.maximumMoveKilometres),
      "keep_together": .flag(section.keepsTogether),
      "cost_per_household_km": number(section.costPerHouseholdKilometre),
      "prefer_same_unit": number(section.preferences.sameUnit),
      "prefer_site_score": optional(section.preferences.siteScore),
      "households_per_village": optional(section.householdsPerVillage),
      "in_place_share_pct": optional(section.inPlaceSharePercent),
      "gap_pct": number(section.gapPercent),
      "sensitivity_draws": .integer(section.sensitivity.draws),
      "sensitivity_seed": .integer(section.sensitivity.seed),
    ]
  }

  private func number(_ value: Double) -> JSONValue { .decimal(value, decimals: 9) }

  private func optional(_ value: Double?) -> JSONValue { value.map(number) ?? .null }

  private func text(of shape: SiteCriterion.Shape) -> String {
    switch shape {
    case .linear: "linear"
    case .sigmoid: "sigmoid"
    case .points: "points"
    }
  }

  private func text(of subject: SiteSubject) -> String {
    switch subject {
    case .slopePercent: "slope_pct"
    case .elevationMetres: "elevation_m"
    case .inside(let layer): "inside \(text(of: layer))"
    case .outside(let layer): "outside \(text(of: layer))"
    case .distance(let layer): "distance to \(text(of: layer))"
    }
  }

  private func text(of layer: SiteLayer) -> String {
    switch layer {
    case .section(let section): section.rawValue
    case .hazard(let name): "hazard \(name)"
    case .overlay(let name): "overlay \(name)"
    }
  }
}
