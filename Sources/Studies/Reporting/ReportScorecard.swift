internal import GeoModel
internal import Publishing

/// The targets of a report: each at a glance, all as a table, and the places that lack the most.
struct ReportScorecard {
  let layers: [Layer]
  let words: ReportWords
  let vocabulary: ReportVocabulary

  /// The most targets at a glance; the table has all.
  private static let mostCards = 8
  /// The most places listed under a target.
  private static let mostPlaces = 6

  private var language: OutputLanguage { vocabulary.language }
  private var layer: Layer? { layers.first { $0.name == "targets" } }
  private var lines: [LayerFeature] { layer?.features ?? [] }

  /// The lines that targets are set for, without those that only say where things stood.
  private var judged: [LayerFeature] {
    lines.filter { $0["judged"] == .flag(true) && $0.text("comparator") != "baseline" }
  }

  /// The targets at a glance: what is not met first, then what is met, then what is not known.
  var cards: [ReportPage.Card] {
    let order: [String: Int] = ["no": 0, "yes": 1, "unknown": 2]
    func hasValue(_ line: LayerFeature) -> Bool { line.value("value_low") != nil }
    let ranked = judged.filter(hasValue).enumerated().sorted { one, other in
      let ranks = [one, other].map { order[$0.element.text("met") ?? ""] ?? 2 }
      return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : one.offset < other.offset
    }
    return ranked.prefix(Self.mostCards).map { card($0.element) }
  }

  private func card(_ line: LayerFeature) -> ReportPage.Card {
    let unit = unit(of: line, "value_unit")
    var scale: ReportPage.Card.Scale?
    if line.text("value_unit")?.hasPrefix("percent of") == true,
      let low = line.value("value_low"), let high = line.value("value_high"), low <= high,
      let target = line.value("target"), (0...100).contains(target), low >= 0, high <= 100
    {
      scale = ReportPage.Card.Scale(value: low...high, target: target)
    }
    return ReportPage.Card(
      title: "\(indicator(line)) · \(line.text("year") ?? "")",
      value: "\(interval(line, "value_low", "value_high")) \(unit)",
      target: "\(words["target"]) \(goal(line)) \(unit)",
      met: Ternary(rawValue: line.text("met") ?? ""), gap: gap(line), scale: scale)
  }

  /// The scorecard: a row each line that a target is set for; `nil` without targets.
  var table: ReportTable? {
    let all = lines.filter { $0["judged"] == .flag(true) }
    guard !all.isEmpty else { return nil }
    let columns: [(String, Int?)] = [
      ("indicator", nil), ("year", nil), ("target", 2), ("value", 2), ("met", nil),
      ("gap", 2), ("remark", nil),
    ]
    let sorts: [ReportTable.Column] = columns.map {
      ReportTable.Column(words["scorecard_\($0.0)"], property: $0.0, decimals: $0.1)
    }
    return ReportTable(
      name: "scorecard", title: words["scorecard"], columns: sorts,
      rows: all.map { line in
        let isBaseline = line.text("comparator") == "baseline"
        return [
          .text(place(line).map { "\(indicator(line)) – \($0)" } ?? indicator(line)),
          .text(line.text("year") ?? ""),
          isBaseline ? .text("") : target(line), value(line, isBaseline: isBaseline),
          isBaseline ? .text(words["baseline"]) : answer(line.text("met")),
          isBaseline ? .text("") : missing(line), .text(remark(line)),
        ]
      })
  }

  private func target(_ line: LayerFeature) -> ReportTable.Cell {
    .measure(
      "\(goal(line)) \(unit(of: line, "value_unit"))", line.value("target") ?? -.infinity)
  }

  /// The value; of a line that says where things stood what it says.
  private func value(_ line: LayerFeature, isBaseline: Bool) -> ReportTable.Cell {
    let unit = unit(of: line, "value_unit")
    if isBaseline, let stood = line.value("target") {
      return .measure("\(interval(line, "target", "target_high")) \(unit)", stood)
    }
    return line.value("value_low").map {
      .measure("\(interval(line, "value_low", "value_high")) \(unit)", $0)
    } ?? .unknown(reason: reason(line))
  }

