internal import ForestCover
internal import GeoModel
internal import Indicators
internal import Plan
internal import RoadAccess

/// Scores the targets of a plan by everything that its data can answer.
struct TargetStudy {
  let study: Study
  let options: StudyOptions
  /// What was found of the villages' roads where that is known already; else it is found here.
  var access: VillagesStudy.Result?

  /// The lines of the scorecard, in the order of the targets.
  func run() async throws -> [ScorecardRow] {
    let targets = try TargetsLoader(plan: study.plan, ledger: study.ledger).targets()
    let goals = targets.map(goal)
    let asked = Set(goals.map { TargetIndicator.named($0.indicator).answer })
    var measurements: [Measurement] = []
    if asked.contains(.forestCover) { measurements += try await forestCover() }
    if asked.contains(.hardenedRoads) { measurements += try await hardenedRoads() }
    measurements += stated()
    let tables = try await IndicatorStudy(study: study, options: options).run()
    measurements += columns(tables)
    if asked.contains(.baseUnits) || asked.contains(.addedUnits) {
      measurements += try await classifications(tables)
    }
    return Scorecard.rows(goals, measurements, levels: study.levels.map(\.name))
  }

  private func goal(_ target: TargetsLoader.Target) -> TargetGoal {
    let definition = target.definition
    return TargetGoal(
      indicator: definition.indicator,
      period: TargetPeriod(first: definition.year.first, last: definition.year.last),
      comparison: definition.comparison.goal, level: definition.level, unit: target.unit)
  }

  private var vintage: String? { study.plan.vintage?.description }

  func place(
    _ level: String?, _ code: String?, year: Int? = nil, vintage: String? = nil
  ) -> MeasuredPlace {
    MeasuredPlace(
      level: level, unitCode: code, period: year.map { TargetPeriod($0) },
      vintage: vintage ?? self.vintage)
  }

  // MARK: Forest

  private func forestCover() async throws -> [Measurement] {
    guard let section = study.plan.forest, section.isComputed else { return [] }
    let results = try await ForestCoverStudy(study: study, section: section, options: options)
      .run(levels: study.levels)
    func measurement(_ areas: ForestAreas, _ place: MeasuredPlace) -> Measurement {
      .forestCover(
        forest: areas.forest / 10_000, other: areas.other / 10_000,
        unknown: (areas.noData + areas.outside) / 10_000, at: place, rule: section.rule.name)
    }
    var measurements: [Measurement] = []
    if let first = results.first {
      measurements.append(measurement(ForestAreas.sum(of: first.areas), place(nil, nil)))
    }
    for result in results {
      for (unit, areas) in zip(result.level.units, result.areas) {
        measurements.append(measurement(areas, place(result.level.name, unit.code)))
      }
    }
    return measurements
  }

  // MARK: Roads

  private func hardenedRoads() async throws -> [Measurement] {
    guard let roads = study.plan.roads else { return [] }
    var result = access
    if result == nil { result = try await VillagesStudy.run(study, options: options) }
    guard let result else { return [] }
    let rule = "hardened all the way to the centre: \(roads.hardened.joined(separator: ", "))"
    func measurement(_ answers: [Ternary], _ place: MeasuredPlace) -> Measurement {
      .hardenedRoads(
        hardened: answers.count { $0 == .yes }, unknown: answers.count { $0 == .unknown },
        judged: answers.count, at: place, rule: rule)
    }
    let judged = zip(result.villages, result.access).filter { $0.1.car != .unknown }
    var measurements = [measurement(judged.map(\.1.hardened), place(nil, nil))]
    for level in study.levels {
      let units = study.ancestors(of: judged.map(\.0.unit), at: level)
      for (index, unit) in level.units.enumerated() {
        let answers = zip(units, judged).filter { $0.0 == index }.map(\.1.1.hardened)
        measurements.append(measurement(answers, place(level.name, unit.code)))
      }
    }
    return measurements
  }

  // MARK: Classifications and figures of the plan

  private func classifications(_ tables: [JoinedTable]) async throws -> [Measurement] {
    var measurements: [Measurement] = []
    for classified in try await ClassificationStudy(study: study, options: options)
      .run(tables: tables)
    {
      guard let base = classified.definition.base else { continue }
      let indicator =
        classified.definition.indicator
        ?? (classified.definition.rule == .decision33 ? .extremelyDifficultUnits : nil)
      guard let indicator else { continue }
      measurements += try BaseMeasurements(
        study: study, classified: classified, base: base, indicator: indicator
      ).measurements()
    }
    return measurements
  }

  /// The figures that the plan states itself, of the study as a whole.
  private func stated() -> [Measurement] {
    study.plan.measured.map { figure in
      Measurement.figure(
        figure.indicator, figure.value, unit: TargetIndicator.named(figure.indicator).unit,
        at: MeasuredPlace(period: TargetPeriod(first: figure.year.first, last: figure.year.last)),
        rule: figure.source ?? "as the plan states")
    }
  }
}

extension TargetDefinition.Comparison {
  /// As the scorecard judges by it.
  var goal: GoalComparison {
    switch self {
    case .atLeast(let value): .atLeast(value)
    case .atMost(let value): .atMost(value)
    case .moreThan(let value): .moreThan(value)
    case .lessThan(let value): .lessThan(value)
    case .equal(let value): .equal(value)
    case .about(let value): .about(value)
    case .range(let low, let high): .range(low: low, high: high)
    case .baseline(let value): .baseline(value)
    }
  }
}
