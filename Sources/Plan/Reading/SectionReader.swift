/// Reads the values of one mapping of a plan, and reports what is wrong with them.
///
/// Each reading function returns `nil` where the key is absent, or its value is wrong, which has
/// been reported then. So a section is left out of the plan only where a problem says why.
struct SectionReader {
  let context: ReadingContext
  let table: KeyTable
  let entries: [YAMLEntry]
  /// Where the section is named.
  let mark: SourceMark
  /// How the section is called in messages; empty for the plan itself.
  let path: String

  /// Begins to read a mapping: reports keys that it cannot have, keys without a value, and keys
  /// that it must have and has not. `nil` where `value` is no mapping.
  ///
  /// - Parameter misplaced: what to say of keys that are known, but not here.
  init?(
    _ value: YAMLValue, _ table: KeyTable, mark: SourceMark, path: String,
    context: ReadingContext, misplaced: [String: String] = [:]
  ) {
    guard let entries = value.entries else {
      if !value.isEmpty { Self.refuse(value, table, path: path, context: context) }
      return nil
    }
    self.context = context
    self.table = table
    self.entries = entries
    self.mark = mark
    self.path = path
    var meant: Set<String> = []
    for entry in entries {
      if let reason = misplaced[entry.key] {
        context.report(entry.mark, path, "the key '\(entry.key)' \(reason)")
      } else if !table.keys.contains(entry.key) {
        let nearest = NameSuggestion.nearest(to: entry.key, among: table.keys)
        if let nearest { meant.insert(nearest) }
        context.report(
          entry.mark, path, "unknown key '\(entry.key)'", advice(for: entry.key, nearest))
      } else if entry.value.isEmpty {
        context.report(
          entry.mark, path, "the key '\(entry.key)' has no value", "give one, or leave the key out")
      }
    }
    for key in table.required where !has(key) && !meant.contains(key) {
      context.report(mark, path, "the key '\(key)' is missing", table.remedies[key])
    }
  }

  /// Reports what is no mapping.
  private static func refuse(
    _ value: YAMLValue, _ table: KeyTable, path: String, context: ReadingContext
  ) {
    let keys = table.required.isEmpty ? table.keys : table.required
    let example = NameSuggestion.listed(Array(keys.prefix(3)))
    let name = path.split(separator: ".").last.map(String.init) ?? path
    let advice =
      if let text = value.text, table.keys.contains("source") {
        "write '\(name): {source: \(text)}'"
      } else {
        "a mapping is meant, with keys like \(example)"
      }
    context.report(value.mark, path, "found \(value.found)", advice)
  }

  /// What to do about an unknown key.
  private func advice(for key: String, _ nearest: String?) -> String? {
    if let nearest { return "did you mean '\(nearest)'?" }
    if KeyTable.plan.keys.contains(key) {
      return "it is a section of its own, without an indent"
    }
    let homes = KeyTable.all.filter {
      $0.keys.contains(key) && KeyTable.plan.keys.contains($0.name)
    }
    if homes.count == 1 { return "it belongs under '\(homes[0].name)'" }
    return table.keys.count <= 8 ? "the keys here are \(NameSuggestion.listed(table.keys))" : nil
  }

  /// A key that describes a source, where no source is named.
  var straySourceKey: YAMLEntry? {
    has("source") ? nil : entries.first { KeyTable.sourceKeys.contains($0.key) }
  }

  /// Whether the mapping has `key`, with or without a value.
  func has(_ key: String) -> Bool {
    entry(key) != nil
  }

  /// The entry of a key that the table knows.
  func entry(_ key: String) -> YAMLEntry? {
    precondition(table.keys.contains(key), "\(table.name) has no key \(key)")
    return entries.first { $0.key == key }
  }

  /// The value of a key; `nil` where it is absent or empty.
  func value(_ key: String) -> YAMLValue? {
    entry(key).flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// How a key of this section is called in messages.
  func path(_ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  /// Reports that the value of `key` is not what is meant.
  func reject(_ key: String, _ value: YAMLValue, meant: String) {
    context.report(value.mark, path(key), "found \(value.found)", "\(meant) is meant")
  }

  /// Reports a problem at `key`, or at the section where it has no such key.
  func report(at key: String, _ message: String, _ suggestion: String? = nil) {
    context.report(entry(key)?.mark ?? mark, path(key), message, suggestion)
  }
}
