/// What a row without a unit may mean: the same letters with other diacritics, or a slip of the pen.
enum Suggestions {
  /// The most candidates that a row is given.
  static let most = 5

  /// Adds what the unmatched rows may mean, and puts the candidates of every row in order.
  ///
  /// Misspellings are looked for among the units without a row only.
  static func complete(
    _ matches: inout [RowMatch], names: [ReadName?], index: UnitIndex, missing: [Int],
    progress: ((_ done: Int, _ total: Int) -> Void)?
  ) {
    let speller = Speller(index, missing)
    var scratch = EditDistance.Scratch()
    let open = matches.count { $0.outcome == .unmatched }
    var done = 0
    for position in matches.indices {
      if matches[position].outcome == .unmatched {
        if done.isMultiple(of: 64) { progress?(done, open) }
        done += 1
      }
      if matches[position].outcome == .unmatched, let name = names[position] {
        let plain = index.units(plain: name).map { MatchCandidate(unit: $0, why: .diacritics) }
        let spelt = speller.candidates(name.folded.plain, scratch: &scratch)
        matches[position].candidates += plain + spelt
      }
      guard !matches[position].candidates.isEmpty else { continue }
      matches[position].candidates = ordered(matches[position].candidates, index)
    }
    if open > 0 { progress?(open, open) }
  }

  /// One candidate a unit, its strongest reason; strongest reason first, then fewest edits, then by
  /// name and code, so that the order of units and rows makes no difference.
  private static func ordered(_ candidates: [MatchCandidate], _ index: UnitIndex)
    -> [MatchCandidate]
  {
    var best: [Int: MatchCandidate] = [:]
    for candidate in candidates {
      if let known = best[candidate.unit], rank(known) <= rank(candidate) { continue }
      best[candidate.unit] = candidate
    }
    let sorted = best.values.sorted { first, second in
      let ranks = (rank(first), rank(second))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      let units = (index.units[first.unit], index.units[second.unit])
      let labels = (units.0.label, units.1.label)
      if labels.0 != labels.1 { return labels.0 < labels.1 }
      let codes = (units.0.code ?? "", units.1.code ?? "")
      return codes.0 == codes.1 ? first.unit < second.unit : codes.0 < codes.1
    }
    return Array(sorted.prefix(most))
  }

  private static func rank(_ candidate: MatchCandidate) -> Int {
    (MatchCandidate.Why.allCases.firstIndex(of: candidate.why) ?? 0) * 10 + candidate.distance
  }
}

/// Finds the names that differ from a name by one or two letters.
private struct Speller {
  private struct Word {
    var unit: Int
    var letters: [UInt8]
    var signature: UInt64
  }

  /// The words by their length.
  private var byLength: [[Word]] = []

  init(_ index: UnitIndex, _ units: [Int]) {
    for unit in units {
      var seen: Set<String> = []
      for name in index.names[unit] where seen.insert(name.folded.plain).inserted {
        let letters = Array(name.folded.plain.utf8)
        while byLength.count <= letters.count { byLength.append([]) }
        byLength[letters.count].append(
          Word(unit: unit, letters: letters, signature: Self.signature(letters)))
      }
    }
  }

  /// The words within one edit of `plain`, within two where it has eight letters or more. Numbers
  /// must be the same: Thôn 3 is no slip for Thôn 4.
  func candidates(_ plain: String, scratch: inout EditDistance.Scratch) -> [MatchCandidate] {
    let letters = Array(plain.utf8)
    let limit = letters.count < 8 ? 1 : 2
    let signature = Self.signature(letters)
    var found: [MatchCandidate] = []
    for length in max(0, letters.count - limit)...(letters.count + limit)
    where length < byLength.count {
      for word in byLength[length] {
        // An edit changes at most two bits of a signature.
        guard (word.signature ^ signature).nonzeroBitCount <= 2 * limit,
          let distance = EditDistance.distance(
            letters, word.letters, limit: limit, scratch: &scratch), distance > 0,
          Self.digits(letters) == Self.digits(word.letters)
        else { continue }
        found.append(MatchCandidate(unit: word.unit, why: .spelling, distance: distance))
      }
    }
    return found
  }

  /// Which letters occur, and which occur twice: two bits a letter, one a digit.
  private static func signature(_ letters: [UInt8]) -> UInt64 {
    var bits: UInt64 = 0
    for letter in letters {
      switch letter {
      case 0x61...0x7A:
        let first: UInt64 = 1 << UInt64(letter - 0x61)
        bits |= bits & first == 0 ? first : first << 26
      case 0x30...0x39: bits |= 1 << UInt64(52 + letter - 0x30)
      default: break
      }
    }
    return bits
  }

  private static func digits(_ letters: [UInt8]) -> [UInt8] {
    letters.filter { (0x30...0x39).contains($0) }
  }
}
