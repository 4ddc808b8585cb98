internal import Plan
internal import Publishing

/// The rules and thresholds of a plan, as run.json tells them.
struct RunRules {
  let plan: Plan

  /// A member for each section that decides figures.
  var members: [JSONMember] {
    var members: [JSONMember] = [
      JSONMember(
        "areas",
        .text(
          "geodesic on the ellipsoid of WGS 84, from vertex to vertex; edges of other systems densified"
            + " so that none departs by more than 0.1 m"))
    ]
    if let forest = plan.forest { members.append(JSONMember("forest", rules(of: forest))) }
    if let roads = plan.roads { members.append(JSONMember("roads", rules(of: roads))) }
    return members
  }

  private func rules(of forest: ForestSection) -> JSONValue {
    let definition: JSONValue =
      switch forest.cover?.definition {
      case .classes(let classes): ["classes": .list(classes.map { .integer($0) })]
      case .threshold(let minimum): ["at_least": .decimal(minimum, decimals: 9)]
      case .everything: .text("every polygon")
      case .types(let field, _): ["types": .text(field.name)]
      case nil: .null
      }
    return [
      "rule": .text(forest.rule.name), "definition": definition,
      "min_patch_ha": forest.minimumPatchHectares.map { .decimal($0, decimals: 9) } ?? .null,
      "connectivity": .integer(forest.connectivity.rawValue),
      "min_known_pct": .decimal(forest.minimumKnownPercent, decimals: 9),
    ]
  }

  private func rules(of roads: RoadsSection) -> JSONValue {
    func list(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
    return [
      "hardened": list(roads.hardened), "unhardened": list(roads.unhardened),
      "assume_hardened": list(roads.assumedHardened),
      "assume_unhardened": list(roads.assumedUnhardened),
      "not_all_season": list(roads.notAllSeason),
      "join": roads.join.map { .text($0.rawValue) }
        ?? .text("vertices for OpenStreetMap, else crossings"),
      "snap": .text(roads.snap.rawValue),
      "snap_limit_m": .decimal(roads.snapLimitMetres, decimals: 9),
      "tolerance_m": .decimal(roads.toleranceMetres, decimals: 9),
    ]
  }
}
