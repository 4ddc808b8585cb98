/// The draft of a `names:` file: for each row that needs a person's word, what it may mean.
///
/// Every line is a comment until a person takes its mark away; a draft that nobody has read changes
/// nothing.
public struct NamesDraft: Sendable, Hashable {
  /// A row and what it may mean, the most likely first.
  public struct Entry: Sendable, Hashable {
    /// The row's number in its file.
    public var row: Int
    /// The row's name, else its code.
    public var key: String
    /// The units' names, or codes where a name is not one unit's alone; empty where there is no
    /// suggestion.
    public var units: [String]
    /// Why each is suggested, parallel to ``units``.
    public var reasons: [MatchCandidate.Why]
  }

  /// The rows, in the order of the file, a name that stands in several rows once.
  public var entries: [Entry]

  /// Drafts the pairs for the unmatched and ambiguous rows of `result`.
  public init(_ result: MatchResult) {
    var labels: [String: Int] = [:]
    for unit in result.units { labels[unit.unit.label, default: 0] += 1 }
    var seen: Set<String> = []
    entries = []
    for match in result.rows.sorted(by: { $0.row.row < $1.row.row })
    where match.outcome == .unmatched || match.outcome == .ambiguous {
      guard let key = match.row.name ?? match.row.code, seen.insert(key).inserted else { continue }
      let units = match.candidates.map { candidate in
        let unit = result.units[candidate.unit].unit
        return labels[unit.label] == 1 ? unit.label : unit.code ?? unit.label
      }
      entries.append(
        Entry(
          row: match.row.row, key: key, units: units, reasons: match.candidates.map(\.why)))
    }
  }

  /// The draft as YAML, a commented line for each suggestion.
  public var yaml: String {
    var text = "# Take away '# ' in front of each pair that is right; nothing else counts.\n"
    for entry in entries {
      if entry.units.isEmpty {
        text +=
          "# \(Self.quoted(entry.key)):   # row \(entry.row): nothing in the study is like it\n"
      }
      for (unit, reason) in zip(entry.units, entry.reasons) {
        text +=
          "# \(Self.quoted(entry.key)): \(Self.quoted(unit))"
          + "   # row \(entry.row): \(reason.rawValue)\n"
      }
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
