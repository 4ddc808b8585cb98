internal import RoadAccess

/// What the field of one-way roads says, where the plan names one.
struct DirectionCount {
  private var oneWays = 0
  private var unclear: [String: Int] = [:]

  /// The direction of a road; both ways where the text is none of those known, which is counted.
  mutating func direction(stated text: String?) -> RoadDirection {
    guard let direction = RoadDirection(stated: text) else {
      unclear[text ?? "", default: 0] += 1
      return .both
    }
    if direction != .both { oneWays += 1 }
    return direction
  }

  /// Tells what was taken as open both ways, and which answers do not go by directions.
  func record(in ledger: SourceLedger, of total: Int) {
    for (text, count) in unclear.sorted(by: { $0.key < $1.key }) {
      ledger.assume("oneway=\(text) taken as open both ways", in: "roads", count: count, of: total)
    }
    guard oneWays > 0 else { return }
    ledger.warn(
      "one-way roads: \(oneWays) of \(total); ways of villages and travel times go by their"
        + " directions; what cuts villages off, pave and accessibility take them as open both ways")
  }
}
