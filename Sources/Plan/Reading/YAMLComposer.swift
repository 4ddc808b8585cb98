import Yams

/// Turns the text of a plan into values with their places.
///
/// Yams stops at the first mapping that has a key twice; a planner wants to see it beside all other
/// problems. So the first of two equal keys is disguised, by a character of the private use area in
/// place of its first one, and the text is composed again; places do not move. The disguise is taken
/// off when the values are built.
struct YAMLComposer {
  private let context: ReadingContext
  /// First characters of disguised keys, by the place of the key.
  private var disguised: [SourceMark: Unicode.Scalar] = [:]
  /// Values built so far: aliases may make a small text grow without end.
  private var count = 0
  private static let limit = 1_000_000

  private init(context: ReadingContext) {
    self.context = context
  }

  /// The root of the document; `nil` where it is empty or cannot be parsed, which is reported.
  static func compose(_ text: String, context: ReadingContext) -> YAMLValue? {
    var composer = YAMLComposer(context: context)
    guard let node = composer.node(of: text) else { return nil }
    return composer.value(node)
  }

  private mutating func node(of text: String) -> Node? {
    var scalars = Array(text.unicodeScalars)
    while true {
      do {
        var current = String.UnicodeScalarView()
        current.append(contentsOf: scalars)
        guard let node = try Yams.compose(yaml: String(current), .default, .default, .utf8) else {
          context.report(
            nil, "", "the file is empty", "a plan begins with 'upland: \(Plan.grammarVersion)'")
          return nil
        }
        return node
      } catch YamlError.duplicatedKeysInMapping(let names, let place) {
        let mark = SourceMark(place.mark)
        guard disguise(keyAt: mark, in: &scalars) else {
          context.report(mark, "", "the key '\(names.first ?? "")' stands twice", "keep one")
          return nil
        }
      } catch {
        YAMLFault.report(error, of: text, to: context)
        return nil
      }
    }
  }

  /// Disguises the key at `mark`; `false` where it is not written in a way that can be.
  private mutating func disguise(keyAt mark: SourceMark, in scalars: inout [Unicode.Scalar]) -> Bool
  {
    guard disguised[mark] == nil, var index = TextPosition.index(of: mark, in: scalars),
      let stand = Unicode.Scalar(UInt32(0xE000 + disguised.count)), disguised.count < 6_000
    else { return false }
    if scalars[index] == "'" || scalars[index] == "\"" { index += 1 }
    guard index < scalars.count,
      scalars[index].properties.isAlphabetic
        || ("0"..."9").contains(scalars[index]) || scalars[index] == "_"
    else { return false }
    disguised[mark] = scalars[index]
    scalars[index] = stand
    return true
  }

  private mutating func value(_ node: Node) -> YAMLValue? {
    count += 1
    let mark = node.mark.map(SourceMark.init) ?? SourceMark(line: 1, column: 1)
    guard count <= Self.limit else {
      if count == Self.limit + 1 {
        context.report(mark, "", "aliases make over a million values here", "write them out")
      }
      return nil
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      return YAMLValue(content: .text(scalar.string, isPlain: isPlain), mark: mark)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for item in sequence {
        guard let item = value(item) else { return nil }
        values.append(item)
      }
      return YAMLValue(content: .list(values), mark: mark)
    case .mapping(let mapping):
      return entries(mapping).map { YAMLValue(content: .mapping($0), mark: mark) }
    case .alias:
      return nil
    }
  }

  private mutating func entries(_ mapping: Node.Mapping) -> [YAMLEntry]? {
    var entries: [YAMLEntry] = []
    var merged: [YAMLEntry] = []
    var first: [String: SourceMark] = [:]
    for (key, node) in mapping {
      let mark = key.mark.map(SourceMark.init) ?? SourceMark(line: 1, column: 1)
      guard let value = value(node) else { return nil }
      guard case .scalar(let scalar) = key else {
        context.report(mark, "", "a key is a list or a mapping", "a key is a word or a text")
        continue
      }
      let name = plain(scalar.string, at: mark)
      if name == "<<", scalar.style == .plain {
        merged += mergeable(value)
      } else if let earlier = first[name] {
        context.report(
          mark, "", "the key '\(name)' stands here and on line \(earlier.line)", "keep one of them")
      } else {
        first[name] = mark
        entries.append(YAMLEntry(key: name, mark: mark, value: value))
      }
    }
    for entry in merged where first.updateValue(entry.mark, forKey: entry.key) == nil {
      entries.append(entry)
    }
    return entries
  }

  /// The key without its disguise.
  private func plain(_ key: String, at mark: SourceMark) -> String {
    guard let original = disguised[mark] else { return key }
    var scalars = String.UnicodeScalarView()
    scalars.append(original)
    scalars.append(contentsOf: key.unicodeScalars.dropFirst())
    return String(scalars)
  }

  /// The entries that `<<: *anchor` or `<<: [*one, *other]` brings in.
  private func mergeable(_ value: YAMLValue) -> [YAMLEntry] {
    if let entries = value.entries { return entries }
    if case .list(let values) = value.content, values.allSatisfy({ $0.entries != nil }) {
      return values.flatMap { $0.entries ?? [] }
    }
    context.report(
      value.mark, "", "found \(value.found) after '<<'", "a mapping named by an alias is meant")
    return []
  }
}

extension SourceMark {
  /// A place as Yams tells it.
  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }
}
