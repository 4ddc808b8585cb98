public import GeoModel

extension ReportTable {
  /// Properties that say the same in every row, or what the page says at its head.
  private static let left: Set = ["level", "vintage", "parent"]

  /// Properties that hold names and codes, whose values are never taken for words.
  private static let names: Set = [
    "code", "name", "unit", "unit_name", "unit_code", "from", "from_name", "to", "to_name", "site",
    "centre", "feature", "plot", "full_name",
  ]

  /// The table of a layer: a row for each of the features `kept`, a column a property.
  ///
  /// Properties that end in `_reason` are not columns but the reasons of what is not known. Numbers have
  /// the decimals of their unit, as in ``TextTable``.
  ///
  /// - Parameters:
  ///   - layer: The layer.
  ///   - kept: The features that are shown, in order; all where `nil`.
  ///   - title: The heading.
  ///   - titles: The words over a column, by property.
  ///   - words: What values and reasons are called.
  public init(
    layer: Layer, kept: [Int]? = nil, title: String, titles: (String) -> String,
    words: [String: String]
  ) {
    let first = layer.features.first?.properties ?? layer.studyTotals
    let names = first.map(\.name).filter { !$0.hasSuffix("_reason") && !Self.left.contains($0) }
    let whole = TextTable.wholeColumns(layer, among: names)
    let numeric = Self.numericColumns(layer)
    func cells(_ values: [Property]) -> [Cell] {
      let byName = Dictionary(values.map { ($0.name, $0.value) }) { first, _ in first }
      return names.map { name in
        Self.cell(byName[name] ?? .null, name: name, words: words) {
          TextTable.reason(for: name, in: byName).map { words[$0] ?? $0 }
        }
      }
    }
    self.init(
      name: layer.name, title: title,
      columns: names.map { name in
        Column(
          titles(name), property: name,
          decimals: numeric[name].map { hasReals in
            whole.contains(name) || !hasReals ? 0 : TextTable.decimals(of: name)
          })
      },
      rows: (kept ?? Array(layer.features.indices)).map { cells(layer.features[$0].properties) },
      totals: Self.totals(of: layer, columns: names, cells: cells), total: layer.features.count)
  }

  /// The row of the study; none where the totals are of another kind than the rows.
  private static func totals(
    of layer: Layer, columns: [String], cells: ([Property]) -> [Cell]
  ) -> [Cell] {
    let own = Set(layer.studyTotals.map(\.name))
    let shared = columns.filter(own.contains)
    return shared.count * 2 > columns.count ? cells(layer.studyTotals) : []
  }

  /// The columns in which a number stands, and whether any of its numbers is no whole one by kind.
  private static func numericColumns(_ layer: Layer) -> [String: Bool] {
    var names: [String: Bool] = [:]
    for property in layer.features.lazy.map(\.properties).joined() {
      switch property.value {
      case .integer: names[property.name] = names[property.name] ?? false
      case .real: names[property.name] = true
      default: continue
      }
    }
    return names
  }

  private static func cell(
    _ value: PropertyValue, name: String, words: [String: String], reason: () -> String?
  ) -> Cell {
    switch value {
    case .null: .unknown(reason: reason())
    case .flag(let flag): .answer(flag ? .yes : .no)
    case .integer(let number): .number(Double(number))
    case .real(let number, _): number.isFinite ? .number(number) : .unknown(reason: nil)
    case .list(let texts): .text(texts.map { words[$0] ?? $0 }.joined(separator: ", "))
    case .text(let text):
      if names.contains(name) {
        .text(text)
      } else if let answer = Ternary(rawValue: text) {
        .answer(answer)
      } else {
        .text(words[text] ?? text)
      }
    }
  }
}
