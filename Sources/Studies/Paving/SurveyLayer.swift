internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// Turns the list of surveys into the layer `pave-surveys`: a line a section of unknown surface.
struct SurveyLayer {
  let study: Study
  let placed: PlacedNetwork
  let result: SurveyStudy.Result

  /// The layer's name.
  static let name = "pave-surveys"

  /// The layer, in the order in which surveys settle most villages for their length.
  func layer() -> Layer {
    let features = SectionFeatures(
      study: study, placed: placed, network: result.network, prefix: Self.name)
    let rows = features.rows(of: result.plan).map { row in
      features.feature(
        row,
        gains: [
          Property("villages_proved", .integer(row.villages)),
          Property("households_proved", row.households.map { .integer($0) } ?? .null),
          Property("total_length_m", .metres(row.totalLength)),
          Property("proved_pct", percent(row.weight)),
        ])
    }
    return Layer(name: Self.name, features: rows, studyTotals: totals)
  }

  private func percent(_ weight: Int) -> PropertyValue {
    .percent(result.total == 0 ? nil : 100 * Double(weight) / Double(result.total))
  }

  private var totals: [Property] {
    let plan = result.plan
    let listed = plan.steps.flatMap(\.links)
    func metres(_ sections: some Sequence<PavingNetwork.Section>) -> PropertyValue {
      .metres(ShortGeodesic.metres(of: sections.reduce(0) { $0 + $1.length }))
    }
    let gap = plan.cost > 0 ? max(0, 100 * (1 - plan.bound / Double(plan.cost))) : 0
    return [
      Property("level", .text("study")), Property("target_pct", .percent(result.percent)),
      Property("met", .text(result.met.rawValue)),
      Property("proved_pct", percent(plan.initialWeight)),
      Property("possible_pct", percent(plan.greatestWeight)),
      Property("sections", .integer(listed.count)),
      Property("length_m", metres(listed.map { result.network.sections[$0] })),
      Property("unknown_sections", .integer(result.network.sections.count)),
      Property("unknown_length_m", metres(result.network.sections)),
      Property("bound_m", .metres(plan.bound / 1000)), Property("gap_pct", .percent(gap)),
      Property("proof", .text(plan.proof.rawValue)),
    ]
  }
}
