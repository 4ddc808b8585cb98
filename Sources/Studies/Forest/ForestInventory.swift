internal import ForestCover
internal import GEOSKit
internal import GeoModel
internal import Indicators
internal import Plan

/// Reads the plots of a forest inventory, with what is wrong with them.
struct ForestInventory {
  let plan: Plan
  let cover: ForestCoverSource
  let types: ForestTypes
  let rule: ForestRule
  let ledger: SourceLedger

  /// What was read.
  struct Reading {
    var plots: [ForestPlot]
    /// Plots whose type is not told, and invalid ones.
    var findings: [Finding]
  }

  /// The plots of the source; features without area are counted and left out.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for codes that the table does not know, with their counts.
  func read() throws(StudyError) -> Reading {
    let table = try VectorLoader(plan: plan, ledger: ledger)
      .load(cover.source, fields: types.fields).table
    let meanings = try ForestTypeTable(types, plan: plan)
    let functions = try functionWords()
    try refuseUnknownCodes(table, meanings, functions)
    let polygons = ForestPolygons(plan: plan, cover: cover, ledger: ledger)
    var reading = Reading(plots: [], findings: try polygons.read(table).findings)
    var tooLow = 0
    for (row, geometry) in table.geometries.enumerated() {
      let parts = geometry?.polygons ?? []
      guard !parts.isEmpty else { continue }
      let meaning = code(table, types.field, row).flatMap(meanings.meaning)
      let settled = type(meaning, height: height(table, row))
      if settled.isTooLow { tooLow += 1 }
      let label = "#\(table.identifiers[row])"
      if meaning == nil { reading.findings.append(unknownType(label, parts)) }
      reading.plots.append(
        ForestPlot(
          label: label, polygons: parts, type: settled.type,
          function: functions.flatMap { words in
            types.function.flatMap { code(table, $0.field, row) }.flatMap { words[key($0)] }
          }))
    }
    if tooLow > 0 {
      ledger.assume(
        "plots under the rule's least height count as land that is not yet forest", in: "forest",
        count: tooLow, of: reading.plots.count)
    }
    return reading
  }

  /// The plots of the source, all of them valid.
  ///
  /// - Throws: ``StudyError/input(_:)`` with a line for each that is not.
  func validPlots() throws(StudyError) -> [ForestPlot] {
    let reading = try read()
    let faults = reading.findings.filter { $0.severity == .error }
    guard faults.isEmpty else {
      throw .input(
        faults.map { finding in
          let place = finding.place.map { " at \($0.x), \($0.y)" } ?? ""
          return "\(plan.file): forest: '\(cover.source.text)': \(finding.message)\(place);"
            + " \(finding.remedy)"
        })
    }
    let untyped = reading.plots.count { $0.type == nil }
    if untyped > 0 {
      ledger.warn(
        "forest: no type is told of \(untyped) of \(reading.plots.count) plots; that ground is no data"
      )
    }
    return reading.plots
  }

  // MARK: Codes

  private func code(_ table: FeatureTable, _ field: FieldName, _ row: Int) -> String? {
    guard let text = table.column(field.name)?.text(at: row) else { return nil }
    let cleaned = NameCleaning.cleaned(text)
    return cleaned.isEmpty ? nil : cleaned
  }

  private func key(_ code: String) -> String { code.uppercased() }

  private func functionWords() throws(StudyError) -> [String: ForestFunction]? {
    guard let function = types.function else { return nil }
    let reader = PairReader(plan: plan, path: "\(function.field.path).table")
    let pairs: [PairTable.Pair]
    switch function.table {
    case .inline(let inline): pairs = inline
    case .file(let file): pairs = try PairReader.pairs(in: file, plan: plan)
    }
    let words = try reader.words(pairs, of: ForestFunction.self, meaning: "function of forest land")
    return Dictionary(
      words.map { (key(NameCleaning.cleaned($0.code)), $0.word) },
      uniquingKeysWith: { first, _ in first })
  }

  private func refuseUnknownCodes(
    _ table: FeatureTable, _ meanings: ForestTypeTable, _ functions: [String: ForestFunction]?
  ) throws(StudyError) {
    var problems: [PlanProblem] = []
    func refuse(_ field: FieldName, _ isKnown: (String) -> Bool) {
      var counts: [String: Int] = [:]
      for row in 0..<table.count {
        if let code = code(table, field, row), !isKnown(code) { counts[code, default: 0] += 1 }
      }
      for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
        problems.append(
          plan.problem(
            with: field,
            "'\(cover.source.text)' has the code '\(code)' (\(count)x), which the table does not"
              + " name",
            suggestion: "say in the table what it means"))
      }
    }
    refuse(types.field) { meanings.meaning(of: $0) != nil }
    if let field = types.function?.field, let functions {
      refuse(field) { functions[key($0)] != nil }
    }
    guard problems.isEmpty else { throw .plan(problems) }
  }

  // MARK: Height

  private func height(_ table: FeatureTable, _ row: Int) -> Double? {
    types.height.flatMap { table.column($0.name)?.number(at: row) }
  }

  /// The type after the rule's least height: what is lower is not yet forest. Where height or site
  /// is not told the inventory's own judgement stands.
  private func type(
    _ meaning: ForestTypeTable.Meaning?, height: Double?
  ) -> (type: ForestType?, isTooLow: Bool) {
    guard let meaning else { return (nil, false) }
    guard let height, let least = rule.leastHeights[meaning.type]?[meaning.site ?? .soil],
      meaning.site != nil, height < least
    else { return (meaning.type, false) }
    // Natural growth below the height is land with regrowth, which the inventory keeps as bare.
    return (meaning.type == .planted ? .plantedNotYet : .bare, true)
  }

  private func unknownType(_ label: String, _ parts: [Polygon]) -> Finding {
    Finding(
      severity: .warning, kind: "untyped-plot", layer: "forest", feature: label,
      place: parts.first?.exterior.coordinates.first,
      message: "plot \(label) tells no type of land",
      remedy: "fill the field '\(types.field.name)'",
      vietnamese: Finding.Wording(
        "lô \(label) không ghi loại đất, loại rừng", remedy: "điền trường '\(types.field.name)'"))
  }
}
