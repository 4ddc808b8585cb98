internal import CairoKit
internal import Cartography
internal import GeoModel
internal import Plan
internal import Publishing
internal import Resettlement

/// The map of a proposal for resettlement: where hazards are, which villages are exposed, which sites take
/// households in, and who goes where.
struct ResettlementMap {
  let ground: MapGround
  let hazards: [StudyHazard]
  /// The layer `resettlement-villages`.
  let villages: Layer
  /// The layer `resettlement-sites`; `nil` where the plan has no rules for sites.
  let sites: Layer?
  /// The layer `resettlement-moves`; `nil` where the plan proposes none.
  let moves: Layer?
  let language: OutputLanguage

  private var vi: Bool { language == .vietnamese }

  /// The map.
  func document() throws(StudyError) -> MapDocument {
    let theme = villageTheme
    let relief = try ground.relief()
    var layers = ground.land + ground.borders
    var legend = [
      theme.legend(for: villages.features, keepsEmpty: false, number: language.number)
    ]
    if let drawn = hazardLayer {
      layers.append(drawn)
      legend.append(hazardLegend)
    }
    if let sites {
      layers.append(siteTheme.layer(of: sites.features))
      legend.append(
        siteTheme.legend(for: sites.features, keepsEmpty: false, number: language.number))
    }
    if let moves, !moves.features.isEmpty {
      layers.append(moveTheme.layer(of: moves.features))
      legend.append(
        moveTheme.legend(for: moves.features, keepsEmpty: false, number: language.number))
    }
    layers.append(theme.layer(of: villages.features))
    legend.append(ground.legend)
    return MapDocument(
      heading: ground.heading,
      title: vi ? "Phương án bố trí dân cư vùng thiên tai" : "Resettlement from natural hazards",
      subtitle: subtitle, language: language, extent: try ground.extent(), layers: layers,
      layersBelowRelief: 1, relief: relief, labels: ground.labels + villageLabels(theme),
      legend: legend,
      notes: caveats + MapNotes(study: ground.study, language: language).lines,
      date: ground.study.plan.vintage?.description)
  }

  /// What the villages drawn do not tell by themselves: assumed households, and no unit.
  private var caveats: [String] {
    let assumed = villages.features.count { $0["households_assumed"] == .flag(true) }
    let outside = villages.features.count { $0["unit"] == .null }
    var lines: [String] = []
    if assumed > 0 {
      let number = language.number(assumed)
      lines.append(
        vi
          ? "Số hộ của \(number) thôn là giả định, không phải số liệu."
          : "The households of \(number) villages are assumed, not counted.")
    }
    if outside > 0 {
      let number = language.number(outside)
      lines.append(
        vi
          ? "\(number) thôn nằm ngoài mọi đơn vị."
          : "Villages outside every unit: \(number).")
    }
    return lines.isEmpty ? [] : [lines.joined(separator: " ")]
  }

  // MARK: Hazards

  private static let hazardSymbol = Symbol.area(
    AreaSymbol(
      fill: Palette.vermillion.opacity(0.16),
      outline: [LineStyle(colour: Palette.vermillion.opacity(0.45), width: 0.4)]))

  /// The ground of the hazards that are drawn as areas; those of cells (slope, rasters) are not.
  private var hazardLayer: MapLayer? {
    let grounds = hazards.flatMap { hazard -> [Polygon] in
      if case .zones(let zones)? = hazard.extent { zones.ground } else { [] }
    }
    guard !grounds.isEmpty else { return nil }
    return MapLayer(shapes: .areas(grounds.map { [$0] }), symbol: Self.hazardSymbol)
  }

  private var hazardLegend: LegendSection {
    let names = hazards.compactMap { hazard -> String? in
      if case .zones? = hazard.extent { hazard.name } else { nil }
    }
    return LegendSection(
      title: vi ? "Thiên tai" : "Natural hazards",
      entries: [
        LegendEntry(symbol: Self.hazardSymbol, label: names.joined(separator: ", "))
      ])
  }

  // MARK: Villages

