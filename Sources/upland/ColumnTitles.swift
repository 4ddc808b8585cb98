internal import Publishing

/// The words over the columns of tables, by property; the terms are those of Docs/glossary.md.
enum ColumnTitles {
  /// The titles in `language`.
  static func titles(_ language: OutputLanguage) -> [String: String] {
    titles.mapValues { language == .vietnamese ? $0.vietnamese : $0.english }
  }

  /// The titles over the forest of each of `years`.
  static func forest(of years: [Int], _ language: OutputLanguage) -> [String: String] {
    let word = language == .vietnamese ? "Rừng" : "Forest"
    return Dictionary(
      years.map { ("forest_\($0)_ha", "\(word) \($0) ha") }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// What values and reasons are called in `language`, short enough for a narrow terminal.
  static func words(_ language: OutputLanguage) -> [String: String] {
    values.mapValues { language == .vietnamese ? $0.vietnamese : $0.english }
  }

  private static let values: [String: (english: String, vietnamese: String)] = [
    "yes": ("yes", "có"),
    "no": ("no", "không"),
    "unknown": ("unknown", "chưa rõ"),
    "outside_units": ("outside", "ngoài đơn vị"),
    "no_centre": ("no centre", "chưa có trung tâm"),
    "no_place": ("no place", "không có vị trí"),
    "no_road_within_limit": ("no road", "xa đường"),
    "other_component": ("cut off", "không nối"),
    "surface_gap": ("gap", "chưa cứng"),
    "known_pct_below_minimum": ("too little of the unit is known", "phần biết rõ quá ít"),
    "no_area": ("no area", "không có diện tích"),
    "enough_land": ("there is land enough", "đủ đất"),
    "needs_planted_land": (
      "only if planted land comes to count", "chỉ khi rừng mới trồng kịp thành rừng"
    ),
    "only_planted_land": (
      "too late to plant, unless planted land comes to count",
      "trồng mới không kịp, trừ khi rừng mới trồng kịp thành rừng"
    ),
    "too_late": ("too late to plant", "trồng mới không kịp"),
    "not_enough_land": ("not enough land", "không đủ đất"),
    "gap_unknown": ("too little is known", "chưa đủ dữ liệu"),
    "planted_land_unknown": (
      "land planted and not yet forest is not known", "chưa rõ diện tích đã trồng, chưa thành rừng"
    ),
    "no_vintage": ("the plan has no vintage", "kế hoạch không ghi thời điểm"),
    "no_elevation": ("no heights", "không có độ cao"),
    "elevation_unknown": ("heights unknown", "thiếu độ cao"),
    "no_roads": ("no roads", "không có đường"),
    "no_villages": ("no villages", "không có thôn"),
    "no_centres": ("the plan names no centres", "kế hoạch không có trung tâm"),
    "no_village_judged": ("no village could be judged", "không thôn nào xét được"),
    "no_households": ("no households", "không có hộ"),
    "households_unknown": ("households unknown", "chưa rõ số hộ"),
    "no_rural_people": ("no rural people", "không có dân nông thôn"),
    "no_people": ("no people", "không có dân"),
    "population_unknown": ("people unknown", "chưa rõ dân số"),
    "special_use": ("special-use", "đặc dụng"),
    "protection": ("protection", "phòng hộ"),
    "production": ("production", "sản xuất"),
    "no_forest_at_first": ("no forest to begin with", "năm đầu không có rừng"),
    "different_grids": ("the rasters have different grids", "hai ảnh khác lưới ô"),
    "different_kinds": ("a raster and polygons", "một năm là ảnh, một năm là vùng"),
    "natural": ("natural", "rừng tự nhiên"),
    "planted": ("planted", "rừng trồng"),
    "planted_not_yet": ("planted, not yet forest", "đã trồng, chưa thành rừng"),
    "scattered": ("scattered trees", "cây phân tán"),
    "bare": ("bare land", "đất trống"),
    "water": ("water", "mặt nước"),
    "other": ("other", "đất khác"),
    "forest": ("forest", "rừng"),
    "no_plot": ("no plot", "ngoài lô kiểm kê"),
    "nodata": ("nodata", "không có dữ liệu"),
    "outside": ("outside", "ngoài nguồn"),
    "at_least": ("≥", "≥"),
    "at_most": ("≤", "≤"),
    "more_than": (">", ">"),
    "less_than": ("<", "<"),
    "equal": ("=", "="),
    "about": ("≈", "≈"),
    "range": ("from", "từ"),
    "baseline": ("baseline", "hiện trạng"),
    "not_answered": ("no data", "chưa có số liệu"),
    "missing": ("no row", "không có dòng"),
    "no_row": ("no row", "không có dòng"),
    "doubled": ("several rows", "nhiều dòng"),
    "no_figure": ("empty cell", "ô trống"),
    "unknown_in_old_units": ("an old unit is unknown", "đơn vị cũ chưa có số liệu"),
    "old_unit_missing": ("an old unit has no row", "đơn vị cũ không có dòng"),
    "unknown_in_parts": ("a part is unknown", "một phần chưa có số liệu"),
    "no_unit": ("no unit below", "không có đơn vị cấp dưới"),
    "denominator_is_zero": ("a share of nothing", "mẫu số bằng 0"),
  ]

  private static let titles: [String: (english: String, vietnamese: String)] = [
    "code": ("Code", "Mã"),
    "name": ("Name", "Tên"),
    "unit_name": ("Unit", "Đơn vị"),
    "area_ha": ("Area ha", "Diện tích ha"),
    "forest_ha": ("Forest ha", "Rừng ha"),
    "other_ha": ("Other ha", "Đất khác ha"),
    "known_pct": ("Known %", "Biết rõ %"),
    "forest_pct": ("Forest %", "Che phủ %"),
    "gain_ha": ("Gain ha", "Tăng ha"),
    "loss_ha": ("Loss ha", "Giảm ha"),
    "net_ha": ("Net ha", "Chênh lệch ha"),
    "unknown_ha": ("Unknown ha", "Chưa rõ ha"),
    "yearly_rate_pct": ("Yearly %", "%/năm"),
    "loss_in_special_use_ha": ("Loss special-use ha", "Giảm đặc dụng ha"),
    "loss_in_protection_ha": ("Loss protection ha", "Giảm phòng hộ ha"),
    "from_class": ("From", "Từ"),
    "to_class": ("To", "Sang"),
    "target_pct": ("Target %", "Mục tiêu %"),
    "target_year": ("Year", "Năm"),
    "gap_ha": ("Gap ha", "Còn thiếu ha"),
    "rank": ("Rank", "Thứ tự"),
    "plot": ("Plot", "Lô"),
    "function": ("Function", "Loại rừng"),
    "slope_class_pct": ("Slope %", "Độ dốc %"),
    "road_m": ("Road m", "Tới đường m"),
    "cumulative_ha": ("Sum ha", "Cộng dồn ha"),
    "needed_for_year": ("Needed for", "Cần cho năm"),
    "plant_by_year": ("Plant by", "Trồng chậm nhất"),
    "households": ("Households", "Số hộ"),
    "car": ("Car", "Ô tô"),
    "all_season": ("All-season", "Bốn mùa"),
    "hardened": ("Hardened", "Cứng hóa"),
    "reason": ("Reason", "Lý do"),
    "gap_m": ("Gap m", "Chưa cứng m"),
    "unknown_m": ("Unknown m", "Chưa rõ m"),
    "path_m": ("Path m", "Đường đi m"),
    "snap_m": ("Snap m", "Tới đường m"),
    "villages": ("Villages", "Số thôn"),
    "hardened_pct_low": ("Hardened % low", "Cứng hóa % thấp"),
    "hardened_pct_high": ("Hardened % high", "Cứng hóa % cao"),
    "households_hardened_pct_low": ("Households % low", "Hộ % thấp"),
    "households_hardened_pct_high": ("Households % high", "Hộ % cao"),
    "all_season_low": ("All-season low", "Quanh năm thấp"),
    "all_season_high": ("All-season high", "Quanh năm cao"),
    "rai_pct_low": ("RAI % low", "RAI % thấp"),
    "rai_pct_high": ("RAI % high", "RAI % cao"),
    "rural_population": ("Rural people", "Dân nông thôn"),
    "hardened_km": ("Hardened km", "Cứng hóa km"),
    "unhardened_km": ("Unhard. km", "Chưa cứng km"),
    "unknown_km": ("Unknown km", "Chưa rõ km"),
    "density_km_km2": ("km/km²", "km/km²"),
    "indicator": ("Indicator", "Chỉ tiêu"),
    "year": ("Year", "Năm"),
    "comparator": ("Goal", "Hướng"),
    "target": ("Target", "Mục tiêu"),
    "value_low": ("Value low", "Giá trị thấp"),
    "value_high": ("Value high", "Giá trị cao"),
    "met": ("Met", "Đạt"),
    "gap": ("Gap", "Còn thiếu"),
    "gap_unit": ("Unit of gap", "Đơn vị tính"),
    "unit": ("Unit", "Đơn vị"),
  ]
}
