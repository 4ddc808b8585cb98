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

  /// The heading for `property`: a known one in the language, else its name with its unit.
  static func title(of property: String, _ language: OutputLanguage) -> String {
    if let known = known(property, language) { return known }
    guard let unit = unit(of: property), let cut = property.lastIndex(of: "_") else {
      return property.replacing("_", with: " ")
    }
    return "\(property[..<cut].replacing("_", with: " ")), \(unit)"
  }

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
