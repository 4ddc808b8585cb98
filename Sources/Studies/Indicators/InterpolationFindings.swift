internal import GeoModel
internal import Indicators
internal import Plan
internal import Publishing

/// What is to be said of figures that were estimated by the ground in common.
struct InterpolationFindings {
  let definition: IndicatorDefinition
  let boundaries: EarlierBoundaries
  let level: Study.Level
  /// The names of the old units, by code.
  let names: [String: String]
  let planVintage: CalendarDate?

  private var layer: String { "indicators.\(definition.name)" }

  /// That the figures are estimates and by what; old units outside; new units that are not covered;
  /// units that the table lacks.
  func findings(
    of interpolation: ArealInterpolation, by matrix: TransferMatrix,
    withoutRow: [MissingOldUnits.Missing]
  ) -> [Finding] {
    [estimated(matrix)] + outside(interpolation) + partlyOutside(interpolation)
      + uncovered(interpolation) + withoutRow.map(missing)
  }

  private func estimated(_ matrix: TransferMatrix) -> Finding {
    let people = matrix.entries.count { $0.kind == .population }
    let inside = matrix.entries.count { !$0.targets.isEmpty }
    let to = planVintage.map { " to those of \($0)" } ?? ""
    return Finding(
      severity: .warning, kind: "interpolated", layer: layer,
      amount: "\(inside) old units",
      message:
        "no crosswalk leads from the \(level.name)s of \(boundaries.vintage)\(to): figures are"
        + " estimated by the ground in common with \(boundaries.label), \(people) of \(inside) old"
        + " units by population and the others by area",
      remedy: "name a crosswalk where one is published; it comes first",
      vietnamese: Finding.Wording(
        "không có bảng chuyển đổi từ mốc \(boundaries.vintage): số liệu được ước tính theo phần lãnh"
          + " thổ chung với \(boundaries.label), \(people) trên \(inside) đơn vị cũ theo dân số, còn"
          + " lại theo diện tích",
        remedy: "khai báo bảng chuyển đổi nếu đã công bố; bảng này được ưu tiên"))
  }

  /// Old units that have no more than slivers in common with the study.
  private func outside(_ interpolation: ArealInterpolation) -> [Finding] {
    let isSubset = definition.scope == .subset
    return interpolation.strangers.map { code in
      Finding(
        severity: isSubset ? .note : .error, kind: "outside-study", layer: layer, feature: code,
        message: "\(called(code)) lies outside the study by its boundary",
        remedy: isSubset
          ? "nothing, if that is so"
          : "say scope: subset where the table covers more than the study",
        vietnamese: Finding.Wording(
          "\(called(code)) nằm ngoài vùng nghiên cứu theo ranh giới",
          remedy: isSubset
            ? "không cần làm gì nếu đúng"
            : "khai báo scope: subset nếu bảng rộng hơn vùng nghiên cứu"))
    }
  }

  private func partlyOutside(_ interpolation: ArealInterpolation) -> [Finding] {
    let strangers = Set(interpolation.strangers)
    return interpolation.outside.filter { !strangers.contains($0.code) && $0.share > 0.01 }.map {
      let share = PercentText(share: $0.share)
      return Finding(
        severity: .warning, kind: "partly-outside", layer: layer, feature: $0.code,
        amount: share.english,
        message: "\(called($0.code)): \(share.english) of its ground lies in no unit of the study;"
          + " its share of the figures is kept apart",
        remedy: "see whether the two boundaries differ, or the unit lies across the study's border",
        vietnamese: Finding.Wording(
          "\(called($0.code)): \(share.vietnamese) lãnh thổ không thuộc đơn vị nào của vùng nghiên"
            + " cứu; phần số liệu tương ứng được để riêng",
          remedy: "xem hai ranh giới có lệch nhau, hay đơn vị nằm vắt qua ranh giới vùng"))
    }
  }

  private func uncovered(_ interpolation: ArealInterpolation) -> [Finding] {
    let lacking = interpolation.matrix(by: .area).incompleteTargets
    return interpolation.uncovered.filter { $0.share > 0.01 }.map {
      let share = PercentText(share: $0.share)
      let isLost = lacking.contains($0.code)
      let unit = level.units.first { [code = $0.code] in $0.label == code }
      let called = [$0.code, unit?.name].compactMap(\.self).joined(separator: " ")
      return Finding(
        severity: isLost ? .error : .warning, kind: "not-covered", layer: layer,
        feature: $0.code, amount: share.english,
        message: "\(called): \(share.english) of its ground lies in no old unit of the table"
          + (isLost ? "; it has no figure" : "; its figures lack that part"),
        remedy: "see whether rows or boundaries are missing",
        vietnamese: Finding.Wording(
          "\(called): \(share.vietnamese) lãnh thổ không thuộc đơn vị cũ nào của bảng"
            + (isLost ? "; không có số liệu" : "; số liệu thiếu phần này"),
          remedy: "xem có thiếu dòng hoặc ranh giới không"))
    }
  }

  private func missing(_ unit: MissingOldUnits.Missing) -> Finding {
    let targets = unit.targets.joined(separator: ", ")
    return Finding(
      severity: .error, kind: "missing-old-unit", layer: layer, feature: unit.code,
      message: "\(called(unit.code)) lies in \(targets) by its boundary, and the table has no row"
        + " for it",
      remedy: "add its row",
      vietnamese: Finding.Wording(
        "\(called(unit.code)) nằm trong \(targets) theo ranh giới, nhưng bảng số liệu không có dòng"
          + " này", remedy: "bổ sung dòng"))
  }

  private func called(_ code: String) -> String { names[code].map { "\(code) (\($0))" } ?? code }
}

/// A share as per cent with two decimals, in both languages.
struct PercentText {
  let english: String
  let vietnamese: String

  init(share: Double) {
    english = (OutputLanguage.english.number(share * 100, decimals: 2) ?? "?") + " %"
    vietnamese = (OutputLanguage.vietnamese.number(share * 100, decimals: 2) ?? "?") + " %"
  }
}
