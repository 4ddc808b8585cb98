public import GeoModel

/// Finds names that cannot tell units apart: the same name twice in one parent, and names of one
/// parent that differ only by diacritics.
public enum NameTwins {
  /// Findings about `units`, in the order of parents and names.
  ///
  /// Twins are right in themselves, but no table can be matched to them by name: a warning. Names
  /// like Ba Tơ and Ba Tô are right, but text that lost its diacritics must never be matched to
  /// either: a note.
  ///
  /// - Parameters:
  ///   - units: all units of the level; those without a name are passed over.
  ///   - level: the name of the level.
  ///   - spelling: brings spellings of one name together and keeps the diacritics that tell names
  ///     apart: hoà and hòa, composed and decomposed, `Xã Ba Tơ` and `Ba Tơ`.
  ///   - withoutDiacritics: what is left of such a spelling when all diacritics are lost.
  /// - Complexity: O(n log n).
  public static func findings(
    for units: [AdministrativeUnit], level: String, spelling: (String) -> String,
    withoutDiacritics: (String) -> String
  ) -> [Finding] {
    var byName: [[String]: [Int]] = [:]
    var byLetters: [[String]: [Int]] = [:]
    for (index, unit) in units.enumerated() {
      guard let name = unit.name ?? unit.fullName, !name.isEmpty else { continue }
      let folded = spelling(name)
      byName[[unit.parentCode ?? "", folded], default: []].append(index)
      byLetters[[unit.parentCode ?? "", withoutDiacritics(folded)], default: []].append(index)
    }
    let twins = sorted(byName).map { finding(units, $0, level, areTwins: true) }
    let alike = sorted(byLetters).filter { group in
      Set(group.map { spelling(units[$0].name ?? units[$0].fullName ?? "") }).count > 1
    }
    return twins + alike.map { finding(units, $0, level, areTwins: false) }
  }

  private static func sorted(_ groups: [[String]: [Int]]) -> [[Int]] {
    groups.filter { $0.value.count > 1 }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  private static func finding(
    _ units: [AdministrativeUnit], _ group: [Int], _ level: String, areTwins: Bool
  ) -> Finding {
    let names = group.map { index in
      "\(units[index].label) \(units[index].fullName ?? units[index].name ?? "")"
    }.joined(separator: ", ")
    let parent = units[group[0]].parentCode
    let inside = parent.map { " in \($0)" } ?? ""
    let trong = parent.map { " trong \($0)" } ?? ""
    return Finding(
      severity: areTwins ? .warning : .note, kind: areTwins ? "name-twins" : "differ-by-diacritics",
      layer: "units.\(level)", feature: units[group[0]].label,
      place: units[group[0]].polygons.first?.exterior.coordinates.first,
      amount: "\(group.count) units",
      message: areTwins
        ? "\(names) have one name\(inside)" : "\(names) differ only by diacritics\(inside)",
      remedy: areTwins
        ? "match tables to them by code, or by name and type"
        : "never match text without diacritics to them; use codes or the 'names' list",
      vietnamese: Finding.Wording(
        areTwins ? "\(names) trùng tên\(trong)" : "\(names) chỉ khác nhau dấu\(trong)",
        remedy: areTwins
          ? "ghép bảng theo mã, hoặc theo tên và loại đơn vị"
          : "không ghép tên mất dấu với các đơn vị này; dùng mã hoặc danh sách 'names'",
        amount: "\(group.count) đơn vị"))
  }
}
