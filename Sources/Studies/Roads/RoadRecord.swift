internal import GeoAlgorithms
internal import RoadAccess

/// Tells run.json what was assumed of the roads, and what was left out.
struct RoadRecord {
  let ledger: SourceLedger

  /// Every assumption is counted in run.json.
  func record(_ network: RoadNetwork, lineCount: Int) {
    let counts = network.assumptions
    func record(_ text: String, _ amount: AssumptionCounts.Amount) {
      guard amount.lines > 0 else { return }
      let kilometres = (amount.metres / 100).rounded() / 10
      ledger.assume(
        "\(text) (\(kilometres) km)", in: "roads", count: amount.lines, of: lineCount)
    }
    for entry in counts.hardenedByField {
      record("\(entry.name) taken as hardened", entry.amount)
    }
    for entry in counts.unhardenedByField {
      record("\(entry.name) taken as unhardened", entry.amount)
    }
    for entry in counts.hardenedByAssumption {
      record("class \(entry.name) taken as hardened", entry.amount)
    }
    for entry in counts.unhardenedByAssumption {
      record("class \(entry.name) taken as unhardened", entry.amount)
    }
    for entry in counts.unknown {
      let name = entry.name.isEmpty ? "no class" : "class \(entry.name)"
      record("\(name), surface unknown", entry.amount)
    }
    if network.joinedNearMisses > 0 {
      ledger.assume(
        "ends joined to the line that they nearly meet", in: "roads",
        count: network.joinedNearMisses)
    }
    let report = network.edges.report
    ledger.leaveOut(
      report.linesWithoutLength.count, of: "roads", because: "line without length")
    ledger.leaveOut(
      report.duplicateEdges, of: "roads", because: "edge that another runs along")
  }
}