  /// The places that lack the most, in hectares or villages, to the earliest target for `indicator`; of
  /// those that lack as much the one with the lower value first, then by code. `nil` where no unit is
  /// compared with one, or none falls short.
  func places(_ indicator: String, title: String) -> ReportTable? {
    let units = lines.filter { $0.text("indicator") == indicator && $0.text("unit_code") != nil }
    guard let year = units.first?.text("year"), let level = finestLevel(units) else { return nil }
    let own = units.filter { $0.text("year") == year && $0.text("level") == level }
    let short = own.filter { $0.text("met") == "no" }
    guard !short.isEmpty else { return nil }
    let worst = short.sorted { one, other in
      let gaps = [one, other].map { $0.value("gap") ?? 0 }
      if gaps[0] != gaps[1] { return gaps[0] > gaps[1] }
      let values = [one, other].map { $0.value("value_low") ?? 0 }
      if values[0] != values[1] { return values[0] < values[1] }
      return (one.text("unit_code") ?? "") < (other.text("unit_code") ?? "")
    }.prefix(Self.mostPlaces)
    let unknown = own.count { $0.text("met") == "unknown" }
    var notes = [
      words(
        "places_note", count(short.count), count(own.count), goal(short[0]), year,
        count(worst.count))
    ]
    if unknown > 0 { notes.append(words("places_unknown", count(unknown))) }
    return ReportTable(
      name: "places", title: title,
      columns: [
        ReportTable.Column(words["place"], property: "name"),
        ReportTable.Column(words["scorecard_value"], property: "value", decimals: 2),
        ReportTable.Column(words["scorecard_gap"], property: "gap", decimals: 2),
      ],
      rows: worst.map { element in
        [
          .text(element.text("name") ?? element.text("unit_code") ?? "–"),
          element.value("value_low").map { low in
            .measure(
              "\(interval(element, "value_low", "value_high")) \(unit(of: element, "value_unit"))",
              low)
          } ?? .unknown(reason: nil),
          missing(element),
        ]
      }, notes: notes)
  }

  /// The level whose units are listed: the last that the scorecard has lines of.
  private func finestLevel(_ units: [LayerFeature]) -> String? { units.last?.text("level") }

  // MARK: Words

  private func count(_ number: Int) -> String { language.number(number) }

  private func answer(_ text: String?) -> ReportTable.Cell {
    text.flatMap(Ternary.init(rawValue:)).map { .answer($0) } ?? .unknown(reason: nil)
  }

  /// What the indicator is called.
  func indicator(_ line: LayerFeature) -> String {
    let name = line.text("indicator") ?? ""
    return words.text("indicators", name) ?? name.replacing("_", with: " ")
  }

  /// The unit that a target is set for; `nil` for the study.
  private func place(_ line: LayerFeature) -> String? {
    line.text("unit_code").map { line.text("name") ?? $0 }
  }

  /// `≥ 63`, `4–4,5`.
  func goal(_ line: LayerFeature) -> String {
    let sign = line.text("comparator").flatMap { words.valueWords[$0] } ?? ""
    let range = interval(line, "target", "target_high")
    return ["range", "baseline", "equal"].contains(line.text("comparator"))
      ? range : "\(sign) \(range)"
  }

  /// `6–79`; one number where both ends are the same to the decimals shown, `–` where none is known.
  func interval(_ line: LayerFeature, _ low: String, _ high: String) -> String {
    guard let one = line.value(low) else { return "–" }
    let other = line.value(high) ?? one
    let texts = [one, other].map { number($0) }
    return texts[0] == texts[1] ? texts[0] : "\(texts[0])–\(texts[1])"
  }

  /// What is missing, as a sentence; empty where nothing is, or it is not known.
  private func gap(_ line: LayerFeature) -> String {
    if case .measure(let text, _) = missing(line) { words("gap_missing", text) } else { "" }
  }

  /// What is missing; empty where nothing is, or it is not known.
  private func missing(_ line: LayerFeature) -> ReportTable.Cell {
    guard let high = line.value("gap"), high > 0 else { return .text("") }
    let low = line.value("gap_low") ?? high
    let texts = [low, high].map { number($0) }
    let span = texts[0] == texts[1] ? texts[0] : "\(texts[0])–\(texts[1])"
    return .measure("\(span) \(unit(of: line, "gap_unit"))", high)
  }

  /// The unit that the property `name` tells, in the language: `%`, `ha`, `thôn`; empty for none.
  func unit(of line: LayerFeature, _ name: String) -> String {
    guard let text = line.text(name) else { return "" }
    if text == "percent" || text.hasPrefix("percent of ") { return "%" }
    return words.text("units", text) ?? text
  }

  private func reason(_ line: LayerFeature) -> String? {
    line.text("reason").map { words.valueWords[$0] ?? $0.replacing("_", with: " ") }
  }

  private func remark(_ line: LayerFeature) -> String {
    line.text("remark").map(vocabulary.sentence) ?? ""
  }

  private func number(_ value: Double) -> String {
    let decimals = value == value.rounded() ? 0 : abs(value) >= 1000 ? 0 : abs(value) >= 10 ? 1 : 2
    return language.number(value, decimals: decimals) ?? "–"
  }
}

extension LayerFeature {
  /// The text of a property; `nil` where it is absent, unknown or no text.
  func text(_ name: String) -> String? {
    if case .text(let text)? = self[name] { text } else { nil }
  }
}
