extension SectionReader {
  /// The mapping under a key.
  func section(_ key: String, _ table: KeyTable) -> SectionReader? {
    guard let entry = entry(key), !entry.value.isEmpty else { return nil }
    return SectionReader(
      entry.value, table, mark: entry.mark, path: path(key), context: context)
  }

  /// The items of the list under a key, each with how it is called in messages; a mapping that
  /// stands alone is a list of one. Empty where the key is absent.
  func items(_ key: String, label: String?) -> [(value: YAMLValue, path: String)] {
    guard let value = value(key) else { return [] }
    let values: [YAMLValue]
    switch value.content {
    case .list(let items): values = items
    case .mapping: values = [value]
    case .text:
      reject(key, value, meant: "a list, each item behind a '-',")
      return []
    }
    if values.isEmpty {
      report(at: key, "the list is empty", "give an item, or leave the key out")
    }
    return values.enumerated().map { index, item in
      let name = label.flatMap { item[$0]?.text }
      return (item, name.map { "\(path(key)).\($0)" } ?? "\(path(key))[\(index + 1)]")
    }
  }

  /// The mappings in the list under a key.
  func sections(_ key: String, _ table: KeyTable) -> [SectionReader] {
    items(key, label: table.label).compactMap { item in
      SectionReader(item.value, table, mark: item.value.mark, path: item.path, context: context)
    }
  }

  /// The entries under a key whose value is a mapping with keys of the planner's own.
  func ownEntries(_ key: String, meant: String) -> [YAMLEntry]? {
    guard let value = value(key) else { return nil }
    guard let entries = value.entries else {
      reject(key, value, meant: meant)
      return nil
    }
    for entry in entries where entry.value.isEmpty {
      context.report(
        entry.mark, path(key), "'\(entry.key)' has no value", "give one, or leave it out")
    }
    return entries.filter { !$0.value.isEmpty }
  }

  /// Which of `keys` the mapping has, being allowed one only; reports where it has more, or, if
  /// `required`, none.
  func only(of keys: [String], required: Bool) -> String? {
    let given = keys.filter(has)
    if given.count > 1 {
      let last = given.compactMap { entry($0)?.mark }.max() ?? mark
      context.report(
        last, path,
        "\(NameSuggestion.listed(given, joinedBy: "and")) say it in \(given.count) ways",
        "keep one")
      return nil
    }
    if given.isEmpty, required {
      context.report(mark, path, "one of \(NameSuggestion.listed(keys)) is missing")
    }
    return given.first
  }

  /// A range with ends included.
  func range(_ key: String) -> NumberRange? {
    guard let reader = section(key, .range) else { return nil }
    return reader.range(from: "at_least", to: "at_most")
  }

  /// The range between the numbers of two keys, of which one may be absent.
  func range(from low: String, to high: String) -> NumberRange? {
    let before = context.problems.count
    let range = NumberRange(atLeast: number(low, .any), atMost: number(high, .any))
    guard context.problems.count == before else { return nil }
    if range.atLeast == nil, range.atMost == nil {
      if !has(low), !has(high) {
        context.report(mark, path, "one of \(NameSuggestion.listed([low, high])) is missing")
      }
      return nil
    }
    if let least = range.atLeast, let most = range.atMost, least > most {
      let (below, above) = (Self.plain(least), Self.plain(most))
      report(at: high, "'\(low)' (\(below)) is above '\(high)' (\(above))", "swap them")
      return nil
    }
    return range
  }

  /// A table of pairs in place, or the file that holds it.
  func pairs(_ key: String) -> PairTable? {
    guard let value = value(key) else { return nil }
    if let text = value.text {
      return .file(
        FileReference(
          text: text, location: SourceLocation.resolve(text, in: context.folder),
          mark: value.mark, path: path(key)))
    }
    let entries = ownEntries(key, meant: "pairs 'this: that', or the path of a file,")
    return entries.map { entries in
      .inline(
        entries.compactMap { entry in
          guard let text = entry.value.text else {
            reject(key, entry.value, meant: "a text")
            return nil
          }
          return PairTable.Pair(key: entry.key, value: text, mark: entry.mark)
        })
    }
  }
}
