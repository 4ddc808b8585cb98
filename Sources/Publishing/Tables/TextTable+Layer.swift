public import GeoModel

extension TextTable {
  /// The table of a layer: a row a feature, a column a property, the study's totals below.
  ///
  /// Properties that end in `_reason` are not columns: they are the reasons of the unknown values
  /// (`forest_pct_reason` that of `forest_pct`, and of `forest_pct_low` where it has none of its
  /// own). Real numbers get the decimals of their unit: `_m` 0, `_ha` and `_km` 1, else 2.
  ///
  /// - Parameters:
  ///   - layer: The layer.
  ///   - properties: The columns, in order; without it all properties of the first feature.
  ///   - titles: The words over a column, by property; a property without stands under its name.
  ///   - words: What to print for a text value or a reason, by the value; others stand as they are.
  public init(
    layer: Layer, properties: [String]? = nil, titles: [String: String] = [:],
    words: [String: String] = [:]
  ) {
    let first = layer.features.first?.properties ?? layer.studyTotals
    let names = properties ?? first.map(\.name).filter { !$0.hasSuffix("_reason") }
    func cells(_ values: [Property], isTotal: Bool) -> [Cell] {
      let byName = Dictionary(values.map { ($0.name, $0.value) }) { first, _ in first }
      return names.map { name in
        guard let value = byName[name] else { return isTotal ? .empty : .unknown(reason: nil) }
        return TextTable.cell(value, name: name, words: words) {
          TextTable.reason(for: name, in: byName).map { words[$0] ?? $0 }
        }
      }
    }
    self.init(
      columns: names.map { name in
        Column(titles[name] ?? name, isEssential: name == "code" || name == "name")
      },
      rows: layer.features.map { cells($0.properties, isTotal: false) },
      totals: layer.studyTotals.isEmpty ? [] : [cells(layer.studyTotals, isTotal: true)])
  }

  private static func cell(
    _ value: PropertyValue, name: String, words: [String: String], reason: () -> String?
  ) -> Cell {
    switch value {
    case .null: return .unknown(reason: reason())
    case .flag(let flag): return .text(words[flag ? "yes" : "no"] ?? (flag ? "yes" : "no"))
    case .integer(let number): return .integer(number)
    case .real(let number, let decimals):
      return .number(number, decimals: min(decimals, self.decimals(of: name)))
    case .text(let text):
      let word = words[text] ?? text
      switch Ternary(rawValue: text) {
      case .yes: return .text(word, emphasis: .good)
      case .no: return .text(word, emphasis: .bad)
      case .unknown: return .text(word, emphasis: .caution)
      case nil: return .text(word)
      }
    case .list(let texts): return .text(texts.joined(separator: ", "))
    }
  }

  /// The decimals of a property's unit, by the unit that its name holds.
  private static func decimals(of name: String) -> Int {
    for part in name.split(separator: "_").reversed() {
      switch part {
      case "m": return 0
      case "ha", "km": return 1
      default: continue
      }
    }
    return 2
  }

  /// The text of the nearest `_reason`: of the property itself, else of what it is a part of.
  private static func reason(for name: String, in values: [String: PropertyValue]) -> String? {
    var stem = name[...]
    while !stem.isEmpty {
      if case .text(let reason) = values["\(stem)_reason"] { return reason }
      guard let cut = stem.lastIndex(of: "_") else { return nil }
      stem = stem[..<cut]
    }
    return nil
  }
}
