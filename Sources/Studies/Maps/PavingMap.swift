internal import Cartography
internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Publishing

/// The map of what to harden first: the sections of road by their turn, over the roads by surface.
struct PavingMap {
  let ground: MapGround
  let placed: PlacedNetwork
  /// The layer `pave`.
  let layer: Layer
  let language: OutputLanguage

  private var vi: Bool { language == .vietnamese }

  /// In how many parts the order is shown.
  private static let classCount = 4

  /// The map; with no section to harden the roads alone.
  func document() throws(StudyError) -> MapDocument {
    let theme = try theme()
    let roads = DrawnRoads(placed.roads)
    let relief = try ground.relief()
    var legend: [LegendSection] = []
    if let theme {
      legend.append(
        theme.legend(for: layer.features, keepsEmpty: false, number: language.number))
    }
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
    return MapDocument(
      heading: ground.heading,
      title: vi ? "Thứ tự cứng hóa đường" : "Roads to harden, in order",
      subtitle: subtitle, language: language, extent: try ground.extent(),
      layers: ground.land + ground.borders + [roads.layer]
        + [theme?.layer(of: layer.features)].compactMap(\.self) + [
          MapLayer(
            shapes: .geometries(placed.centres.map { .point($0.position) }),
            symbol: UnitSymbols.centre)
        ],
      layersBelowRelief: 1, relief: relief, labels: ground.labels, legend: legend,
      notes: MapNotes(study: ground.study, language: language).lines,
      date: ground.study.plan.vintage?.description)
  }

  /// As many sections in each class, the first to be hardened the darkest and widest; `nil` where
  /// there are none. Blue, because orange and violet are roads of other surfaces.
  private func theme() throws(StudyError) -> Theme? {
    let orders = layer.features.compactMap { $0.value("order") }
    guard let last = orders.max() else { return nil }
    let count = min(Self.classCount, max(1, Int(last) - 1))
    let bounds = (0...count).map { 1 + ((last - 1) * Double($0) / Double(count)).rounded() }
    guard let breaks = ClassBreaks(bounds: bounds) else { throw .internalFailure("class bounds") }
    return .figure(
      "order", title: vi ? "Thứ tự cứng hóa (số đoạn)" : "Order of hardening (sections)",
      breaks: breaks, ramp: .blue, decimals: 0, kind: .line, isWhole: true,
      isLeastFirst: true, language: language)
  }

  private var subtitle: String {
    func real(_ name: String) -> Double? {
      layer.studyTotals.first { $0.name == name }?.value.number
    }
    func number(_ value: Double?, _ decimals: Int = 1) -> String {
      value.flatMap { language.number($0, decimals: $0 == $0.rounded() ? 0 : decimals) } ?? "–"
    }
    guard let counted = real("counted"), counted > 0 else {
      return vi ? "Không thôn nào đánh giá được." : "No village can be judged."
    }
    let before = number(real("reached_before_pct"))
    let after = number(real("reached_pct"))
    let length = number((real("length_m") ?? 0) / 1000)
    let gap = number(real("gap_pct"))
    return vi
      ? "Từ \(before) % lên \(after) % trong \(number(counted)) thôn có đường cứng hóa đến trung tâm:"
        + " \(length) km; khoảng cách tới cận \(gap) %."
      : "From \(before) % to \(after) % of"
        + " \(EnglishCount.text(number(counted), "village", "villages")) with a hardened road to the"
        + " centre: \(length) km; gap to the bound \(gap) %."
  }
}
