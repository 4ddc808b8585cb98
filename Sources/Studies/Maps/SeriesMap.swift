internal import Cartography
internal import GeoModel
internal import Plan
internal import Publishing

/// The map of one figure with a panel for each year, in classes that are the same in all of them.
struct SeriesMap {
  let ground: MapGround
  /// The years in order, at least two.
  let years: [YearLayer]
  let request: MapRequest

  private var language: OutputLanguage { request.language }
  private var vi: Bool { language == .vietnamese }

  /// The map.
  ///
  /// - Throws: as ``FigureMap/document()``.
  func document() throws(StudyError) -> MapDocument {
    // All years together make the classes: a colour means the same in every panel.
    let figure = FigureMap(
      ground: ground,
      layer: Layer(
        name: years.first?.layer.name ?? request.layer, features: years.flatMap(\.layer.features)),
      request: request)
    let kind = try figure.geometryKind()
    let property = try figure.shownProperty()
    let title = FigureTitles.title(of: property, language, titles: request.titles)
    var theme = try figure.theme(of: property, title: title, kind: kind)
    theme.showsCounts = false
    let relief = try ground.relief()
    let isArea = kind == .area
    let panels = years.map { year in
      let drawn = theme.layer(of: year.layer.features)
      return MapPanel(
        title: "\(year.year)", note: note(of: property, in: year.layer),
        layers: isArea
          ? ground.land + [drawn] + ground.strongBorders : ground.land + ground.borders + [drawn])
    }
    let span = [years.first, years.last].compactMap { $0.map { "\($0.year)" } }
    return MapDocument(
      heading: ground.heading, title: "\(title), \(span.joined(separator: "–"))",
      subtitle: subtitle(of: property, target: figure.targetSentence(of: property)),
      language: language, extent: try ground.extent(), layers: [],
      panels: panels, layersBelowRelief: isArea ? 2 : 1, relief: relief, labels: labels,
      legend: [
        theme.legend(for: figure.layer.features, keepsEmpty: true, number: language.number),
        ground.legend,
      ],
      notes: [theme.note].compactMap(\.self)
        + MapNotes(
          study: ground.study, language: language,
          figure: request.layer == "join" ? property : nil
        ).lines,
      date: ground.study.plan.vintage?.description)
  }

  /// The names: small panels have room for those of the first level alone, in smaller letters.
  private var labels: [MapLabel] {
    guard years.count > 2 else { return ground.labels }
    return ground.smallLabels
  }

  /// The figure of all units together, as it stands over a panel; empty where there is none.
  private func note(of property: String, in layer: Layer) -> String {
    guard let total = layer.studyTotals.first(where: { $0.name == property })?.value else {
      return ""
    }
    return FigureTitles.text(total, of: property, language) ?? (vi ? "chưa rõ" : "unknown")
  }

  private func subtitle(of property: String, target: String?) -> String {
    var sentences: [String] = []
    if years.contains(where: { !note(of: property, in: $0.layer).isEmpty }) {
      let told = years.map { "\($0.year): \(note(of: property, in: $0.layer))" }
        .joined(separator: "; ")
      sentences.append(
        request.place == nil
          ? (vi ? "Toàn khu vực – \(told)." : "The whole study – \(told).")
          : (vi ? "Cả phần này – \(told)." : "This part – \(told)."))
    }
    if let target { sentences.append(target) }
    if case .text(let rule)? = years.first?.layer.features.first?["rule"] {
      sentences.append(vi ? "Quy tắc xác định rừng: \(rule)." : "Forest by the rule \(rule).")
    }
    sentences.append(
      vi ? "Các năm dùng chung một thang màu." : "One scale of colours for all years.")
    return sentences.joined(separator: " ")
  }
}