  private var villageTheme: Theme {
    func point(_ shape: PointSymbol.Shape, _ size: Double, _ fill: Colour?, _ edge: Colour)
      -> Symbol
    {
      .point(
        PointSymbol(
          shape: shape, size: size, fill: fill, outline: LineStyle(colour: edge, width: 0.8),
          rim: .white))
    }
    return Theme(
      title: vi ? "Thôn theo nguy cơ thiên tai (số thôn)" : "Villages by exposure (count)",
      classes: [
        ThemeClass(
          symbol: point(.circle, 3.6, .white, Palette.softInk),
          label: vi ? "Không có nguy cơ" : "Not exposed"),
        ThemeClass(
          symbol: point(.diamond, 6.4, .white, Palette.purple),
          label: vi ? "Chưa rõ" : "Not known"),
        ThemeClass(
          symbol: point(.triangle, 6.8, Palette.vermillion, Colour(0x7A2E00)),
          label: vi ? "Có nguy cơ" : "Exposed"),
      ], isListedFromTop: true, showsCounts: true
    ) { feature in
      switch feature["exposed"] {
      case .text("yes"): 2
      case .text("no"): 0
      default: 1
      }
    }
  }

  /// The names of exposed villages.
  private func villageLabels(_ theme: Theme) -> [MapLabel] {
    villages.features.compactMap { feature in
      guard theme.classify(feature) == 2, case .text(let name)? = feature["name"],
        let place = feature.geometry?.points.first
      else { return nil }
      return MapLabel(
        text: MapWords.village(name), place: .point(place, size: 6.8), style: LabelStyles.village,
        colour: LabelStyles.villageColour, rank: 3)
    }
  }

  // MARK: Sites and moves

  private var siteTheme: Theme {
    func area(_ fill: Colour, _ edge: Colour, _ width: Double) -> Symbol {
      .area(AreaSymbol(fill: fill, outline: [LineStyle(colour: edge, width: width)]))
    }
    return Theme(
      title: vi ? "Khu đất thích hợp (số khu)" : "Fit sites (count)",
      classes: [
        ThemeClass(
          symbol: area(Palette.green.opacity(0.3), Palette.green.opacity(0.5), 0.2),
          label: vi ? "Chưa dùng đến" : "Not needed"),
        ThemeClass(
          symbol: area(Palette.green, Palette.ink, 0.6),
          label: vi ? "Nhận hộ đến ở" : "Takes households in"),
      ], isListedFromTop: true, showsCounts: true
    ) { feature in
      (feature.value("received_households") ?? 0) > 0 ? 1 : 0
    }
  }

  private var moveTheme: Theme {
    func line(_ colour: Colour) -> Symbol {
      .line([LineStyle(colour: .white, width: 2.4), LineStyle(colour: colour, width: 1.2)])
    }
    return Theme(
      title: vi ? "Di chuyển (số tuyến)" : "Moves (count)",
      classes: [
        ThemeClass(symbol: line(Palette.blue), label: vi ? "Đến khu tập trung" : "To a new site"),
        ThemeClass(symbol: line(Palette.purple), label: vi ? "Xen ghép" : "Into a host village"),
      ], showsCounts: true
    ) { feature in
      if case .text("interspersed")? = feature["form"] { 1 } else { 0 }
    }
  }

  private var subtitle: String {
    func total(_ layer: Layer?, _ name: String) -> Double? {
      layer?.studyTotals.first { $0.name == name }?.value.number
    }
    func number(_ value: Double?) -> String {
      value.flatMap { language.number($0, decimals: 0) } ?? "–"
    }
    guard let moves else {
      let exposed = villages.features.count { villageTheme.classify($0) == 2 }
      return vi
        ? "\(language.number(exposed)) trong \(language.number(villages.features.count)) thôn có nguy cơ."
        : "\(language.number(exposed)) of"
          + " \(EnglishCount.text(language.number(villages.features.count), "village", "villages"))"
          + " \(EnglishCount.form(language.number(exposed), "is", "are")) exposed."
    }
    let (moved, short) = (
      number(total(moves, "households_moved")), number(total(moves, "households_short"))
    )
    let (opened, mean) = (
      number(total(moves, "sites_opened")), number(total(moves, "mean_move_m"))
    )
    return vi
      ? "\(moved) hộ di chuyển, đến \(opened) khu tập trung, trung bình \(mean) m; \(short) hộ chưa có chỗ."
      : EnglishCount.text(moved, "household moves", "households move") + ", to"
        + " \(EnglishCount.text(opened, "new site", "new sites")), \(mean) m on average; \(short) without room."
  }
}
