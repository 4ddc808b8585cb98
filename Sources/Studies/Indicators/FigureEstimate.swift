internal import Indicators

/// A part of an old unit in a figure, whose share is not published but worked out.
struct FigureEstimate {
  /// The code of the old unit.
  var old: String
  /// What the share was worked out by.
  var kind: CrosswalkChain.Reach.Kind
  /// The share of the old unit, 0 to 1.
  var weight: Double

  /// The estimates in the figures of the new units, by their codes.
  ///
  /// An old unit that lies in one new unit as a whole is no estimate there.
  static func estimates(in matrix: TransferMatrix) -> [String: [FigureEstimate]] {
    var estimates: [String: [FigureEstimate]] = [:]
    for entry in matrix.entries where entry.kind == .overlay || entry.kind == .population {
      for (target, weight) in zip(entry.targets, entry.weights) where weight > 0 && !isWhole(weight)
      {
        estimates[target, default: []].append(
          FigureEstimate(old: entry.code, kind: entry.kind, weight: weight))
      }
    }
    return estimates
  }

  /// The estimates in a sum of figures: parts that are together again are whole.
  static func total(_ parts: [[FigureEstimate]]) -> [FigureEstimate] {
    var sums: [String: (kind: CrosswalkChain.Reach.Kind, weight: CompensatedSum)] = [:]
    for estimate in parts.joined() {
      sums[estimate.old, default: (estimate.kind, CompensatedSum())].weight.add(estimate.weight)
    }
    return sums.sorted { $0.key < $1.key }.compactMap { old, sum in
      isWhole(sum.weight.value)
        ? nil : FigureEstimate(old: old, kind: sum.kind, weight: sum.weight.value)
    }
  }

  /// What the shares were worked out by, as the layer says it; `nil` where there are none.
  static func text(_ estimates: [FigureEstimate]) -> String? {
    let kinds = Set(estimates.map(\.kind.rawValue)).sorted()
    return kinds.isEmpty ? nil : kinds.joined(separator: ", ")
  }

  private static func isWhole(_ weight: Double) -> Bool { weight >= 1 - 1e-9 }
}
