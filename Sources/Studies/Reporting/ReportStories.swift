internal import GeoModel
internal import Publishing

/// What stands behind the targets: which places fall short, why, and what it would take.
struct ReportStories {
  let layers: [Layer]
  let findings: [Finding]
  let words: ReportWords
  let vocabulary: ReportVocabulary

  private var language: OutputLanguage { vocabulary.language }

  /// The sections, those without anything to say left out.
  var sections: [ReportPage.Section] {
    [targets, forest, roads, hazards, data].compactMap(\.self).filter { !$0.isEmpty }
  }

  /// How many targets are met, and how many nothing in the plan answers.
  private var targets: ReportPage.Section {
    ReportPage.Section(heading: words["group_targets"], lines: notes("targets"))
  }

  private var scorecard: ReportScorecard {
    ReportScorecard(layers: layers, words: words, vocabulary: vocabulary)
  }

  private func layer(_ name: String) -> Layer? { layers.first { $0.name == name } }

  /// The sentences of a layer; none where it is not there.
  private func notes(_ name: String) -> [String] {
    layer(name).map { vocabulary.notes($0, layers) } ?? []
  }

  /// Sentences that are one answer, behind what they answer.
  private func together(_ key: String, _ sentences: [String]) -> [String] {
    sentences.isEmpty ? [] : [words(key, sentences.joined(separator: " "))]
  }

  private var forest: ReportPage.Section? {
    guard let cover = layer("forest-cover") else { return nil }
    return ReportPage.Section(
      heading: words["story_forest"], lines: forestFigures(cover),
      points: notes("forest-restoration") + notes("forest-change"),
      table: scorecard.places("forest_cover", title: words["places_forest"]))
  }

  /// The study's forest, its ground and what of it is not known.
  private func forestFigures(_ layer: Layer) -> [String] {
    func hectares(_ name: String) -> String? {
      layer.studyTotals.first { $0.name == name }?.value.number
        .flatMap { language.number($0, decimals: 0) }
    }
    guard let forest = hectares("forest_ha"), let other = hectares("other_ha") else { return [] }
    var lines = [words("forest_line", forest, other)]
    let unknown = ["nodata_ha", "outside_ha"].compactMap { name in
      layer.studyTotals.first { $0.name == name }?.value.number
    }.reduce(0, +)
    if unknown > 0, let text = language.number(unknown, decimals: 0) {
      lines.append(words("forest_unknown", text))
    }
    return lines
  }

  private var roads: ReportPage.Section? {
    guard let villages = layer("villages") else { return nil }
    return ReportPage.Section(
      heading: words["story_roads"], lines: notes("villages"),
      points: reasons(villages) + together("paving_line", notes("pave"))
        + together("survey_line", notes("pave-surveys")),
      table: scorecard.places("village_hardened_road", title: words["places_roads"]))
  }

  /// Why villages have no hardened road, and how many for each reason, the most first.
  private func reasons(_ layer: Layer) -> [String] {
    var counts: [String: Int] = [:]
    for village in layer.features where village.text("hardened") != "yes" {
      counts[village.text("reason") ?? "surface_unknown", default: 0] += 1
    }
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { words("reason_\($0.key)", language.number($0.value)) }
  }

  private var hazards: ReportPage.Section? {
    // Of all villages where they are told of, as the moves are; else of those in the units.
    let villages = notes("resettlement-villages")
    guard layer("hazard-exposure") != nil else { return nil }
    return ReportPage.Section(
      heading: words["story_hazards"],
      lines: villages.isEmpty ? notes("hazard-exposure") : villages,
      points: notes("resettlement-moves") + notes("resettlement-sites")
        + notes("resettlement-sensitivity"))
  }

  private var data: ReportPage.Section? {
    let counts = Finding.Severity.allCases.map { severity in
      words(
        "count_\(severity.rawValue)",
        language.number(findings.count { $0.severity == severity }))
    }
    return ReportPage.Section(
      heading: words["story_data"], lines: [words("data_line", counts.joined(separator: ", "))])
  }
}
