internal import Publishing

extension ColumnTitles {
  /// The titles over sites and moves; the criteria, which are the planner's own, keep their names.
  static func resettlement(
    criteria: [String], _ language: OutputLanguage
  ) -> [String: String] {
    let own = proposal.mapValues { language == .vietnamese ? $0.vietnamese : $0.english }
    return own.merging(criteria.map { ($0, $0) }) { title, _ in title }
  }

  private static let proposal: [String: (english: String, vietnamese: String)] = [
    "rank": ("Rank", "Hạng"),
    "site": ("Site", "Khu đất"),
    "unit_name": ("Unit", "Đơn vị"),
    "area_ha": ("Area ha", "Diện tích ha"),
    "score": ("Score", "Điểm"),
    "capacity_households": ("Room", "Sức chứa"),
    "received_households": ("Receives", "Tiếp nhận"),
    "top_pct": ("Top %", "Nhóm đầu %"),
    "compactness": ("Compact", "Độ gọn"),
    "from_name": ("From", "Từ thôn"),
    "to": ("To", "Đến"),
    "to_name": ("Host", "Thôn tiếp nhận"),
    "households": ("Households", "Số hộ"),
    "move_m": ("Move m", "Quãng đường m"),
    "distance_by": ("By", "Đo theo"),
    "form": ("Form", "Hình thức"),
    "same_unit": ("Same unit", "Cùng đơn vị"),
  ]
}
