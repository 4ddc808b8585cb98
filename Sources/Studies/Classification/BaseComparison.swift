internal import GeoModel
internal import Indicators
internal import Plan

/// The units of a base year with their status then and now.
struct BaseComparison {
  let study: Study
  let classified: Classified
  let base: ClassificationDefinition.Base

  /// A unit of the base year, and the units or villages of today that it has become.
  struct Member {
    var unit: BaseUnit
    var targets: [String]
  }

  /// All units of the base year that lie in the study, in the order of their codes.
  func members() throws(StudyError) -> [Member] {
    let table = try BaseStatuses(base, plan: study.plan, ledger: study.ledger)
    let today = classified.definition.codes(in: study)
    let transfer =
      classified.definition.subject == .villages
      ? villages(table, today) : try units(table, Set(today))
    let unlisted: Ternary = base.unlisted == .without ? .no : .unknown
    var before = Dictionary(
      table.rows.map { ($0.code, $0.status) }, uniquingKeysWith: { first, _ in first })
    for entry in transfer.entries where before[entry.code] == nil { before[entry.code] = unlisted }
    let units = BaseUnit.units(
      before: before, after: classified.statuses.mapValues(\.status), by: transfer)
    return zip(units, transfer.entries).map { Member(unit: $0, targets: $1.targets) }
  }

  // MARK: Villages

  /// A village goes over as a whole: to what its row says, else to the village of its code.
  private func villages(_ table: BaseStatuses, _ today: [String]) -> TransferMatrix {
    let known = Set(today)
    var parents: [String: String?] = [:]
    var lost = 0
    for row in table.rows {
      let target = row.became ?? (base.became == nil ? row.code : nil)
      let isKnown = target.map(known.contains) ?? false
      if !isKnown { lost += 1 }
      parents[row.code] = .some(isKnown ? target : nil)
    }
    let reached = Set(parents.values.compactMap(\.self))
    // A village that no row has become was there under its own code.
    for code in today where !reached.contains(code) && parents[code] == nil { parents[code] = code }
    if lost > 0 {
      study.ledger.warn(
        "\(classified.definition.path).base: it is not known what became of \(lost) of the villages of"
          + " \(base.year), so the status is not known either; name it with became")
    }
    return TransferMatrix(parents: parents)
  }

  // MARK: Units

  private func units(
    _ table: BaseStatuses, _ today: Set<String>
  ) throws(StudyError) -> TransferMatrix {
    let codes = table.rows.map(\.code)
    guard let from = base.vintage, let to = study.plan.vintage, from != to else {
      leaveOut(codes.count { !today.contains($0) })
      return TransferMatrix(
        parents: Dictionary(today.map { ($0, .some($0)) }, uniquingKeysWith: { first, _ in first }))
    }
    let steps = try CrosswalkLoader(plan: study.plan, ledger: study.ledger).steps()
    do throws(CrosswalkProblem) {
      let chain = try CrosswalkChain(steps, from: from.description, to: to.description)
      let missing = try MissingOldUnits(steps: chain, present: Set(codes), units: today).find()
      return try units(codes, missing: missing.map(\.code), by: chain, today)
    } catch {
      throw problem(error.message)
    }
  }

  private func units(
    _ codes: [String], missing: [String], by chain: CrosswalkChain, _ today: Set<String>
  ) throws(CrosswalkProblem) -> TransferMatrix {
    func targets(_ code: String) throws(CrosswalkProblem) -> [String] {
      try chain.reach(of: code, name: nil, isSameName: ==).targets
    }
    var kept: [String] = []
    var reached: Set<String> = []
    for code in codes {
      let targets = try targets(code)
      guard targets.contains(where: today.contains) else { continue }
      kept.append(code)
      reached.formUnion(targets)
    }
    leaveOut(codes.count - kept.count)
    // Units that the table lacks are units of the base year all the same: those that the crosswalk
    // names, and those that stayed as they are.
    for code in missing + today.subtracting(reached).sorted() where !kept.contains(code) {
      guard let targets = try? targets(code), targets.contains(where: today.contains) else {
        continue
      }
      if missing.contains(code) || targets == [code] { kept.append(code) }
    }
    do throws(CrosswalkProblems) {
      // A status has no parts: which share of a unit went where does not matter, only where.
      return try TransferMatrix(
        kept.map { (code: $0, name: nil) }, by: chain, isSameName: ==,
        overlay: { _, targets in targets.map { _ in 1 } })
    } catch {
      throw error.problems[0]
    }
  }

  private func leaveOut(_ count: Int) {
    study.ledger.leaveOut(
      count, of: "\(classified.definition.path).base", because: "no unit of the study")
  }

  private func problem(_ message: String) -> StudyError {
    .plan([
      study.plan.problem(
        with: base.code, message,
        suggestion: "add the step to crosswalk, or state the vintage that the codes are of")
    ])
  }
}
