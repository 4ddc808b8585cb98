internal import ForestCover
internal import GEOSKit
internal import GeoModel
internal import Plan

extension ForestInventory {
  /// What `check` says of the inventory: invalid plots, plots without a type, ground that two plots
  /// of different types claim, each with its place; and the sum of the overlaps.
  func findings() throws(StudyError) -> [Finding] {
    let reading = try read()
    guard reading.findings.allSatisfy({ $0.severity != .error }) else { return reading.findings }
    let disjoint: DisjointPlots
    do throws(GEOSError) {
      disjoint = try DisjointPlots(reading.plots)
    } catch {
      throw .internalFailure("forest: \(error.message)")
    }
    return reading.findings + disjoint.overlaps.filter(\.isContradiction).map(contradiction)
      + summary(disjoint.overlaps)
  }

  private func contradiction(_ overlap: DisjointPlots.Overlap) -> Finding {
    let area = Self.hectares(overlap.area)
    return Finding(
      severity: .warning, kind: "plot-overlap", layer: "forest", feature: overlap.loser,
      place: overlap.place, amount: area,
      message: "plots \(overlap.loser) and \(overlap.holder) of different types overlap by \(area);"
        + " \(overlap.holder) has the ground",
      remedy: "find out which is right and correct the border of the other",
      vietnamese: Finding.Wording(
        "lô \(overlap.loser) và lô \(overlap.holder) khác loại chồng lên nhau \(area); phần chung"
          + " tính cho lô \(overlap.holder)",
        remedy: "xác định lô đúng và sửa ranh giới lô kia"))
  }

  private func summary(_ overlaps: [DisjointPlots.Overlap]) -> [Finding] {
    guard !overlaps.isEmpty else { return [] }
    let area = Self.hectares(overlaps.reduce(0) { $0 + $1.area })
    return [
      Finding(
        severity: .note, kind: "plot-overlaps", layer: "forest", feature: nil, amount: area,
        message: "\(overlaps.count) pairs of plots overlap, by \(area) together; the ground counts"
          + " once",
        remedy: "nothing, unless the overlaps are of different types",
        vietnamese: Finding.Wording(
          "\(overlaps.count) cặp lô chồng lên nhau, tổng cộng \(area); phần chung chỉ tính một lần",
          remedy: "không cần làm gì, trừ khi các lô khác loại"))
    ]
  }

  private static func hectares(_ area: Double) -> String { "\((area / 10).rounded() / 1000) ha" }
}
