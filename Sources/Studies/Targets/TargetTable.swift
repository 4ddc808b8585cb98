public import GeoModel
internal import Publishing

/// The layer `targets` as people read it: indicators by their names, intervals in one column with their
/// unit, as the report's scorecard tells them.
public struct TargetTable {
  /// The columns, in order.
  public static let columns = [
    "indicator", "name", "year", "target", "value", "met", "gap", "reason",
  ]

  private let layer: Layer
  private let scorecard: ReportScorecard

  /// Takes the layer `targets` and the words of the language.
  ///
  /// - Throws: ``StudyError`` where the words of the report are not there.
  public init(_ layer: Layer, vocabulary: ReportVocabulary) throws(StudyError) {
    self.layer = layer
    let words: ReportWords
    do {
      words = try ReportFiles.template().words(
        vocabulary.language, titles: vocabulary.titles, values: vocabulary.values)
    } catch let error as StudyError {
      throw error
    } catch {
      throw .internalFailure("\(error)")
    }
    scorecard = ReportScorecard(layers: [layer], words: words, vocabulary: vocabulary)
  }

  /// The lines, in the order of the layer; what is not known is `null`.
  public var lines: Layer {
    var shown = layer
    for index in shown.features.indices {
      shown.features[index].properties = cells(layer.features[index])
    }
    return shown
  }

  private func cells(_ line: LayerFeature) -> [Property] {
    let isBaseline = line.text("comparator") == "baseline"
    return [
      Property("indicator", .text(scorecard.indicator(line))),
      Property("name", line["name"] ?? .null), Property("year", line["year"] ?? .null),
      Property(
        "target",
        isBaseline
          ? line["comparator"] ?? .null
          : .text(measure(scorecard.goal(line), line, "value_unit"))),
      Property(
        "value", isBaseline ? stood(line) : interval(line, "value_low", "value_high", "value_unit")),
      Property("met", isBaseline ? .null : line["met"] ?? .null),
      Property("gap", isBaseline ? .null : interval(line, "gap_low", "gap", "gap_unit")),
      // That a part is unknown is seen by the interval, and is no reason for a yes or no.
      Property(
        "reason",
        line.text("reason") == "known_in_part" && line.text("met") != "unknown"
          ? .null : line["reason"] ?? .null),
    ]
  }

  /// Where things stood, of a line that asks for nothing.
  private func stood(_ line: LayerFeature) -> PropertyValue {
    interval(line, "target", "target_high", "value_unit")
  }

  private func interval(
    _ line: LayerFeature, _ low: String, _ high: String, _ unit: String
  ) -> PropertyValue {
    guard line.value(low) != nil, line.value(high) != nil else { return .null }
    return .text(measure(scorecard.interval(line, low, high), line, unit))
  }

  private func measure(_ text: String, _ line: LayerFeature, _ unit: String) -> String {
    let unit = scorecard.unit(of: line, unit)
    return unit.isEmpty ? text : "\(text) \(unit)"
  }
}
