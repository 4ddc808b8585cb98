internal import GDALKit
internal import GeoModel
internal import Indicators
internal import Plan

/// What the codes of a forest inventory mean: pairs in the plan, a file of the planner's, or a table
/// of `GeoData/rules/forest-types`.
struct ForestTypeTable {
  /// What a code means.
  struct Meaning: Hashable {
    var type: ForestType
    /// The ground, where the table tells it.
    var site: ForestSite?
  }

  private var meanings: [String: Meaning] = [:]
  /// The codes as written, for suggestions.
  private(set) var codes: [String] = []

  /// What `code` means; `nil` where the table does not know it. Case and spaces around it do not
  /// matter: inventories write `TXB` and `txb`.
  func meaning(of code: String) -> Meaning? { meanings[Self.key(code)] }

  private static func key(_ code: String) -> String {
    NameCleaning.cleaned(code).uppercased()
  }

  private mutating func add(_ code: String, _ meaning: Meaning) {
    codes.append(code)
    meanings[Self.key(code)] = meaning
  }

  // MARK: Reading

  /// Reads the table that `types` names.
  ///
  /// - Throws: ``StudyError/plan(_:)`` with every entry that is wrong.
  init(_ types: ForestTypes, plan: Plan) throws(StudyError) {
    switch types.table {
    case .inline(let pairs):
      let words = try PairReader(plan: plan, path: "\(types.field.path).table")
        .words(pairs, of: ForestType.self, meaning: "type of forest land")
      for (code, type) in words { add(code, Meaning(type: type)) }
    case .file(let file):
      if let known = try Self.knownTable(file) {
        for (code, meaning) in known { add(code, meaning) }
        return
      }
      let words = try PairReader(plan: plan, path: file.path)
        .words(
          PairReader.pairs(in: file, plan: plan), of: ForestType.self,
          meaning: "type of forest land")
      for (code, type) in words { add(code, Meaning(type: type)) }
    }
  }

  /// The path of the program's table that a plan names; `nil` where it names a file of its own.
  static func installedPath(of file: FileReference) throws(StudyError) -> String? {
    guard !file.text.contains("/"), !file.text.contains(".") else { return nil }
    let folder = try InstalledData.folder("rules/forest-types", having: "national-inventory.csv")
    let path = "\(folder)/\(file.text).csv"
    return FileProbe.exists(path) ? path : nil
  }

  /// A table of the program's by its name: each type of land under its letters and its number.
  private static func knownTable(
    _ file: FileReference
  ) throws(StudyError) -> [(String, Meaning)]? {
    guard let path = try installedPath(of: file) else { return nil }
    let table: FeatureTable
    do throws(GDALError) {
      table = try VectorDataset(opening: DatasetSource(location: path))
        .read(VectorRequest(fields: ["code", "number", "type", "site"])).table
    } catch {
      throw .internalFailure("the table '\(file.text)' cannot be read: \(error.message)")
    }
    var entries: [(String, Meaning)] = []
    for row in 0..<table.count {
      guard let type = table.column("type")?.text(at: row).flatMap(ForestType.init(rawValue:))
      else { throw .internalFailure("the table '\(file.text)' has no type in row \(row + 1)") }
      let site = table.column("site")?.text(at: row).flatMap(ForestSite.init(rawValue:))
      for code in [table.column("code")?.text(at: row), table.column("number")?.text(at: row)] {
        if let code { entries.append((code, Meaning(type: type, site: site))) }
      }
    }
    return entries
  }
}

/// Reads pairs whose right side is one of a few words.
struct PairReader {
  let plan: Plan
  let path: String

  /// The pairs with the words of `Word`.
  ///
  /// - Throws: ``StudyError/plan(_:)`` with each word that is none of them, and each code that stands
  ///   twice with two meanings.
  func words<Word: RawRepresentable<String> & CaseIterable>(
    _ pairs: [PairTable.Pair], of type: Word.Type, meaning: String
  ) throws(StudyError) -> [(code: String, word: Word)] {
    let known = Word.allCases.map(\.rawValue)
    var problems: [PlanProblem] = []
    var words: [(code: String, word: Word)] = []
    for pair in pairs {
      guard let word = Word(rawValue: pair.value) else {
        problems.append(
          plan.problem(
            at: pair.mark, path: path, "'\(pair.key): \(pair.value)' names no \(meaning)",
            suggestion: NameSuggestion.nearest(to: pair.value, among: known)
              .map { "did you mean '\($0)'?" } ?? "one of \(known.joined(separator: ", "))"))
        continue
      }
      words.append((pair.key, word))
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return words
  }

  /// The pairs of a file.
  static func pairs(in file: FileReference, plan: Plan) throws(StudyError) -> [PairTable.Pair] {
    let text: String
    do throws(GDALError) {
      text = try TextRecoding.text(
        of: try VirtualFile.bytes(at: file.location), encoding: nil, subject: file.text)
    } catch {
      throw .plan([
        plan.problem(
          at: file.mark, path: file.path, "'\(file.text)' cannot be read: \(error.message)",
          suggestion: "name a file of pairs 'code: type', or national-inventory")
      ])
    }
    do throws(PlanError) {
      return try NamesFile.pairs(in: text, file: file.text)
    } catch {
      throw .plan(error.problems)
    }
  }
}
