internal import GeoModel
internal import Plan

/// Settles the rule of a plan's forest: the rule file that the plan names, and what the plan itself
/// puts in the place of the rule's values.
struct ForestRuleLoader {
  let plan: Plan
  let section: ForestSection
  let ledger: SourceLedger

  /// The rule as it is applied. A value of the plan that departs from the rule's is told in a
  /// warning, since the rule's name stands beside every figure.
  func load() throws(StudyError) -> ForestRule {
    guard var rule = try named() else {
      // The plan's own rule is nothing but what the plan says.
      return ForestRule(
        name: section.rule.name, leastPatch: section.minimumPatchHectares.map { .init($0) },
        connectivity: section.connectivity ?? .four)
    }
    if let hectares = section.minimumPatchHectares, hectares != rule.leastPatch?.value {
      warn("min_patch_ha \(hectares)", in: rule, instead: rule.leastPatch.map { "\($0.value)" })
      rule.leastPatch = .init(hectares)
    }
    if let connectivity = section.connectivity, connectivity != rule.connectivity {
      warn(
        "connectivity \(connectivity.rawValue)", in: rule, instead: "\(rule.connectivity.rawValue)")
      rule.connectivity = connectivity
    }
    return rule
  }

  private func warn(_ own: String, in rule: ForestRule, instead: String?) {
    ledger.warn(
      "forest: the plan's \(own) stands in place of the rule's (\(rule.name): \(instead ?? "none"));"
        + " the figures are not that rule's any more")
  }

  /// The rule file that the plan names: one of the program's by its name, or one of the planner's by
  /// its path; `nil` where the name is the plan's own.
  private func named() throws(StudyError) -> ForestRule? {
    guard let file = try file() else { return nil }
    do throws(PlanError) {
      return try ForestRule.read(contentsOf: file.path)
    } catch {
      throw .plan(error.problems)
    }
  }

  /// The path of the rule file, and whether it is the planner's own; `nil` where the name is no file's.
  func file() throws(StudyError) -> (path: String, isPlanners: Bool)? {
    let name = section.rule.name
    let isPath = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let path: String
    if isPath {
      path = SourceLocation.resolve(name, in: plan.folder)
      guard FileProbe.exists(path) else {
        throw .plan([
          plan.problem(
            with: section.rule, "no such rule file: '\(name)'",
            suggestion:
              "name a file, or one of the rules \(try Self.known().joined(separator: ", "))")
        ])
      }
    } else {
      let folder = try InstalledData.folder("rules/forest", having: "vn-2018.yaml")
      path = "\(folder)/\(name).yaml"
      guard FileProbe.exists(path) else { return nil }
    }
    return (path, isPath)
  }

  /// The names of the program's rules, in their order.
  static func known() throws(StudyError) -> [String] {
    let folder = try InstalledData.folder("rules/forest", having: "vn-2018.yaml")
    return FileProbe.names(in: folder).filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }.sorted()
  }
}
