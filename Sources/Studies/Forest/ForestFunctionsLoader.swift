internal import ForestCover
internal import GEOSKit
internal import GeoModel
internal import Indicators
internal import Plan

/// Reads what forest land is meant for, from polygons of their own.
struct ForestFunctionsLoader {
  let plan: Plan
  let ledger: SourceLedger

  /// What was read.
  struct Reading {
    /// The polygons of each function that a source can tell.
    var polygons: [ForestFunction: [Polygon]] = [:]
    /// One for each invalid feature, with its place.
    var findings: [Finding] = []
  }

  /// The polygons of `sources`.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for codes that no table names.
  func read(_ sources: [ForestFunctionSource]) throws(StudyError) -> Reading {
    var reading = Reading()
    for source in sources {
      let cover = ForestCoverSource(
        source: source.source, definition: .everything, definitionMark: source.source.mark)
      let fields: [FieldName]
      let words: [String: ForestFunction]
      switch source.meaning {
      case .all(let function):
        fields = []
        words = ["": function]
      case .field(let field):
        fields = [field.field]
        words = try self.words(field)
      }
      let table = try VectorLoader(plan: plan, ledger: ledger)
        .load(source.source, fields: fields).table
      reading.findings += try ForestPolygons(plan: plan, cover: cover, ledger: ledger)
        .read(table).findings
      // What a source can tell and has nowhere is known to be nowhere.
      for function in words.values { reading.polygons[function, default: []] += [] }
      for row in 0..<table.count {
        let code = fields.first.flatMap { table.column($0.name)?.text(at: row) } ?? ""
        guard let function = words[key(code)] else {
          throw .plan([
            plan.problem(
              at: fields.first?.mark ?? source.source.mark, path: source.source.path,
              "'\(source.source.text)' has the code '\(code)', which the table does not name",
              suggestion: "say in the table what it means, none for land outside the plan")
          ])
        }
        reading.polygons[function, default: []] += table.geometries[row]?.polygons ?? []
      }
    }
    return reading
  }

  /// The areas by function, what two claim given to the stricter one; `nil` of no source.
  ///
  /// - Throws: ``StudyError/input(_:)`` with a line for each invalid polygon.
  func areas(_ sources: [ForestFunctionSource]) throws(StudyError) -> FunctionAreas? {
    guard !sources.isEmpty else { return nil }
    let reading = try read(sources)
    guard reading.findings.isEmpty else {
      throw .input(
        reading.findings.map { finding in
          let place = finding.place.map { " at \($0.x), \($0.y)" } ?? ""
          return "\(plan.file): forest.functions: \(finding.message)\(place); \(finding.remedy)"
        })
    }
    do throws(GEOSError) {
      let areas = try FunctionAreas(reading.polygons)
      // Below a hundredth of a hectare borders drawn twice, not contradictions.
      if areas.overlap >= 100 {
        ledger.warn(
          "forest.functions: areas of different functions overlap by"
            + " \((areas.overlap / 100).rounded() / 100) ha; the stricter one has the ground")
      }
      return areas
    } catch {
      throw .internalFailure("forest.functions: \(error.message)")
    }
  }

  private func words(
    _ field: ForestTypes.FunctionField
  ) throws(StudyError) -> [String: ForestFunction] {
    let pairs: [PairTable.Pair]
    switch field.table {
    case .inline(let inline): pairs = inline
    case .file(let file): pairs = try PairReader.pairs(in: file, plan: plan)
    }
    let words = try PairReader(plan: plan, path: "\(field.field.path).table")
      .words(pairs, of: ForestFunction.self, meaning: "function of forest land")
    return Dictionary(
      words.map { (key($0.code), $0.word) }, uniquingKeysWith: { first, _ in first })
  }

  private func key(_ code: String) -> String { NameCleaning.cleaned(code).uppercased() }
}
