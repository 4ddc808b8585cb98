internal import Cartography
internal import GeoModel
internal import Publishing

/// What figures are called on maps, and how they are coloured.
enum FigureTitles {
  /// The figure that a layer is about.
  static func main(of layer: String) -> String? {
    switch layer {
    case "forest-cover": "forest_pct"
    case "road-access": "hardened_pct_low"
    case "forest-restoration": "slope_class_pct"
    case "findings": "severity"
    default: nil
    }
  }

  /// The figures that the pages of an atlas tell of a layer, in order.
  static func atlas(of layer: String) -> [String] {
    switch layer {
    case "forest-cover":
      ["forest_pct", "forest_ha", "area_ha", "known_pct", "nodata_ha", "target_pct", "gap_ha"]
    case "road-access":
      [
        "hardened_pct", "hardened", "all_season", "car", "villages", "villages_unjudged",
        "households_hardened_pct", "households", "rai_pct", "rural_population", "hardened_km",
        "unhardened_km", "unknown_km",
      ]
    default: ["area_ha"]
    }
  }

  /// The heading for `property`: a known one in the language, else one of `titles` or of the report, else
  /// its name with its unit.
  static func title(
    of property: String, _ language: OutputLanguage, titles: [String: String] = [:]
  ) -> String {
    if let known = known(property, language) { return known }
    let unit = unit(of: property)
    let words = language == .vietnamese ? vietnameseWords : englishWords
    guard let title = titles[property] ?? words?.column(property) else {
      guard let unit, let cut = property.lastIndex(of: "_") else {
        return property.replacing("_", with: " ")
      }
      return "\(property[..<cut].replacing("_", with: " ")), \(unit)"
    }
    // Over a column there is no room for a comma before the unit.
    guard let unit, title.hasSuffix(" \(unit)"), !title.hasSuffix(", \(unit)") else { return title }
    return "\(title.dropLast(unit.count + 1)), \(unit)"
  }

  private static let englishWords = try? ReportFiles.template().words(.english)
  private static let vietnameseWords = try? ReportFiles.template().words(.vietnamese)

  /// The heading for `property` where it has one in the language.
  static func known(_ property: String, _ language: OutputLanguage) -> String? {
    titles[property].map { language == .vietnamese ? $0.vietnamese : $0.english }
  }

  /// The unit that the ending of a property names.
  static func unit(of property: String) -> String? {
    let base =
      ["_low", "_high"].first(where: property.hasSuffix).map {
        property.dropLast($0.count)
      } ?? property[...]
    return [("_pct", "%"), ("_ha", "ha"), ("_km2", "km²"), ("_km", "km"), ("_m", "m")]
      .first { base.hasSuffix($0.0) }?.1
  }

  /// `value` of `property` with its unit, shares to a decimal; `nil` where it is no number.
  static func text(
    _ value: PropertyValue, of property: String, _ language: OutputLanguage
  ) -> String? {
    let unit = unit(of: property)
    guard let number = value.number,
      let text = language.number(number, decimals: unit == "%" ? 1 : 0)
    else { return nil }
    return text + (unit.map { " \($0)" } ?? "")
  }

  /// The colours: green for forest, brown where more is worse.
  static func ramp(of property: String) -> Palette.Ramp {
    if property.contains("forest") { return .green }
    let worse = ["poor", "gap", "without", "unknown", "unhardened", "bare", "difficult"]
    return worse.contains(where: property.contains) ? .brown : .blue
  }

  /// What values of text properties are called.
  static func words(_ language: OutputLanguage) -> [String: String] {
    language == .english
      ? ["special_use": "special-use"]
      : [
        "special_use": "đặc dụng", "protection": "phòng hộ", "production": "sản xuất",
        "error": "lỗi", "warning": "cảnh báo", "note": "lưu ý", "yes": "có", "no": "không",
        "unknown": "chưa rõ",
      ]
  }

  private static let titles: [String: (english: String, vietnamese: String)] = [
    "forest_pct": ("Forest cover, %", "Tỷ lệ che phủ rừng, %"),
    "forest_pct_low": ("Forest cover, % (lower bound)", "Tỷ lệ che phủ rừng, % (cận dưới)"),
    "forest_pct_high": ("Forest cover, % (upper bound)", "Tỷ lệ che phủ rừng, % (cận trên)"),
    "forest_ha": ("Forest, ha", "Diện tích rừng, ha"),
    "other_ha": ("Other land, ha", "Đất khác, ha"),
    "nodata_ha": ("Without data, ha", "Không có dữ liệu, ha"),
    "outside_ha": ("Outside the source, ha", "Ngoài nguồn dữ liệu, ha"),
    "target_pct": ("Target, %", "Mục tiêu, %"),
    "hardened_pct": ("Villages with a hardened road, %", "Tỷ lệ thôn có đường cứng hóa, %"),
    "hardened": ("Villages with a hardened road", "Thôn có đường cứng hóa"),
    "all_season": ("Villages with an all-season road", "Thôn có đường đi lại được quanh năm"),
    "car": ("Villages with a car road", "Thôn có đường ô tô"),
    "villages": ("Villages", "Số thôn"),
    "villages_unjudged": ("Villages not judged", "Thôn không đánh giá được"),
    "households": ("Households", "Số hộ"),
    "households_hardened_pct": (
      "Households with a hardened road, %", "Tỷ lệ hộ có đường cứng hóa, %"
    ),
    "rai_pct": ("Rural Access Index, %", "Chỉ số tiếp cận nông thôn, %"),
    "rural_population": ("Rural people", "Dân nông thôn"),
    "unknown_km": ("Roads of unknown surface, km", "Đường chưa rõ mặt đường, km"),
    "known_pct": ("Known share of the unit, %", "Phần diện tích biết rõ, %"),
    "gap_ha": ("Forest missing to the target, ha", "Diện tích rừng còn thiếu so với mục tiêu, ha"),
    "hardened_pct_low": (
      "Villages with a hardened road, % (at least)", "Thôn có đường cứng hóa, % (ít nhất)"
    ),
    "hardened_pct_high": (
      "Villages with a hardened road, % (at most)", "Thôn có đường cứng hóa, % (nhiều nhất)"
    ),
    "rai_pct_low": (
      "Rural Access Index, % (at least)", "Chỉ số tiếp cận nông thôn, % (ít nhất)"
    ),
    "rai_pct_high": (
      "Rural Access Index, % (at most)", "Chỉ số tiếp cận nông thôn, % (nhiều nhất)"
    ),
    "hardened_km": ("Hardened roads, km", "Đường cứng hóa, km"),
    "unhardened_km": ("Roads not hardened, km", "Đường chưa cứng hóa, km"),
    "area_ha": ("Area, ha", "Diện tích, ha"),
    "slope_class_pct": (
      "Land for new forest by slope, %", "Đất trồng rừng mới theo độ dốc, %"
    ),
    "severity": ("Findings about the data", "Vấn đề của dữ liệu"),
    "poor_pct": ("Poor households, %", "Tỷ lệ hộ nghèo, %"),
  ]
}
