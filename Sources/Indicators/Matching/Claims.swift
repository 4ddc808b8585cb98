/// The rows that claim each unit.
struct Claims {
  /// For each unit the positions of its rows, in the order of their numbers in the file.
  private(set) var rows: [[Int]]

  init(_ matches: [RowMatch], unitCount: Int) {
    rows = Array(repeating: [], count: unitCount)
    for (position, match) in matches.enumerated() {
      if let unit = match.unit, match.outcome == .matched { rows[unit].append(position) }
    }
    for unit in rows.indices where rows[unit].count > 1 {
      rows[unit].sort { (matches[$0].row.row, $0) < (matches[$1].row.row, $1) }
    }
  }

  /// Whether several rows of a unit add up: all but one of them were sent there by confirmed pairs.
  private static func addUp(_ rows: [Int], _ matches: [RowMatch]) -> Bool {
    rows.count { matches[$0].tier != .confirmed } <= 1
  }

  /// Marks the rows that share a unit without being confirmed to add up.
  func markDoubled(_ matches: inout [RowMatch]) {
    for claimants in rows where !Self.addUp(claimants, matches) {
      for position in claimants { matches[position].outcome = .doubled }
    }
  }

  /// The units with their rows and with the rows that may mean them.
  func unitMatches(_ units: [UnitRecord], _ matches: [RowMatch]) -> [UnitMatch] {
    var suggestions: [[Int]] = Array(repeating: [], count: units.count)
    for (position, match) in matches.enumerated() where match.outcome.isError {
      for candidate in match.candidates { suggestions[candidate.unit].append(position) }
    }
    return units.indices.map { unit in
      let claimants = rows[unit]
      let outcome: UnitOutcome =
        claimants.isEmpty ? .missing : Self.addUp(claimants, matches) ? .matched : .doubled
      return UnitMatch(
        unit: units[unit], outcome: outcome, rows: claimants,
        suggestions: suggestions[unit].sorted {
          (matches[$0].row.row, $0) < (matches[$1].row.row, $1)
        })
    }
  }
}
