internal import Publishing

/// The words over the columns of tables, by property; the terms are those of Docs/glossary.md.
enum ColumnTitles {
  /// The titles in `language`.
  static func titles(_ language: OutputLanguage) -> [String: String] {
    words.mapValues { language == .vietnamese ? $0.vietnamese : $0.english }
  }

  private static let words: [String: (english: String, vietnamese: String)] = [
    "code": ("Code", "Mã"),
    "name": ("Name", "Tên"),
    "unit_name": ("Unit", "Đơn vị"),
    "area_ha": ("Area ha", "Diện tích ha"),
    "forest_ha": ("Forest ha", "Rừng ha"),
    "other_ha": ("Other ha", "Đất khác ha"),
    "known_pct": ("Known %", "Biết rõ %"),
    "forest_pct": ("Forest %", "Che phủ %"),
    "target_pct": ("Target %", "Mục tiêu %"),
    "target_year": ("Year", "Năm"),
    "gap_ha": ("Gap ha", "Còn thiếu ha"),
    "households": ("Households", "Số hộ"),
    "car": ("Car", "Ô tô"),
    "all_season": ("All-season", "Bốn mùa"),
    "hardened": ("Hardened", "Cứng hóa"),
    "reason": ("Reason", "Lý do"),
    "gap_m": ("Gap m", "Chưa cứng m"),
    "unknown_m": ("Unknown m", "Chưa rõ m"),
    "path_m": ("Path m", "Đường đi m"),
    "snap_m": ("Snap m", "Tới đường m"),
  ]
}
