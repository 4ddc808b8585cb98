internal import GeoModel
internal import Indicators
internal import Plan

/// Judges units and villages by the plan's classifications.
struct ClassificationStudy {
  let study: Study
  let options: StudyOptions

  /// Every classification of the plan, in its order; `tables` are the plan's tables, joined.
  func run(tables: [JoinedTable]) async throws -> [Classified] {
    let definitions = study.plan.classifications
    guard !definitions.isEmpty else { return [] }
    var mountain: MountainStatuses?
    if let elevation = study.plan.elevation, definitions.contains(where: { $0.rule == .decree272 })
    {
      mountain = try await MountainStatuses(
        study: study, elevation: elevation, rule: .decree272, options: options)
    }
    var found: [Classified] = []
    for definition in definitions {
      warnOfDates(definition)
      if definition.rule == .decree272 {
        guard let mountain else { continue }
        found.append(mountain.classified(definition))
      } else {
        found.append(try judged(definition, tables))
      }
    }
    return found
  }

  // MARK: By columns

  private func judged(
    _ definition: ClassificationDefinition, _ tables: [JoinedTable]
  ) throws(StudyError) -> Classified {
    let inputs = try ClassificationInputs(study: study, tables: tables, definition: definition)
    var statuses: [String: UnitStatus] = [:]
    for code in definition.codes(in: study) {
      let status =
        switch definition.rule {
        case .stated: Ternary.of(inputs.fact(.status, code))
        default: judged(code, definition, inputs)
        }
      statuses[code] = UnitStatus(
        status: status, reason: status == .unknown ? inputs.reason(code) : nil)
    }
    return Classified(
      definition: definition, level: definition.levelName, rule: definition.citation,
      statuses: statuses, hasTerrain: false)
  }

  private func judged(
    _ code: String, _ definition: ClassificationDefinition, _ inputs: ClassificationInputs
  ) -> Ternary {
    let rule = ExtremelyDifficultRule.decision33
    let ethnic = inputs.percent(.ethnicPercent, code)
    let poor = inputs.percent(.poorPercent, code)
    guard definition.subject == .villages else {
      return rule.judge(
        ExtremelyDifficultRule.Commune(
          ethnicPercent: ethnic, poorPercent: poor, isNewRural: inputs.fact(.isNewRural, code),
          hasFurtherCondition: inputs.fact(.hasFurtherCondition, code)))
    }
    let without =
      inputs.percent(.withoutGridPercent, code)
      ?? inputs.percent(.withGridPercent, code).map { 100 - $0 }
    return rule.judge(
      ExtremelyDifficultRule.Village(
        ethnicPercent: ethnic, poorPercent: poor,
        ethnicOfPoorPercent: inputs.percent(.ethnicOfPoorPercent, code),
        lacksRoad: inputs.fact(.lacksRoad, code), hasGrid: inputs.fact(.hasGrid, code),
        withoutGridPercent: without))
  }

  // MARK: Dates

  private func warnOfDates(_ definition: ClassificationDefinition) {
    guard let validity = definition.rule.validity else { return }
    let span = "\(validity.from) to \(validity.until ?? "now")"
    guard let date = definition.date ?? study.plan.vintage else {
      study.ledger.assume(
        "\(definition.citation) taken as in force (\(span)): neither date nor vintage says when",
        in: definition.path, count: definition.codes(in: study).count)
      return
    }
    if !validity.contains(date.description) {
      study.ledger.warn(
        "\(definition.path): \(definition.citation) is in force from \(span), and is used for"
          + " \(date): its statuses say what it would say, not what holds; see date")
    }
  }
}

extension ClassificationDefinition {
  /// The level, or `village`.
  var levelName: String {
    switch subject {
    case .units(let level): level
    case .villages: "village"
    }
  }

  /// The rule as figures cite it.
  var citation: String {
    switch rule {
    case .decision33: ExtremelyDifficultRule.decision33.source
    case .decree272: MountainRule.decree272.source
    case .stated:
      "column \(inputs.first?.column.name ?? "") of the plan"
    }
  }

  /// The codes of all that is classified.
  func codes(in study: Study) -> [String] {
    switch subject {
    case .units(let name):
      study.levels.first { $0.name == name }?.units.compactMap(\.code) ?? []
    case .villages: (study.villages ?? []).compactMap(\.code)
    }
  }
}

extension ClassificationDefinition.Rule {
  /// When it is in force; `nil` for no rule of law.
  var validity: RuleValidity? {
    switch self {
    case .decision33: ExtremelyDifficultRule.decision33.validity
    case .decree272: MountainRule.decree272.validity
    case .stated: nil
    }
  }
}

extension Ternary {
  /// The answer that `fact` gives; unknown where there is none.
  static func of(_ fact: Bool?) -> Ternary { fact.map { $0 ? .yes : .no } ?? .unknown }
}
