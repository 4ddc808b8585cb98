internal import GeoModel
internal import Indicators
internal import Publishing

/// What is to be said of villages that a table was joined to.
struct VillageFindings {
  let study: Study
  let layer: String

  /// Villages with a row and in no unit: their figures stand in the layer of villages and in no sum
  /// of larger units, which would otherwise be too small without a word.
  func withoutUnit(_ result: MatchResult) -> [Finding] {
    guard let villages = study.villages else { return [] }
    let lost = result.units.filter { match in
      match.unit.level == "village" && match.outcome == .matched
        && villages[match.unit.index].unit == nil
    }
    guard !lost.isEmpty else { return [] }
    let names = lost.prefix(10).map { villages[$0.unit.index].name ?? $0.unit.label }
    let list = names.joined(separator: ", ") + (lost.count > names.count ? ", …" : "")
    let count =
      lost.count == 1
      ? "1 village has figures and lies" : "\(lost.count) villages have figures and lie"
    return [
      Finding(
        severity: .warning, kind: "village-without-unit", layer: layer,
        amount: "\(lost.count) village\(lost.count == 1 ? "" : "s")",
        message: "\(count) in no unit: \(list); no sum of larger units holds them",
        remedy: "give them their unit's code, or correct their positions",
        vietnamese: Finding.Wording(
          "\(OutputLanguage.vietnamese.number(lost.count)) thôn có số liệu nhưng không thuộc đơn vị"
            + " nào: \(list); không có trong tổng của đơn vị cấp trên",
          remedy: "ghi mã đơn vị cho thôn, hoặc sửa vị trí", amount: "\(lost.count) thôn"))
    ]
  }
}
