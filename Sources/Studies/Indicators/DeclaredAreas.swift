internal import GeoModel
internal import Indicators
internal import Plan
internal import Publishing

/// Compares the areas that a table declares with those of the boundaries its rows were matched to:
/// the one proof, where units are matched by name or across dates, that a row is of the same ground.
///
/// A column of areas need not hold the areas of the units themselves: it may be of rice. It is taken
/// to do so where at least half of its figures are within ``likeness`` of the boundaries.
struct DeclaredAreas {
  /// How far off a column's figures may be, as a share, and still be the areas of the units: 10 %.
  static let likeness = 0.1
  /// From which difference on a unit is flagged, as a share: 1 %.
  static let tolerance = 0.01

  let study: Study
  let definition: IndicatorDefinition
  let level: String

  /// A declared area beside that of its boundary.
  private struct Pair {
    var unit: AdministrativeUnit
    /// In **square metres**.
    var declared: Double
    /// The number of rows that were added up.
    var rows: Int

    /// How much larger the declared area is, as a share of the boundary's.
    var difference: Double { declared / unit.area - 1 }
    var name: String { unit.fullName ?? unit.name ?? unit.label }
  }

  /// Of each column of areas that are the units' own one note, and a warning for each unit that is
  /// more than 1 % off.
  func findings(of columns: [JoinedColumn], by result: MatchResult) -> [Finding] {
    columns.flatMap { column -> [Finding] in
      guard column.kind == .area, let unit = Self.areaUnit(column.unit) else { return [] }
      let pairs = pairs(of: column, unit: unit, by: result)
      let alike = pairs.count { abs($0.difference) <= Self.likeness }
      guard !pairs.isEmpty, alike * 2 >= pairs.count else { return [] }
      return [total(pairs, column)]
        + pairs.filter { abs($0.difference) > Self.tolerance }.map { warning($0, column, unit) }
    }
  }

  private func pairs(
    of column: JoinedColumn, unit: DeclaredArea.AreaUnit, by result: MatchResult
  ) -> [Pair] {
    guard let units = try? study.level(named: level).units else { return [] }
    return result.units.compactMap { match in
      let own = units[match.unit.index]
      guard match.outcome == .matched, own.area > 0, let code = own.code,
        let value = column.figures[code]?.value
      else { return nil }
      return Pair(unit: own, declared: value * unit.squareMetres, rows: match.rows.count)
    }
  }

  private static func areaUnit(_ text: String?) -> DeclaredArea.AreaUnit? {
    text.flatMap { DeclaredArea.AreaUnit(rawValue: $0.lowercased().replacing("²", with: "2")) }
  }

  private func total(_ pairs: [Pair], _ column: JoinedColumn) -> Finding {
    let within = pairs.count { abs($0.difference) <= Self.tolerance }
    let worst = pairs.max { abs($0.difference) < abs($1.difference) }
    let most = worst?.difference ?? 0
    let name = worst?.name ?? ""
    func text(_ language: OutputLanguage) -> String { Self.percent(most, language) }
    return Finding(
      severity: .note, kind: "areas-compared", layer: "indicators.\(definition.name)",
      amount: "\(within) of \(pairs.count) within 1 %",
      message: "\(column.name) compared with the boundaries: \(within) of \(pairs.count) within"
        + " 1 %; the largest difference is \(text(.english)) (\(name))",
      remedy: "nothing; a difference tells of other ground, of another survey, or of a slip",
      vietnamese: Finding.Wording(
        "\(column.name) so với ranh giới: \(within)/\(pairs.count) đơn vị lệch không quá 1 %;"
          + " lệch nhiều nhất \(text(.vietnamese)) (\(name))",
        remedy: "không cần làm gì; chênh lệch cho biết lãnh thổ khác, đợt đo khác hoặc sai số liệu",
        amount: "\(within)/\(pairs.count) trong 1 %"))
  }

  private func warning(
    _ pair: Pair, _ column: JoinedColumn, _ unit: DeclaredArea.AreaUnit
  ) -> Finding {
    func text(_ language: OutputLanguage) -> (declared: String, own: String, difference: String) {
      func area(_ squareMetres: Double) -> String {
        let number = language.number(squareMetres / unit.squareMetres, decimals: 2) ?? ""
        return "\(number) \(column.unit ?? "")"
      }
      return (
        area(pair.declared), area(pair.unit.area), Self.percent(pair.difference, language)
      )
    }
    let (english, vietnamese) = (text(.english), text(.vietnamese))
    let called = "\(pair.name) [\(pair.unit.label)]"
    let added = pair.rows > 1 ? " (\(pair.rows) rows added up)" : ""
    let summed = pair.rows > 1 ? " (cộng \(pair.rows) dòng)" : ""
    return Finding(
      severity: .warning, kind: "declared-area", layer: "indicators.\(definition.name)",
      feature: pair.unit.label, amount: english.difference,
      message: "\(called): \(column.name) is \(english.declared)\(added), its boundary has"
        + " \(english.own): \(english.difference)",
      remedy: "find out whether the row is of the same ground; Upland joins it as it is",
      vietnamese: Finding.Wording(
        "\(called): \(column.name) là \(vietnamese.declared)\(summed), ranh giới có"
          + " \(vietnamese.own): \(vietnamese.difference)",
        remedy: "tìm hiểu dòng này có cùng lãnh thổ không; Upland vẫn ghép như bảng",
        amount: vietnamese.difference))
  }

  /// A difference with its sign: `+0.25 %`.
  private static func percent(_ share: Double, _ language: OutputLanguage) -> String {
    (share > 0 ? "+" : "") + (language.number(share * 100, decimals: 2) ?? "") + " %"
  }
}
