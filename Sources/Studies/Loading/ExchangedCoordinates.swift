internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// Villages whose table was read with longitude and latitude exchanged, where both are in the range
/// of the other. (Columns of metres that are exchanged are out of their system's range.)
enum ExchangedCoordinates {
  /// What is wrong where every village lies outside all units, and each would lie in one with its
  /// coordinates exchanged.
  static func problem(
    of villages: [Village], in locator: UnitLocator, section: VillagesSection, plan: Plan
  ) -> PlanProblem? {
    let positions = villages.compactMap(\.position)
    guard let columns = section.source.coordinates, !positions.isEmpty,
      positions.allSatisfy({ locator.locate($0).unit == nil }),
      positions.allSatisfy({ locator.locate(Coordinate(x: $0.y, y: $0.x)).unit != nil })
    else { return nil }
    return plan.problem(
      with: columns.x,
      "'\(section.source.text)': every village lies outside the units, and in them where x and y are"
        + " exchanged",
      suggestion: "write x: \(columns.y.name) and y: \(columns.x.name)")
  }
}
