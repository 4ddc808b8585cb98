internal import GeoModel
internal import Plan
internal import Publishing

/// What the figures of a table of road access are: rule, numerator, denominator, what is left out.
struct RoadAccessSummary {
  let plan: Plan
  let totals: [Property]
  let language: OutputLanguage

  /// A line for each kind of figure that the table has.
  var lines: [String] {
    guard let roads = plan.roads else { return [] }
    return [hardened(roads), unjudged, ruralAccess(roads), lengths, times, units].compactMap(\.self)
  }

  private var isVietnamese: Bool { language == .vietnamese }

  private func hardened(_ roads: RoadsSection) -> String? {
    guard has("villages") else { return nil }
    let surfaces = roads.hardened.joined(separator: ", ")
    return isVietnamese
      ? "Cứng hóa % = số thôn có đường cứng hóa suốt tuyến đến trung tâm ÷ số thôn được xét (có đơn vị"
        + " và trung tâm); thấp: mặt đường chưa rõ coi là chưa cứng hóa, cao: coi là cứng hóa. Mặt"
        + " đường cứng hóa: \(surfaces)."
      : "Hardened % = villages with a road hardened all the way to the centre ÷ villages judged (with a"
        + " unit and a centre); low: unknown surfaces taken as unhardened, high: as hardened."
        + " Hardened are \(surfaces)."
  }

  private var unjudged: String? {
    guard let count = integer("villages_unjudged"), count > 0 else { return nil }
    let number = language.number(count)
    return isVietnamese
      ? "\(number) thôn không xét được (ngoài mọi đơn vị, không có vị trí, hoặc đơn vị chưa có trung"
        + " tâm); không tính vào tỷ lệ nào."
      : "\(EnglishCount.text(number, "village", "villages")) not judged (outside every unit, without a"
        + " place, or without a centre); \(EnglishCount.form(number, "it is", "they are")) in no share."
  }

  private func ruralAccess(_ roads: RoadsSection) -> String? {
    guard has("rai_pct_low") || has("rai_source") else { return nil }
    let metres = language.number(roads.ruralAccessMetres, decimals: 0) ?? "–"
    let whole = number("rural_population") ?? "–"
    let isRaster = text("rai_source") == "raster"
    var line =
      isVietnamese
      ? "RAI % (SDG 9.1.1) = dân nông thôn cách đường đi lại quanh năm không quá \(metres) m ÷"
        + " \(whole) dân nông thôn \(isRaster ? "theo lưới dân số" : "của các thôn")"
      : "RAI % (SDG 9.1.1) = rural people within \(metres) m of an all-season road ÷ \(whole) rural"
        + " people \(isRaster ? "of the population raster" : "of the villages")"
    if let urban = number("urban_population") {
      line +=
        isVietnamese
        ? "; không tính \(urban) dân đô thị" : "; \(urban) urban people are in neither"
    } else {
      line +=
        isVietnamese
        ? "; không loại vùng đô thị nào" : "; no urban areas are left out"
    }
    if let missing = integer("villages_without_population"), missing > 0 {
      line +=
        isVietnamese
        ? "; \(language.number(missing)) thôn chưa rõ dân số"
        : "; the people of \(EnglishCount.text(language.number(missing), "village", "villages")) are not known"
    }
    return line + "."
  }

  private var lengths: String? {
    guard let inside = number("roads_km", decimals: 1),
      let outside = number("roads_outside_km", decimals: 1)
    else { return nil }
    return isVietnamese
      ? "Chiều dài đo trên ê-líp-xô-ít, đường vẽ hai lần tính một lần: \(inside) km trong các đơn vị,"
        + " \(outside) km bên ngoài."
      : "Lengths on the ellipsoid, doubled lines once: \(inside) km in the units, \(outside) km outside."
  }

  private var times: String? {
    let names = (["centre"] + plan.services.map(\.name)).filter { has("\($0)_villages") }
    guard !names.isEmpty else { return nil }
    let shares = names.map { name -> String in
      let low = number("\(name)_60min_pct_low", decimals: 1) ?? "–"
      let high = number("\(name)_60min_pct_high", decimals: 1) ?? "–"
      let called = name == "centre" && isVietnamese ? "trung tâm" : name
      return "\(called) \(low == high ? low : "\(low)–\(high)") %"
    }.joined(separator: ", ")
    return isVietnamese
      ? "Thôn trong vòng 60 phút theo tốc độ từng cấp đường: \(shares)."
      : "Villages within 60 minutes at the speeds of the classes of road: \(shares)."
  }

  private var units: String? {
    plan.vintage.map {
      isVietnamese ? "Đơn vị ngày \($0)." : "Units of \($0)."
    }
  }

  // MARK: Values

  private func value(_ name: String) -> PropertyValue? {
    totals.first { $0.name == name }?.value
  }

  private func has(_ name: String) -> Bool { value(name) != nil }

  private func integer(_ name: String) -> Int? {
    guard case .integer(let value) = value(name) else { return nil }
    return value
  }

  private func text(_ name: String) -> String? {
    guard case .text(let value) = value(name) else { return nil }
    return value
  }

  private func number(_ name: String, decimals: Int = 0) -> String? {
    switch value(name) {
    case .integer(let value): language.number(value)
    case .real(let value, _): language.number(value, decimals: decimals)
    default: nil
    }
  }
}
