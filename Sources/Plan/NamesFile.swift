/// A file of confirmed pairs of names: a YAML mapping `row: unit`, as `upland join --suggest` drafts
/// it.
public enum NamesFile {
  /// The pairs in `text`, in the order of the file. A file of comments alone has none.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its name, for messages.
  /// - Throws: ``PlanError`` with every problem: no mapping, a key twice, a value that is no text.
  public static func pairs(in text: String, file: String) throws(PlanError) -> [PairTable.Pair] {
    // A draft that nobody has read yet is comments alone, which YAML takes for no document at all.
    guard !isBlank(text) else { return [] }
    let context = ReadingContext(file: file, folder: "")
    guard let root = YAMLComposer.compose(text, context: context), context.problems.isEmpty else {
      guard context.problems.isEmpty else { throw PlanError(problems: context.problems) }
      return []
    }
    if root.isEmpty { return [] }
    var pairs: [PairTable.Pair] = []
    for entry in root.entries ?? [] {
      guard let value = entry.value.text else {
        context.report(
          entry.value.mark, entry.key, "found \(entry.value.found)", "a pair is 'row: unit'")
        continue
      }
      pairs.append(PairTable.Pair(key: entry.key, value: value, mark: entry.mark))
    }
    if root.entries == nil {
      context.report(root.mark, "", "found \(root.found)", "pairs 'row: unit', one a line")
    }
    guard context.problems.isEmpty else { throw PlanError(problems: context.problems) }
    return pairs
  }

  private static func isBlank(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).allSatisfy { line in
      let first = line.first { !$0.isWhitespace }
      return first == nil || first == "#"
    }
  }
}
