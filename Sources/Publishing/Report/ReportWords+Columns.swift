extension ReportWords {
  /// The words over a column.
  ///
  /// A property without words of its own is put together: of the bound (`_low`), of what tells more of
  /// another (`_reason`), of a pattern of the file (`people_within_#_min_pct`), of a year within it
  /// (`population_2019`), and last of its ending with what stands before it, which a planner named
  /// (`flood_pct`). What remains is the property with spaces.
  public func column(_ property: String) -> String {
    composed(property) ?? property.replacing("_", with: " ")
  }

  private func composed(_ property: String) -> String? {
    if let known = sections["columns"]?[property] ?? titles[property] { return known }
    for (ending, word) in [("_low", self["at_least"]), ("_high", self["at_most"])] {
      if let title = stem(of: property, before: ending).flatMap(composed) {
        return "\(title) (\(word))"
      }
    }
    for ending in ["reason", "numerator", "denominator", "estimate"] {
      if let stem = stem(of: property, before: "_\(ending)"),
        let word = sections["endings"]?[ending]
      {
        return "\(composed(stem) ?? stem.replacing("_", with: " ")): \(word)"
      }
    }
    return patterned(property) ?? dated(property) ?? compound(property)
  }

  private func stem(of property: String, before ending: String) -> String? {
    property.count > ending.count && property.hasSuffix(ending)
      ? String(property.dropLast(ending.count)) : nil
  }

  /// The pattern that fits, of several the one of most words.
  private func patterned(_ property: String) -> String? {
    let parts = property.split(separator: "_", omittingEmptySubsequences: false)
    for (pattern, title) in patterns {
      guard let found = Self.match(pattern, parts[...]) else { continue }
      var texts: [String] = []
      for part in found {
        if case .number(let number) = part { texts.append(number) }
        guard case .name(let name, let isLast) = part else { continue }
        // Behind a pattern's own words a name must be one that has a title; a planner's stays as it is.
        if isLast {
          guard let known = composed(name) else { break }
          texts.append(known)
        } else {
          texts.append(sections["names"]?[name] ?? name.replacing("_", with: " "))
        }
      }
      guard texts.count == found.count else { continue }
      var rest = texts[...]
      let pieces = title.split(separator: "{}", omittingEmptySubsequences: false)
      let text = pieces.enumerated().map { index, piece in
        index == 0 ? String(piece) : (rest.popFirst() ?? "") + piece
      }.joined()
      return text.prefix(1).uppercased() + text.dropFirst()
    }
    return nil
  }

  /// Patterns in a fixed order.
  private var patterns: [(words: [Substring], title: String)] {
    (sections["patterns"] ?? [:]).map { ($0.key.split(separator: "_"), $0.value, $0.key) }
      .sorted { ($1.0.count, $0.2) < ($0.0.count, $1.2) }
      .map { ($0.0, $0.1) }
  }

  private enum Part {
    case number(String)
    case name(String, isLast: Bool)
  }

  /// What stands for each `#` (a number) and `*` (one word or more) of a pattern.
  private static func match(_ pattern: [Substring], _ parts: ArraySlice<Substring>) -> [Part]? {
    guard let word = pattern.first else { return parts.isEmpty ? [] : nil }
    guard let part = parts.first else { return nil }
    let rest = Array(pattern.dropFirst())
    if word == "*" {
      for end in parts.indices {
        guard let found = match(rest, parts[(end + 1)...]) else { continue }
        return [.name(parts[...end].joined(separator: "_"), isLast: rest.isEmpty)] + found
      }
      return nil
    }
    if word.hasPrefix("#") {
      let ending = word.dropFirst()
      let number = part.dropLast(ending.count)
      guard part.hasSuffix(ending), !number.isEmpty, number.allSatisfy(\.isNumber),
        let found = match(rest, parts.dropFirst())
      else { return nil }
      return [.number(String(number))] + found
    }
    return word == part ? match(rest, parts.dropFirst()) : nil
  }

  /// A property with words of its own but for a year: `population_2019`, `area_2023_km2`.
  private func dated(_ property: String) -> String? {
    var parts = property.split(separator: "_")
    let place = parts.firstIndex {
      $0.count == 4 && $0.allSatisfy(\.isNumber) && ($0.hasPrefix("19") || $0.hasPrefix("20"))
    }
    guard let place, parts.count > 1 else { return nil }
    let year = parts.remove(at: place)
    return composed(parts.joined(separator: "_")).map { "\($0) \(year)" }
  }

  /// The longest ending that has words, with what stands before it.
  private func compound(_ property: String) -> String? {
    var rest = property[...]
    while let cut = rest.firstIndex(of: "_") {
      rest = rest[rest.index(after: cut)...]
      if let title = sections["endings"]?[String(rest)] {
        let front = property.dropLast(rest.count + 1)
        return "\(front.replacing("_", with: " ")): \(title)"
      }
    }
    return nil
  }
}
