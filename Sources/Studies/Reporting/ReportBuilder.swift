internal import GeoModel
internal import Plan
internal import Publishing

/// Puts a report together from what a run computed: the same layers, the same figures.
struct ReportBuilder {
  let computed: ComputedLayers
  let record: RunRecord
  let vocabulary: ReportVocabulary

  private var language: OutputLanguage { vocabulary.language }

  /// The report as a file of HTML.
  ///
  /// - Throws: ``StudyError``; ``StudyError/input(_:)`` where the template or Leaflet is not there.
  func html() throws(StudyError) -> [UInt8] {
    let library = try ReportFiles.library()
    let template = try ReportFiles.template()
    do throws(ReportError) {
      let words = try template.words(
        language, titles: vocabulary.titles, values: vocabulary.values)
      return try template.html(page(words), words: words, library: library)
    } catch {
      throw .internalFailure(error.message)
    }
  }

  /// What the report says.
  func page(_ words: ReportWords) -> ReportPage {
    let study = computed.study
    let layers = computed.layers
    let builder = ReportTables(study: study, layers: layers, words: words, vocabulary: vocabulary)
    let tables = builder.tables
    let scorecard = ReportScorecard(layers: layers, words: words, vocabulary: vocabulary)
    let map = ReportMap(
      study: study, layers: layers, tables: tables, words: words, language: language,
      roads: computed.placed?.roads, centres: computed.access?.centres.map(\.position) ?? [])
    return ReportPage(
      language: language, title: study.plan.title ?? words["untitled"], facts: facts(words),
      cards: scorecard.cards,
      stories: ReportStories(
        layers: layers, findings: computed.findings, words: words, vocabulary: vocabulary
      ).sections,
      scorecard: scorecard.table, map: map.json, tables: tables,
      provenance: dataSections(builder, words)
        + ReportProvenance(record: record, words: words, vocabulary: vocabulary).sections)
  }

  /// Of when the units are, how many, how many villages.
  private func facts(_ words: ReportWords) -> [String] {
    let study = computed.study
    var facts = [
      study.plan.vintage.map { words("fact_vintage", MapWords.date($0, language)) }
        ?? words["fact_no_vintage"]
    ]
    facts += study.levels.map { level in
      words(
        "fact_level", language.number(level.units.count),
        levelWord(level.name, count: level.units.count))
    }
    if let villages = study.villages {
      facts.append(words("fact_villages", language.number(villages.count)))
    }
    let area = study.levels[0].units.reduce(0) { $0 + $1.area } / 1e6
    if let text = language.number(area, decimals: 0) { facts.append(words("fact_area", text)) }
    return facts
  }

  /// `63 communes`, `63 xã`.
  private func levelWord(_ name: String, count: Int) -> String {
    let word = MapWords.level(name, language).lowercased()
    guard language == .english, count != 1 else { return word }
    if word.hasSuffix("y") { return word.dropLast() + "ies" }
    return word + (["s", "sh", "ch", "x"].contains(where: word.hasSuffix) ? "es" : "s")
  }

  /// What became of the plan's tables, and what was found about the data.
  private func dataSections(
    _ builder: ReportTables, _ words: ReportWords
  ) -> [ReportPage.Section] {
    var lines: [String] = []
    if record.sources.contains(where: { $0.isOpenStreetMap }) {
      lines.append(words["openstreetmap"])
    }
    return [
      ReportPage.Section(
        heading: words["matches_heading"], table: builder.matches(computed.tallies)),
      ReportPage.Section(
        heading: words["findings_heading"],
        lines: computed.findings.isEmpty ? [words["findings_none"]] : [],
        table: computed.findings.isEmpty ? nil : builder.findings(computed.findings)),
      ReportPage.Section(heading: words["rights"], lines: lines),
    ]
  }
}

extension RunRecord.SourceRecord {
  /// Whether the source is OpenStreetMap's, whose makers are to be named.
  var isOpenStreetMap: Bool {
    [".osm", ".osm.pbf", ".pbf"].contains(where: source.lowercased().hasSuffix)
  }
}
