internal import Indicators
internal import Plan

extension QuantityKind {
  /// The kind that the plan writes; every one is named, so that a new one cannot pass for a count.
  init(_ kind: IndicatorColumn.Kind) {
    switch kind {
    case .count: self = .count
    case .area: self = .area
    case .share: self = .share
    case .rate: self = .rate
    case .score: self = .score
    case .median: self = .median
    }
  }
}
