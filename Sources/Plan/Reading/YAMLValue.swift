/// A value of a YAML document with its place: text, a list, or a mapping in the order of the file.
struct YAMLValue {
  enum Content {
    /// Text as written; plain text may stand for a number or a flag, quoted text may not.
    case text(String, isPlain: Bool)
    case list([YAMLValue])
    case mapping([YAMLEntry])
  }

  var content: Content
  var mark: SourceMark

  /// Whether nothing stands here: no text at all, `~` or `null`.
  var isEmpty: Bool {
    if case .text(let text, true) = content {
      return text.isEmpty || text == "~" || text.lowercased() == "null"
    }
    return false
  }

  /// The entries of a mapping; `nil` for anything else.
  var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  /// The value under a key of a mapping.
  subscript(key: String) -> YAMLValue? {
    entries?.first { $0.key == key }?.value
  }

  /// The text of a scalar that is not empty; `nil` for anything else.
  var text: String? {
    if case .text(let text, _) = content, !isEmpty { return text }
    return nil
  }

  /// What stands here, as a message calls it.
  var found: String {
    if isEmpty { return "nothing" }
    switch content {
    case .text(let text, let isPlain):
      let short = text.count > 60 ? text.prefix(60) + "…" : text[...]
      return isPlain ? "'\(short)'" : "the text '\(short)'"
    case .list: return "a list"
    case .mapping: return "a mapping (key: value)"
    }
  }
}

/// A key of a mapping and its value.
struct YAMLEntry {
  var key: String
  var mark: SourceMark
  var value: YAMLValue
}
