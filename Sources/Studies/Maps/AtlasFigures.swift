internal import Cartography
internal import GeoModel
internal import Plan
internal import Publishing

/// The tables of an atlas: the main figures of each unit, with intervals and reasons.
struct AtlasFigures {
  private let request: MapRequest
  private let layer: Layer?
  private let study: Study
  private let titles: [String: String]
  private let values: [String: String]
  /// The features of the layer by their units: of a layer of units one each.
  private let features: [String: [LayerFeature]]

  private var language: OutputLanguage { request.language }
  private var vi: Bool { language == .vietnamese }

  /// The most lines of a table: a page has room for no more beside the map.
  static let greatestCount = 14

  /// Sorts the features of `layer` by unit.
  init(
    request: MapRequest, layer: Layer?, study: Study, titles: [String: String],
    values: [String: String]
  ) {
    self.request = request
    self.layer = layer
    self.study = study
    self.titles = titles
    self.values = values
    var features: [String: [LayerFeature]] = [:]
    for feature in layer?.features ?? [] {
      // Villages name their unit; a unit is its own.
      let key =
        if case .text(let unit)? = feature["unit"] { unit } else { feature.identifier }
      features[key, default: []].append(feature)
    }
    self.features = features
  }

  /// The lines of the table of `unit`, the layer's main figure first.
  func figures(of unit: AdministrativeUnit) -> [AtlasFigure] {
    if request.layer == "villages" { return area(of: unit) + villages(of: unit) }
    if request.level == "village" { return area(of: unit) }
    guard let feature = features["\(unit.level)/\(unit.label)"]?.first else {
      return area(of: unit)
    }
    let all = FigureGroup.groups(of: feature)
    let chosen = chosen(of: all)
    var lines = chosen.prefix(Self.greatestCount).map { line(of: $0, in: feature) }
    let left = all.count - lines.count
    if left > 0 {
      lines.append(
        AtlasFigure(
          label: vi
            ? "và \(left) số liệu khác trong lớp \(layer?.name ?? "")"
            : "and \(left) more in the layer \(layer?.name ?? "")", value: ""))
    }
    return lines
  }

  private func area(of unit: AdministrativeUnit) -> [AtlasFigure] {
    [
      AtlasFigure(
        label: label(of: "area_ha"),
        value: unit.polygons.isEmpty ? "–" : text(unit.area / 10_000, of: "area_ha"))
    ]
  }

  /// The main figures of a layer in their order; all of a layer of tables.
  private func chosen(of all: [FigureGroup]) -> [FigureGroup] {
    var names = FigureTitles.atlas(of: request.layer)
    let property = request.property.map(FigureGroup.base) ?? names.first
    if let property { names = [property] + names.filter { $0 != property } }
    let main = names.compactMap { name in all.first { $0.name == name } }
    guard request.layer == "join" || request.layer == "forest-cover" else { return main }
    return main + all.filter { group in !names.contains(group.name) }
  }

  private func line(of group: FigureGroup, in feature: LayerFeature) -> AtlasFigure {
    var label = label(of: group.name)
    if group.name == "target_pct", let year = feature.value("target_year") {
      label += " \(Int(year))"
    }
    // Where nothing is missing, what there is beyond the target says more.
    if group.name == "gap_ha", let surplus = feature.value("surplus_ha"), surplus > 0 {
      return AtlasFigure(
        label: vi ? "Diện tích rừng vượt mục tiêu" : "Forest above the target",
        value: text(surplus, of: group.name))
    }
    let remark = group.reason.map { values[$0] ?? $0.replacing("_", with: " ") } ?? ""
    return AtlasFigure(label: label, value: value(of: group), remark: remark)
  }

  private func value(of group: FigureGroup) -> String {
    if let value = group.value { return text(value, of: group.name) }
    guard let low = group.low, let high = group.high else { return "–" }
    let ends = [low, high].map { text($0, of: group.name) }
    guard ends[0] != ends[1] else { return ends[0] }
    return "\(text(low, of: group.name, withUnit: false))–\(ends[1])"
  }

  private func text(_ value: Double, of property: String, withUnit: Bool = true) -> String {
    let unit = FigureTitles.unit(of: property)
    let isWhole = value == value.rounded() && unit != "%"
    let decimals = isWhole || (abs(value) >= 100 && unit != "%") ? 0 : 1
    let number = language.number(value, decimals: decimals) ?? "–"
    return withUnit ? number + (unit.map { " \($0)" } ?? "") : number
  }

  /// What a figure is called; its unit stands with the value.
  private func label(of property: String) -> String {
    let title =
      FigureTitles.known(property, language) ?? titles[property]
      ?? FigureTitles.title(of: property, language)
    guard let unit = FigureTitles.unit(of: property) else { return title }
    for ending in [", \(unit)", " \(unit)"] where title.hasSuffix(ending) {
      return String(title.dropLast(ending.count))
    }
    return title
  }

  // MARK: Villages

  /// How many villages of a unit have a road of each tier, as intervals.
  private func villages(of unit: AdministrativeUnit) -> [AtlasFigure] {
    // Villages name a unit of the finest level; a page may be of a larger one.
    let codes =
      unit.level == study.finest.name
      ? [unit.code].compactMap(\.self)
      : unit.code.flatMap { try? study.finestCodes(in: $0) }.map { $0.sorted() } ?? []
    let members = codes.flatMap { features[$0] ?? [] }
    let judged = members.filter { $0["car"] != .text("unknown") }
    func count(_ tier: String, _ answer: String) -> Int {
      judged.count { $0[tier] == .text(answer) }
    }
    let tiers = [
      ("hardened", vi ? "Có đường cứng hóa đến trung tâm" : "With a hardened road to the centre"),
      ("all_season", vi ? "Có đường đi lại được quanh năm" : "With an all-season road"),
      ("car", vi ? "Có đường ô tô" : "With a car road"),
    ]
    var lines = [
      AtlasFigure(label: vi ? "Thôn" : "Villages", value: language.number(members.count))
    ]
    if judged.count < members.count {
      lines.append(
        AtlasFigure(
          label: vi ? "Thôn không đánh giá được" : "Villages not judged",
          value: language.number(members.count - judged.count)))
    }
    guard !judged.isEmpty else { return lines }
    return lines
      + tiers.map { tier, label in
        let low = count(tier, "yes")
        let high = low + count(tier, "unknown")
        return AtlasFigure(
          label: label,
          value: "\(MapWords.interval(low, high, language))"
            + " (\(MapWords.interval(low, high, of: judged.count, language)))",
          remark: low == high ? "" : (vi ? "chưa rõ mặt đường" : "surfaces unknown"))
      }
  }
}
