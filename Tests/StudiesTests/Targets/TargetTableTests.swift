import GeoModel
import Publishing
import Testing

@testable import Studies

/// The scorecard as a table for people.
@Suite("Targets as a table")
struct TargetTableTests {
  private static func line(
    _ indicator: String, met: String, value: (Double, Double)?, gap: (Double, Double)?,
    gapUnit: String, reason: String?
  ) -> LayerFeature {
    func real(_ number: Double?) -> PropertyValue { number.map { .real($0, decimals: 9) } ?? .null }
    return LayerFeature(
      identifier: indicator, geometry: nil,
      properties: [
        Property("indicator", .text(indicator)), Property("name", .text("Huyện Khe Đượm")),
        Property("year", .text("2025")), Property("comparator", .text("at_least")),
        Property("target", .real(70, decimals: 9)), Property("target_high", .real(70, decimals: 9)),
        Property("value_low", real(value?.0)), Property("value_high", real(value?.1)),
        Property("value_unit", .text("percent of villages")), Property("met", .text(met)),
        Property("gap", real(gap?.1)), Property("gap_low", real(gap?.0)),
        Property("gap_unit", .text(gapUnit)), Property("reason", .optionalText(reason)),
      ])
  }

  private func lines(_ language: OutputLanguage) throws -> [LayerFeature] {
    let layer = Layer(
      name: "targets",
      features: [
        Self.line(
          "village_hardened_road", met: "no", value: (53.541666667, 68.75), gap: (6, 79),
          gapUnit: "villages", reason: "known_in_part"),
        Self.line(
          "village_hardened_road", met: "yes", value: (71, 72), gap: (0, 0), gapUnit: "villages",
          reason: "known_in_part"),
        Self.line(
          "poverty_rate", met: "unknown", value: nil, gap: nil, gapUnit: "households",
          reason: "not_known"),
      ])
    var vocabulary = ReportVocabulary.plain
    vocabulary.language = language
    vocabulary.values = ["at_least": "≥"]
    return try TargetTable(layer, vocabulary: vocabulary).lines.features
  }

  @Test("intervals with their unit, whole things without decimals, indicators by their names")
  func cells() throws {
    let lines = try lines(.english)
    #expect(
      lines[0]["indicator"] == .text("Villages with a hardened car road to the centre"))
    #expect(lines[0]["target"] == .text("≥ 70 %"))
    #expect(lines[0]["value"] == .text("53.5–68.8 %"))
    #expect(lines[0]["gap"] == .text("6–79 villages"))
    #expect(lines[1]["gap"] == .text("0 villages"))
    let vietnamese = try self.lines(.vietnamese)
    #expect(
      vietnamese[0]["indicator"] == .text("Thôn có đường ô tô đến trung tâm được cứng hóa"))
    #expect(vietnamese[0]["value"] == .text("53,5–68,8 %"))
    #expect(vietnamese[0]["gap"] == .text("6–79 thôn"))
  }

  @Test("a reason stands where there is no answer, not beside a yes or a no")
  func reasons() throws {
    let lines = try lines(.english)
    #expect(lines.map { $0["reason"] } == [.null, .null, .text("not_known")])
    #expect(lines[2]["value"] == .null && lines[2]["gap"] == .null)
  }
}
