internal import GeoModel
internal import Indicators
internal import Plan

/// Turns the scorecard into a layer: a feature a line, with the unit's geometry.
struct TargetLayer {
  let study: Study
  let rows: [ScorecardRow]

  /// The layer `targets`. Lines of the study have no geometry.
  func layer() -> Layer {
    Layer(name: "targets", features: rows.enumerated().map(feature))
  }

  private func feature(_ index: Int, _ row: ScorecardRow) -> LayerFeature {
    let unit = study.levels.first { $0.name == row.level }?.units.first { $0.code == row.unitCode }
    return LayerFeature(
      identifier: "target/\(index + 1)",
      geometry: unit.flatMap { UnitLayer.geometry(of: $0) },
      properties: properties(
        row, name: unit?.name ?? (row.unitCode == nil ? study.plan.title : nil)))
  }

  private func properties(_ row: ScorecardRow, name: String?) -> [Property] {
    func real(_ value: Double?) -> PropertyValue { value.map { .real($0, decimals: 9) } ?? .null }
    return [
      Property("indicator", .text(row.indicator)),
      Property("level", .text(row.level ?? "study")),
      Property("unit_code", .optionalText(row.unitCode)), Property("name", .optionalText(name)),
      Property("judged", .flag(row.isJudged)),
      Property("year", .text(row.period.text)),
      Property("comparator", .text(row.comparator)),
      Property("target", real(row.target.lowerBound)),
      Property("target_high", real(row.target.upperBound)),
      Property("value_low", real(row.value?.lowerBound)),
      Property("value_high", real(row.value?.upperBound)),
      Property("measured", .optionalText(row.measured?.text)),
      Property("numerator", real(row.numerator)), Property("denominator", real(row.denominator)),
      Property("value_unit", .text(row.unit)), Property("met", .text(row.met.rawValue)),
      Property("gap", real(row.gap?.upperBound)), Property("gap_low", real(row.gap?.lowerBound)),
      Property("gap_unit", .optionalText(row.gapUnit)), Property("rule", .optionalText(row.rule)),
      Property("vintage", .optionalText(row.vintage)),
      Property("reason", .optionalText(row.remark?.code)),
      Property("remark", .optionalText(row.remark?.message)),
    ]
  }
}
