/// The words by which a table names its totals, regions and notes.
enum TotalWords {
  /// Words that name a total by themselves, in lower case.
  private static let totals: Set<String> = [
    "tổng số", "tổng cộng", "tổng", "cộng", "chung", "toàn tỉnh", "toàn huyện", "toàn xã",
    "toàn vùng", "toàn quốc", "cả nước", "cả tỉnh", "tong so", "tong cong", "toan tinh",
    "toan huyen",
    "ca nuoc", "total", "grand total", "subtotal", "sum", "whole province", "whole country",
  ]

  /// Words that make a total of the unit named behind them: Cộng huyện Ba Tơ.
  private static let prefixes = ["tổng cộng ", "tổng số ", "tổng ", "cộng ", "toàn ", "cả "]

  /// Words that begin the name of a region, which is no administrative unit.
  private static let regions = ["khu vực ", "vùng ", "miền ", "tiểu vùng ", "region "]

  /// Words that begin a note below a table.
  private static let notes = [
    "nguồn:", "nguồn số liệu", "ghi chú", "chú thích", "source:", "sources:", "note:", "notes:",
    "(*)",
  ]

  /// Whether `whole` (a name without its ordinal, in lower case) names a total: each of its parts
  /// (Tổng số - Total) does, or it is a total's word before a type (Cộng huyện …).
  static func isTotal(_ whole: String) -> Bool {
    var parts: [String] = []
    for piece in whole.unicodeScalars.split(whereSeparator: { separators.contains($0) }) {
      let part = NameCleaning.cleaned(String(piece))
      if !part.isEmpty { parts.append(part) }
    }
    if !parts.isEmpty && parts.allSatisfy(totals.contains) { return true }
    return prefixes.contains { prefix in
      // Both are composed and in lower case, so that bytes tell.
      guard whole.utf8.starts(with: prefix.utf8) else { return false }
      let rest = String(whole.dropFirst(prefix.count))
      return UnitType.split(NameLetter.lowercased(rest), settlements: true) != nil
        || UnitType(rawValue: rest) != nil
    }
  }

  private static let separators: [Unicode.Scalar] = ["-", "/", ":", "(", ")"]

  /// Whether `whole` names a region (Khu vực miền núi).
  static func isRegion(_ whole: String) -> Bool {
    regions.contains { whole.utf8.starts(with: $0.utf8) }
  }

  /// Whether `whole` begins a note.
  static func isNote(_ whole: String) -> Bool {
    notes.contains { whole.utf8.starts(with: $0.utf8) }
  }
}
