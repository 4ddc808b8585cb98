/// What a table that covers more than the study may leave out.
enum Scope {
  /// Lists unmatched rows as outside the study where nothing speaks for a unit of it.
  ///
  /// A row stays an error where it may mean a unit that has no row (by spelling, diacritics, another
  /// type or parent, a code of another vintage or without its zeros), where its code was refused,
  /// or where it is written without any diacritics and a unit has the same letters.
  static func leaveOut(_ matches: inout [RowMatch], names: [ReadName?], missing: Set<Int>) {
    for position in matches.indices where matches[position].outcome == .unmatched {
      let match = matches[position]
      let refusals: Set<MatchFlag> = [.staleCode, .pairWithoutUnit, .noKey]
      guard refusals.isDisjoint(with: match.flags) else { continue }
      let isPlain = names[position].map { $0.folded.whole.allSatisfy(\.isASCII) } ?? false
      let mayMeanUnit = match.candidates.contains { candidate in
        switch candidate.why {
        case .sameName, .sameCode, .leadingZeros: true
        case .diacritics: isPlain || missing.contains(candidate.unit)
        case .otherParent, .otherType, .spelling: missing.contains(candidate.unit)
        }
      }
      if !mayMeanUnit { matches[position].outcome = .outsideStudy }
    }
  }
}
