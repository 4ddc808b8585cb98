internal import Plan

/// The layers that a plan has data for, and those of them that a command asks for.
struct LayerSelection {
  /// The layers' names.
  let names: Set<String>

  /// Checks `wanted` against what the plan can give.
  init(_ wanted: [String]?, of plan: Plan) throws(StudyError) {
    let available = Self.available(in: plan)
    guard let wanted else {
      names = Set(available)
      return
    }
    guard !wanted.isEmpty else {
      throw .usage("--layer names no layer; the plan has \(available.joined(separator: ", "))")
    }
    let known = available + Self.onRequest(in: plan)
    for name in wanted where !known.contains(name) {
      let nearest = NameSuggestion.nearest(to: name, among: known)
      throw .usage(
        "--layer \(name): the plan has no such layer; "
          + (nearest.map { "did you mean '\($0)'?" }
            ?? "it has \(known.joined(separator: ", "))"))
    }
    names = Set(wanted)
  }

  /// One layer, which the plan is known to have.
  init(only name: String) { names = [name] }

  func contains(_ name: String) -> Bool { names.contains(name) }

  /// Whether nothing is wanted but `layers`, or some of them.
  func isWithin(_ layers: [String]) -> Bool { names.isSubset(of: layers) }

  /// The name of the layer of forest cover of a level.
  static func forestName(_ level: String, _ plan: Plan) -> String {
    level == plan.units[0].name ? "forest-cover" : "forest-cover-\(level)"
  }

  /// The name of the layer of forest change of a level.
  static func changeName(_ level: String, _ plan: Plan) -> String {
    level == plan.units[0].name ? "forest-change" : "forest-change-\(level)"
  }

  /// The name of the table of transitions.
  static let transitionsName = "forest-transitions"

  /// The name of the layer of indicators of a level.
  static func joinName(_ level: String, _ plan: Plan) -> String {
    level == plan.units[0].name ? "join" : "join-\(level)"
  }

  /// The name of the layer of villages with their indicators.
  static let villageJoinName = "join-village"

  /// The layers of villages and of the roads that they depend on.
  static let villageNames =
    ["villages", SectionLayers.criticalName, SectionLayers.allName, VillagePathsLayer.name]

  /// The layers of what to harden first.
  static let pavingNames = [PavingLayer.name, SurveyLayer.name]

  /// The layers that are written only where they are named, because they are large, or because the plan
  /// does not ask for them.
  static func onRequest(in plan: Plan) -> [String] {
    guard plan.villages != nil, plan.roads != nil, plan.centres != nil else { return [] }
    return [SectionLayers.allName, VillagePathsLayer.name] + (plan.asksForPaving ? [] : pavingNames)
  }

  /// The layers that the plan has data for, in the order of writing.
  static func available(in plan: Plan) -> [String] {
    var names = plan.units.map { "units-\($0.name)" }
    if plan.forest?.isComputed == true { names += plan.units.map { forestName($0.name, plan) } }
    if plan.forest?.computedRestoration != nil { names += RestorationLayers.names }
    if plan.forest?.hasChange == true {
      names += plan.units.map { changeName($0.name, plan) } + [transitionsName]
    }
    if plan.villages != nil, plan.roads != nil, plan.centres != nil {
      names += ["villages", SectionLayers.criticalName]
      if plan.asksForPaving { names += pavingNames }
    }
    if plan.roads != nil { names += plan.units.flatMap { roadNames($0.name, plan) } }
    if plan.tellsTravelTimes { names.append(TravelTimeLayer.name) }
    if !plan.indicators.isEmpty || !plan.classifications.isEmpty {
      names += plan.units.map { joinName($0.name, plan) }
    }
    let subjects = plan.indicators.map(\.subject) + plan.classifications.map(\.subject)
    if plan.villages != nil, subjects.contains(.villages) { names.append(villageJoinName) }
    if plan.targets != nil { names.append("targets") }
    if plan.elevation != nil {
      names += plan.units.map { TerrainLayer.name(of: $0.name, plan) }
    }
    if plan.computedAccessibility != nil {
      names += plan.units.map { AccessibilityLayer.name(of: $0.name, plan) }
    }
    return names + hazardNames(plan) + proposalNames(plan) + ["findings"]
  }
}

extension ForestSection {
  /// Whether this version computes the section.
  var isComputed: Bool {
    presentCover != nil
  }

  /// Whether the plan tells how forest changed.
  var hasChange: Bool { years.count > 1 }
}
