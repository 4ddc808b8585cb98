import Indicators

/// A crosswalk drawn as text, one row a line: `old [name] > new [name] [weight]`, where `>` is the
/// whole unit and `~` a part of it.
///
///     7 Ba Chùa ~ 12 Ba Dinh 0.4
func step(
  _ from: String, _ to: String, keepsUnlisted: Bool = false, _ drawing: String = ""
) -> CrosswalkStep {
  let rows = drawing.split(separator: "\n").enumerated().map { index, line in
    let extent: CrosswalkRow.Extent = line.contains("~") ? .partial : .full
    let sides = line.split { $0 == "~" || $0 == ">" }.map { $0.split(separator: " ") }
    var new = sides[1]
    let weight = new.count > 1 ? Double(new[new.count - 1]) : nil
    if weight != nil { new.removeLast() }
    func name(_ words: [Substring]) -> String? {
      words.count > 1 ? words.dropFirst().joined(separator: " ") : nil
    }
    return CrosswalkRow(
      oldCode: String(sides[0][0]), oldName: name(sides[0]), newCode: String(new[0]),
      newName: name(new), extent: extent, weight: weight, row: index + 1)
  }
  return CrosswalkStep(from: from, to: to, rows: rows, keepsUnlisted: keepsUnlisted)
}

/// Where `code` goes by `steps`, from the first vintage to the last.
func reach(
  _ steps: [CrosswalkStep], _ code: String, _ name: String? = nil
) throws(CrosswalkProblem) -> CrosswalkChain.Reach {
  let from = steps.map(\.from).min() ?? ""
  let to = steps.map(\.to).max() ?? ""
  return try CrosswalkChain(steps, from: from, to: to)
    .reach(of: code, name: name, isSameName: { $0.lowercased() == $1.lowercased() })
}

/// The matrix of units without names; `overlay` tells the areas in common, code by target.
func matrix(
  _ codes: [String], _ steps: [CrosswalkStep], overlay: [String: [String: Double]] = [:]
) throws -> TransferMatrix {
  let chain = try CrosswalkChain(
    steps, from: steps.map(\.from).min() ?? "", to: steps.map(\.to).max() ?? "")
  return try TransferMatrix(
    codes.map { ($0, nil) }, by: chain, isSameName: ==,
    overlay: { code, targets in
      overlay[code].map { areas in targets.map { areas[$0] ?? 0 } }
    })
}
