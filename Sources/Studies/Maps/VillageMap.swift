internal import CairoKit
internal import Cartography
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Publishing
internal import RoadAccess

/// The map of villages by their road: units, roads by surface, villages, centres.
struct VillageMap {
  let ground: MapGround
  let result: VillagesStudy.Result
  let tier: AccessTier?
  /// The codes of the units that are shown; `nil` for all.
  let units: Set<String>?
  /// Whether the legend tells how many villages each class has.
  var showsCounts = true
  let language: OutputLanguage

  private var vi: Bool { language == .vietnamese }

  /// The villages.
  func layer() -> Layer {
    VillagesLayer(roads: VillageRoads(result), unitNames: ground.study.finestNames)
      .layer(in: units)
  }

  /// How they are drawn.
  private var theme: Theme {
    var theme = Theme.villages(without: tier?.themeTier, language: language)
    if !showsCounts {
      theme.showsCounts = false
      // The heading says what is counted in brackets at its end.
      if let cut = theme.title.lastIndex(of: "(") { theme.title = theme.title[..<cut].trimmed }
    }
    return theme
  }

  /// The map of `layer`, that of ``layer()``.
  func document(of layer: Layer) throws(StudyError) -> MapDocument {
    let theme = theme
    let roads = DrawnRoads(result.placed.roads)
    let centres = result.centres
    var legend = [
      theme.legend(for: layer.features, keepsEmpty: false, number: language.number)
    ]
    legend.append(
      LegendSection(
        title: vi ? "Trung tâm" : "Centres",
        entries: [
          LegendEntry(
            symbol: UnitSymbols.centre,
            label: vi
              ? "Trung tâm \(MapWords.level(ground.study.centreLevel, language).lowercased())"
              : "Centre of a \(ground.study.centreLevel)")
        ]))
    legend.append(
      RoadSymbols.legend(roads.surfaces, hasMain: roads.hasMain, language: language))
    legend.append(ground.legend)
    // Notes the terrain model as a source before the sources are told.
    let relief = try ground.relief()
    return MapDocument(
      heading: ground.heading, title: title, subtitle: subtitle(layer.studyTotals),
      language: language,
      extent: try ground.extent(),
      layers: ground.land + ground.borders + [
        roads.layer,
        // A village at the centre lies below its star, unless it is one of those to look for.
        theme.layer(of: layer.features, classes: 0..<2),
        MapLayer(
          shapes: .geometries(centres.map { .point($0.position) }), symbol: UnitSymbols.centre),
        theme.layer(of: layer.features, classes: 2..<theme.classes.count),
      ],
      layersBelowRelief: 1, relief: relief,
      labels: ground.labels + villageLabels(layer, theme),
      legend: legend, notes: MapNotes(study: ground.study, language: language).lines,
      date: ground.study.plan.vintage?.description)
  }

  private var title: String {
    let what =
      switch tier {
      case nil: vi ? "Đường từ thôn đến trung tâm" : "Villages and their road to the centre"
      case .car: vi ? "Thôn chưa có đường ô tô đến trung tâm" : "Villages without a car road"
      case .allSeason:
        vi
          ? "Thôn chưa có đường đi lại được quanh năm đến trung tâm"
          : "Villages without an all-season road"
      case .hardened:
        vi ? "Thôn chưa có đường cứng hóa đến trung tâm" : "Villages without a hardened road"
      }
    return what
  }

  private func subtitle(_ totals: [Property]) -> String {
    func count(_ name: String) -> Int {
      guard case .integer(let value) = totals.first(where: { $0.name == name })?.value else {
        return 0
      }
      return value
    }
    let judged = count("villages")
    guard judged > 0 else {
      return vi ? "Không thôn nào đánh giá được." : "No village can be judged."
    }
    let shown = tier ?? .hardened
    let property = shown == .allSeason ? "all_season" : shown.rawValue
    let low = count(shown == .car ? property : "\(property)_low")
    let high = count(shown == .car ? property : "\(property)_high")
    let share = MapWords.interval(low, high, of: judged, language)
    let road =
      switch shown {
      case .car: vi ? "đường ô tô" : "a car road"
      case .allSeason: vi ? "đường đi lại được quanh năm" : "an all-season road"
      case .hardened: vi ? "đường cứng hóa" : "a hardened road"
      }
    let number = MapWords.interval(low, high, language)
    return vi
      ? "\(number) trong \(language.number(judged)) thôn được xét có \(road) đến trung tâm (\(share))."
      : "\(number) of \(EnglishCount.text(language.number(judged), "village", "villages")) judged"
        + " \(EnglishCount.form(number, "has", "have")) \(road) to"
        + " \(EnglishCount.form(number, "its", "their")) centre (\(share))."
  }

  /// Names of villages, those that stand out first; with a tier only of those without it.
  private func villageLabels(_ layer: Layer, _ theme: Theme) -> [MapLabel] {
    layer.features.compactMap { feature in
      guard let index = theme.classify(feature), case .text(let name)? = feature["name"],
        let place = feature.geometry?.points.first
      else { return nil }
      if let tier, case .text("yes")? = feature[tier.themeTier.rawValue] { return nil }
      let size: Double =
        if case .point(let symbol) = theme.classes[index].symbol { symbol.size } else { 0 }
      return MapLabel(
        text: MapWords.village(name), place: .point(place, size: size), style: LabelStyles.village,
        colour: LabelStyles.villageColour, rank: 2 + theme.classes.count - index)
    }
  }
}

extension Substring {
  /// Without the spaces at its end.
  fileprivate var trimmed: String {
    var rest = self
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

extension AccessTier {
  /// The tier as themes know it.
  var themeTier: VillageTier {
    switch self {
    case .car: .car
    case .allSeason: .allSeason
    case .hardened: .hardened
    }
  }
}

extension Study {
  /// The name of the unit with this code, whatever its level.
  func name(of code: String) -> String? {
    for level in levels {
      if let unit = level.units.first(where: { $0.code == code }) {
        return unit.fullName ?? unit.name
      }
    }
    return nil
  }

  /// The level whose units have centres.
  var centreLevel: String { plan.centres?.level ?? finest.name }
}

extension MapGround {
  /// The name of the study, and of the one unit that is shown of it.
  var heading: String {
    [place.flatMap { study.name(of: $0) }, study.plan.title].compactMap(\.self).joined(
      separator: ", ")
  }

  /// The relief, where the plan has a terrain model, in cells of so many points.
  func relief(
    cell: Double = MapRelief.fineCell
  ) throws(StudyError) -> (@Sendable (MapView) throws -> ShadeImage?)? {
    guard let relief = try MapRelief(study, cell: cell) else { return nil }
    return { view in try relief.shade(view) }
  }
}
