internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// What `check` has to say about the roads.
enum RoadFindings {
  /// Near-misses with their places, surfaces that no list knows, lines that could not be used.
  static func findings(of network: RoadNetwork) -> [Finding] {
    var findings = network.nearMisses.map { miss in
      let metres = (miss.distance * 1000).rounded() / 1000
      return Finding(
        severity: .warning, kind: "near-miss", layer: "roads", feature: "line \(miss.line)",
        place: miss.place, amount: "\(metres) m",
        message: "a road ends \(metres) m from another without meeting it",
        remedy: "join the two where they meet on the ground; Upland does not join them by itself")
    }
    for entry in network.assumptions.unlistedSurfaces {
      findings.append(
        Finding(
          severity: .note, kind: "unlisted-surface", layer: "roads", feature: entry.name,
          amount: "\(entry.amount.lines) lines",
          message: "the surface '\(entry.name)' is in neither list; it counts as unknown",
          remedy: "add it to hardened or unhardened"))
    }
    let report = network.edges.report
    if !report.linesNotFinite.isEmpty {
      findings.append(
        Finding(
          severity: .error, kind: "broken-line", layer: "roads",
          amount: "\(report.linesNotFinite.count) lines",
          message: "lines with a position that is no number are left out",
          remedy: "correct the lines"))
    }
    return findings
  }
}
