public import GeoModel

extension TextTable {
  /// The table of a layer: a row a feature, a column a property, the study's totals below.
  ///
  /// Properties that end in `_reason` are not columns: they are the reasons of the unknown values
  /// (`forest_pct_reason` that of `forest_pct`, and of `forest_pct_low` where it has none of its
  /// own). Real numbers get the decimals of their unit: `_m` 0, `_ha` and `_km` 1, else 2; a column
  /// of whole numbers (people, households) gets none.
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
    let whole = Self.wholeColumns(layer, among: names)
    func cells(_ values: [Property], isTotal: Bool) -> [Cell] {
      let byName = Dictionary(values.map { ($0.name, $0.value) }) { first, _ in first }
      return names.map { name in
        guard let value = byName[name] else { return isTotal ? .empty : .unknown(reason: nil) }
        if case .real(let number, _) = value, whole.contains(name) {
          return .number(number, decimals: 0)
        }
        return TextTable.cell(value, name: name, words: words) {
          TextTable.reason(for: name, in: byName).map { words[$0] ?? $0 }
        }
      }
    }
    self.init(
      columns: names.map { name in
        Column(
          titles[name] ?? name, overflow: name == "indicator" ? .wrap : .truncate,
          isEssential: ["code", "name", "indicator"].contains(name))
      },
      rows: layer.features.map { cells($0.properties, isTotal: false) },
      totals: layer.studyTotals.isEmpty ? [] : [cells(layer.studyTotals, isTotal: true)])
  }

  /// The columns without a unit whose numbers are all whole.
  static func wholeColumns(_ layer: Layer, among names: [String]) -> Set<String> {
    let rows = layer.features.map(\.properties) + [layer.studyTotals]
    var numbers: [String: Bool] = [:]
    for property in rows.joined() {
      guard case .real(let number, _) = property.value else { continue }
      numbers[property.name] = (numbers[property.name] ?? true) && number == number.rounded()
    }
    return Set(
      names.filter { numbers[$0] == true && !isShare($0) && decimals(of: $0) == 2 })
  }

  /// Whether a column holds shares, which show their decimals also where they happen to be whole.
  private static func isShare(_ name: String) -> Bool {
    name.split(separator: "_").contains("pct")
  }

  private static func cell(
    _ value: PropertyValue, name: String, words: [String: String], reason: () -> String?
  ) -> Cell {
    switch value {
    case .null: return .unknown(reason: reason())
    case .flag(let flag): return .text(words[flag ? "yes" : "no"] ?? (flag ? "yes" : "no"))
    // A year is a name: 2030, not 2,030.
    case .integer(let number):
      return name.hasSuffix("year") ? .text(String(number)) : .integer(number)
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
  public static func decimals(of name: String) -> Int {
    for part in name.split(separator: "_").reversed() {
      switch part {
      case "m": return 0
      case "ha", "km": return 1
      case "pct": return 2
      case "people": return 0
      default: continue
      }
    }
    return 2
  }

  /// The text of the nearest `_reason`: of the property itself, else of what it is a part of.
  static func reason(for name: String, in values: [String: PropertyValue]) -> String? {
    var stem = name[...]
    while !stem.isEmpty {
      if case .text(let reason) = values["\(stem)_reason"] { return reason }
      guard let cut = stem.lastIndex(of: "_") else { return nil }
      stem = stem[..<cut]
    }
    return nil
  }
}
